import type { Clock } from '@klinke/foundation'
import type {
  CallCharge,
  CallIdentity,
  CallKey,
  CallParty,
  CallRecords,
  CallStarted,
  EndCause,
  LegMedia,
  RoutingStep,
} from '../call-records.ts'
import type { RoutingStepName } from '../routing-steps.ts'

/** Decisions kept per call; a flow in a loop must not fill the memory. */
export const MAX_ROUTING_STEPS = 100

export interface CallEnding {
  readonly cause: EndCause
  readonly sipStatus: number | undefined
  readonly callerMedia: LegMedia | undefined
  readonly calledMedia: LegMedia | undefined
}

/** One tenant's record of one call: started on creation, answered at most once, ended exactly once, whatever is asked of it. */
export class CallRecord {
  readonly head: CallStarted
  readonly route: RoutingStep[] = []
  readonly #records: CallRecords
  readonly #clock: Clock
  #answeredAtMs: number | undefined
  #identity: CallIdentity | undefined
  #charge: CallCharge | undefined
  #ended = false

  constructor(head: CallStarted, records: CallRecords, clock: Clock) {
    this.head = head
    this.#records = records
    this.#clock = clock
    records.started(head)
  }

  get key(): CallKey {
    return this.head
  }

  get answeredAtMs(): number | undefined {
    return this.#answeredAtMs
  }

  /** What it is rated by; undefined: nothing has left the customer. */
  get charge(): CallCharge | undefined {
    return this.#charge
  }

  /** Its end is told. */
  get over(): boolean {
    return this.#ended
  }

  /** Notes a decision with its reason. */
  note(step: RoutingStepName, detail: string, words?: RoutingStep['words']): void {
    if (this.#ended || this.route.length >= MAX_ROUTING_STEPS) return
    this.route.push({ atMs: this.#clock.epochMs(), step, detail, ...(words && { words }) })
  }

  /** The call has gone outside as this; the last one counts. */
  identified(identity: CallIdentity): void {
    this.#identity = identity
  }

  /** The call leaves the customer so; the last one counts. After the answer it is told at once: a crash must not lose what is to be paid. */
  charged(charge: CallCharge): void {
    this.#charge = charge
    const { id, tenantId } = this.head
    if (this.#answeredAtMs !== undefined && !this.#ended) this.#records.charged({ id, tenantId, charge })
  }

  answered(answeredBy: CallParty): void {
    if (this.#ended || this.#answeredAtMs !== undefined) return
    this.#answeredAtMs = this.#clock.epochMs()
    const charge = this.#charge
    const answered = { id: this.head.id, tenantId: this.head.tenantId, answeredAtMs: this.#answeredAtMs, answeredBy }
    this.#records.answered({ ...answered, ...(charge && { charge }) })
  }

  /** `endedAtMs` is when the call ended; its counters may have been read later. */
  ended(ending: CallEnding, endedAtMs: number): void {
    if (this.#ended) return
    this.#ended = true
    const { id, tenantId } = this.head
    const [identity, charge] = [this.#identity, this.#charge]
    this.#records.ended({ id, tenantId, endedAtMs, route: this.route, ...ending, ...(identity && { identity }), ...(charge && { charge }) })
  }
}
