import type { CallRecords, EndCause } from '@klinke/calls'
import type { Clock, Timer } from '@klinke/foundation'
import { TenantTraffic } from './tenant-traffic.ts'

export const TRAFFIC_STEP_MS = 10_000
/** One hour. */
export const MAX_TRAFFIC_SAMPLES = 360

/** What happened in one step, and how it stood at its end. */
export interface TrafficSample {
  /** End of the step, since the Unix epoch. */
  readonly atMs: number
  readonly started: number
  /** Calls that came to nothing though nobody on the phone wanted that. */
  readonly failed: number
  /** Requests that were refused before there was a call, challenges left out. */
  readonly refused: number
  /** Calls in progress. */
  readonly calls: number
  readonly registrations: number
}

/** Ends that are no person's doing. */
const FAILURES: ReadonlySet<EndCause> = new Set([
  ...(['unreachable', 'not-found', 'forbidden', 'incompatible', 'congestion', 'error'] as const),
  ...(['media-inactivity', 'media-unprotected', 'session-expired'] as const),
])
const CHALLENGES: ReadonlySet<number> = new Set([401, 407])

export interface TrafficParts {
  readonly clock: Clock
  readonly calls: () => number
  readonly registrations: () => number
}

/** The traffic of the last hour on this node, in memory: a step of ten seconds is one small object. */
export class Traffic {
  readonly #parts: TrafficParts
  readonly #samples: TrafficSample[] = []
  /** By customer. */
  readonly tenants = new TenantTraffic()
  #started = 0
  #failed = 0
  #refused = 0
  #timer: Timer

  constructor(parts: TrafficParts) {
    this.#parts = parts
    this.#timer = this.#next()
  }

  /** The oldest first. */
  get samples(): readonly TrafficSample[] {
    return this.#samples
  }

  /** What is written to `records` is counted on its way. */
  counting(records: CallRecords): CallRecords {
    return {
      started: (call) => {
        this.#started++
        this.tenants.count(call.tenantId, 'started', this.#parts.clock.epochMs())
        records.started(call)
      },
      answered: (answer) => records.answered(answer),
      charged: (charged) => records.charged(charged),
      ended: (end) => {
        if (FAILURES.has(end.cause)) this.#countFailure(end.tenantId)
        records.ended(end)
      },
      alive: (...what) => records.alive(...what),
      dialled: (...what) => records.dialled?.(...what),
      refused: (request) => {
        if (!CHALLENGES.has(request.status)) this.#refused++
        records.refused?.(request)
      },
    }
  }

  #countFailure(tenantId: string): void {
    this.#failed++
    this.tenants.count(tenantId, 'failed', this.#parts.clock.epochMs())
  }

  close(): void {
    this.#timer.cancel()
  }

  #next(): Timer {
    return this.#parts.clock.after(TRAFFIC_STEP_MS, () => {
      this.#timer = this.#next()
      this.#sample()
    })
  }

  #sample(): void {
    const { clock, calls, registrations } = this.#parts
    const counted = { started: this.#started, failed: this.#failed, refused: this.#refused }
    this.#started = this.#failed = this.#refused = 0
    this.#samples.push({ atMs: clock.epochMs(), ...counted, calls: calls(), registrations: registrations() })
    if (this.#samples.length > MAX_TRAFFIC_SAMPLES) this.#samples.shift()
  }
}
