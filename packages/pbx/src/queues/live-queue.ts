import type { Clock } from '@klinke/foundation'
import type { Turns } from '../teams/turns.ts'
import { AgentActivities, type AgentActivity } from './agent-activities.ts'
import { AVERAGED_CALLS, estimatedWaitSeconds } from './estimate.ts'
import { NO_HISTORY, type QueueHistory } from './history.ts'
import type { QueueNames } from './sounds.ts'
import { type Place, WaitingLine } from './waiting-line.ts'

/** How soon those who wait see what nobody tells them: an agent that signs in, or ends a call of its own. */
const LOOK_EVERY_MS = 1000

/** Told of each change of a queue. */
export type OnQueue = (queueId: string, queue: LiveQueue) => void

/** One queue as it is now: who waits, what its agents do. Plain memory. */
export class LiveQueue {
  readonly line = new WaitingLine()
  readonly #clock: Clock
  readonly #turns: Turns
  readonly #id: string
  readonly #activities: AgentActivities
  readonly #watchers = new Set<() => void>()
  readonly #told: OnQueue
  #handledSeconds: readonly number[] = []

  constructor(id: string, clock: Clock, turns: Turns, activities: AgentActivities, told: OnQueue) {
    this.#told = told
    this.#id = id
    this.#clock = clock
    this.#turns = turns
    this.#activities = activities
  }

  /** What an agent does for this queue. */
  activityOf(agentId: string): AgentActivity | undefined {
    return this.#activities.of(agentId, this.#id)?.activity
  }

  /** What keeps an agent from this queue's calls: something for this queue, or work for another one. */
  engagementOf(agentId: string): AgentActivity | undefined {
    return this.#engagement(agentId)?.activity
  }

  /** When that ends by itself, in milliseconds from now; undefined when it does not. */
  endsInMs(agentId: string): number | undefined {
    const untilMs = this.#engagement(agentId)?.untilMs ?? Number.POSITIVE_INFINITY
    return Number.isFinite(untilMs) ? Math.max(0, untilMs - this.#clock.nowMs()) : undefined
  }

  /** An agent is busy with something, for ever or for some seconds. */
  occupy(agentId: string, activity: AgentActivity, forSeconds = Number.POSITIVE_INFINITY): void {
    this.#activities.begin(agentId, this.#id, { activity, untilMs: this.#clock.nowMs() + forSeconds * 1000 })
    this.changed()
  }

  free(agentId: string): void {
    this.#activities.end(agentId, this.#id)
    this.changed()
  }

  /** An agent's call is over: time to wrap it up begins. */
  handled(agentId: string, sinceMs: number, wrapUpSeconds: number): void {
    const nowMs = this.#clock.nowMs()
    const seconds = (nowMs - sinceMs) / 1000 + wrapUpSeconds
    this.#handledSeconds = [...this.#handledSeconds, seconds].slice(-AVERAGED_CALLS)
    this.occupy(agentId, 'wrap-up', wrapUpSeconds)
    this.#turns.idleFrom(agentId, nowMs)
  }

  estimateFor(place: Place, agents: number): number | undefined {
    return estimatedWaitSeconds(this.line.positionOf(place), agents, this.#handledSeconds)
  }

  /** Something is another: all who wait look again. */
  changed(): void {
    const watchers = [...this.#watchers]
    this.#watchers.clear()
    for (const watcher of watchers) watcher()
    this.#told(this.#id, this)
  }

  /** Settles with the next change, and after a second at the latest. */
  change(): Promise<void> {
    return new Promise((resolve) => {
      const look = (): void => {
        timer.cancel()
        this.#watchers.delete(look)
        resolve()
      }
      const timer = this.#clock.after(LOOK_EVERY_MS, look)
      this.#watchers.add(look)
    })
  }

  #engagement(agentId: string) {
    return this.#activities.of(agentId, this.#id) ?? this.#activities.elsewhere(agentId, this.#id)
  }
}

/** All queues of this node, by tenant and id, as they come to life. */
export class LiveQueues {
  readonly turns: Turns
  readonly names: QueueNames
  readonly activities: AgentActivities
  readonly history: QueueHistory
  readonly #clock: Clock
  readonly #queues = new Map<string, LiveQueue>()
  readonly #told: OnQueue

  constructor(clock: Clock, turns: Turns, names: QueueNames, told: OnQueue = () => undefined, history = NO_HISTORY) {
    this.#clock = clock
    this.history = history
    this.#told = told
    this.names = names
    this.activities = new AgentActivities(clock)
    this.turns = turns
  }

  of(queueId: string): LiveQueue {
    const known = this.#queues.get(queueId)
    if (known !== undefined) return known
    const queue = new LiveQueue(queueId, this.#clock, this.turns, this.activities, this.#told)
    this.#queues.set(queueId, queue)
    return queue
  }
}
