import type { Clock } from '@klinke/foundation'

/** What an agent does for a queue now; `undefined` for nothing. */
export type AgentActivity = 'rung' | 'talking' | 'wrap-up' | 'not-answering'

export interface Doing {
  readonly activity: AgentActivity
  /** On the axis of `Clock.nowMs`; infinity: it does not end by itself. */
  readonly untilMs: number
}

/** Time that an agent has after a call of a queue. */
export interface WrapUp {
  readonly agentId: string
  readonly queueId: string
  /** On the axis of `Clock.nowMs`. */
  readonly untilMs: number
}

/** What the agents of this node do for which queue. One who is at work for a queue is at work for all of them. */
export class AgentActivities {
  readonly #clock: Pick<Clock, 'nowMs'>
  /** By agent and queue. */
  readonly #byAgent = new Map<string, Map<string, Doing>>()

  constructor(clock: Pick<Clock, 'nowMs'>) {
    this.#clock = clock
  }

  /** What an agent does for that queue. */
  of(agentId: string, queueId: string): Doing | undefined {
    const doing = this.#byAgent.get(agentId)?.get(queueId)
    return doing !== undefined && this.#isOn(doing) ? doing : undefined
  }

  /** What an agent does for another queue than that. Who has not answered there may well answer here. */
  elsewhere(agentId: string, queueId: string): Doing | undefined {
    const all = this.#byAgent.get(agentId)
    if (all === undefined) return undefined
    return [...all].find(([id, doing]) => id !== queueId && doing.activity !== 'not-answering' && this.#isOn(doing))?.[1]
  }

  begin(agentId: string, queueId: string, doing: Doing): void {
    const all = this.#byAgent.get(agentId) ?? new Map<string, Doing>()
    this.#byAgent.set(agentId, all.set(queueId, doing))
  }

  end(agentId: string, queueId: string): void {
    const all = this.#byAgent.get(agentId)
    all?.delete(queueId)
    if (all?.size === 0) this.#byAgent.delete(agentId)
  }

  /** Who wraps up a call, and until when. */
  wrapUps(): readonly WrapUp[] {
    return [...this.#byAgent].flatMap(([agentId, all]) =>
      [...all].flatMap(([queueId, doing]) =>
        doing.activity === 'wrap-up' && this.#isOn(doing) ? [{ agentId, queueId, untilMs: doing.untilMs }] : [],
      ),
    )
  }

  #isOn({ untilMs }: Doing): boolean {
    return untilMs > this.#clock.nowMs()
  }
}
