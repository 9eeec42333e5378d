import { randomUUIDv7 } from 'node:crypto'
import type { Call } from '@klinke/calls'
import type { CallContext } from '../calls/context.ts'
import { epochAtZeroMs } from '../teams/remembered.ts'
import type { QueueHistory, QueueVisit, VisitEnd } from './history.ts'
import type { LiveQueues } from './live-queue.ts'
import type { CallQueue } from './rules.ts'
import type { Place } from './waiting-line.ts'

/** One caller's stay in a queue: has one end, the first that is told. */
export class Visit {
  readonly #history: QueueHistory
  readonly #context: CallContext
  readonly #about: Pick<QueueVisit, 'tenantId' | 'queueId' | 'callId'>
  readonly #sinceMs: number
  #isOver = false

  /** Begins now. */
  constructor(history: QueueHistory, call: Call, queueId: string, context: CallContext) {
    this.#history = history
    this.#context = context
    this.#about = { tenantId: context.tenant.id, queueId, callId: call.id }
    this.#sinceMs = context.exchange.clock.nowMs()
  }

  ends(ended: VisitEnd, agentId?: string): void {
    if (this.#isOver) return
    this.#isOver = true
    const by = agentId === undefined ? {} : { agentId }
    const times = { joinedAtMs: epochOf(this.#sinceMs, this.#context), leftAtMs: epochOf(undefined, this.#context) }
    this.#history.visited({ id: randomUUIDv7(), ...this.#about, kind: 'caller', ...times, ended, ...by })
  }
}

/** Where an agent has had a call for a queue. */
interface Workplace {
  readonly team: CallQueue
  readonly queues: LiveQueues
  readonly context: CallContext
}

/** A call that an agent has had. */
export interface Begun {
  readonly callId: string
  readonly agentId: string
  /** On the axis of `Clock.nowMs`. */
  readonly sinceMs: number
}

/** The agent's call is over now, and wrapping it up begins. */
export function worked({ team, queues, context }: Workplace, { callId, agentId, sinceMs }: Begun): void {
  const about = { id: randomUUIDv7(), tenantId: context.tenant.id, queueId: team.id, callId, agentId }
  const times = { beganAtMs: epochOf(sinceMs, context), endedAtMs: epochOf(undefined, context) }
  queues.history.worked({ ...about, ...times, wrapUpSeconds: team.settings.wrapUpSeconds })
}

/** Who was promised a callback has been called, and has waited until then. */
export function calledBack({ team, queues, context }: Workplace, begun: Begun, place: Place, isReached: boolean): void {
  const about = { id: randomUUIDv7(), tenantId: context.tenant.id, queueId: team.id, callId: begun.callId, kind: 'callback' } as const
  const times = { joinedAtMs: epochOf(place.sinceMs, context), leftAtMs: epochOf(begun.sinceMs, context) }
  queues.history.visited({ ...about, ...times, ended: isReached ? 'answered' : 'lost', agentId: begun.agentId })
}

/** A time of `Clock.nowMs`, or now, in whole ms since 1970. */
function epochOf(atMs: number | undefined, { exchange: { clock } }: CallContext): number {
  return Math.round((atMs ?? clock.nowMs()) + epochAtZeroMs(clock))
}
