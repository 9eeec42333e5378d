import type { Clock } from '@klinke/foundation'
import type { CallKey, CallParty, CallRecords, CallStarted, RoutingStep } from '../call-records.ts'
import { type CallEnding, CallRecord } from './call-record.ts'

/**
 * The records of one call: one for each tenant it passes through. A decision is noted for the tenant that the
 * call is with at the time, so that no customer reads another's routing; answer and end concern all.
 */
export class CallJournal {
  readonly first: CallRecord
  readonly #records: CallRecords
  readonly #clock: Clock
  #current: CallRecord
  #others: CallRecord[] | undefined

  constructor(head: CallStarted, records: CallRecords, clock: Clock) {
    this.#records = records
    this.#clock = clock
    this.first = new CallRecord(head, records, clock)
    this.#current = this.first
  }

  /** The call enters another tenant, where it is a call of its own. */
  enter(head: CallStarted): void {
    this.#current = new CallRecord(head, this.#records, this.#clock)
    this.#others = [...(this.#others ?? []), this.#current]
  }

  get keys(): readonly CallKey[] {
    return [this.first.key, ...(this.#others ?? []).map((record) => record.key)]
  }

  get records(): readonly CallRecord[] {
    return [this.first, ...(this.#others ?? [])]
  }

  get route(): readonly RoutingStep[] {
    return this.first.route
  }

  note(step: string, detail: string): void {
    this.#current.note(step, detail)
  }

  answered(by: CallParty): void {
    this.first.answered(by)
    for (const record of this.#others ?? []) record.answered(by)
  }

  ended(ending: CallEnding, endedAtMs: number): void {
    this.first.ended(ending, endedAtMs)
    for (const record of this.#others ?? []) record.ended(ending, endedAtMs)
  }
}
