import type { Clock } from '@klinke/foundation'
import type { CallCharge, CallIdentity, CallKey, CallParty, CallRecords, CallStarted, EndCause, RoutingStep } from '../call-records.ts'
import type { Leg } from '../leg/leg.ts'
import type { RoutingStepName } from '../routing-steps.ts'
import { type CallEnding, CallRecord } from './call-record.ts'

/**
 * The records of one undertaking: one for each tenant it passes through. A decision is noted for the tenant that the
 * call is with at the time, so that no customer reads another's routing; answer and end concern all.
 *
 * A journal begins with a call and may outlive it: it ends when the last of its own parties has gone, wherever that party
 * has been moved, so that a leg over a carrier is charged until it really ends.
 */
export class CallJournal {
  readonly first: CallRecord
  readonly #records: CallRecords
  readonly #clock: Clock
  #current: CallRecord
  #others: CallRecord[] | undefined
  #parties: Leg[] = []
  #caller: Leg | undefined
  #called: Leg | undefined
  #over = false

  constructor(head: CallStarted, records: CallRecords, clock: Clock) {
    this.#records = records
    this.#clock = clock
    this.first = new CallRecord(head, records, clock)
    this.#current = this.first
  }

  /** The call enters another tenant, where it is a call of its own, or goes on from its tenant to the public network, which is one more to be charged. */
  enter(head: CallStarted): CallRecord {
    this.#current = new CallRecord(head, this.#records, this.#clock)
    this.#others = [...(this.#others ?? []), this.#current]
    return this.#current
  }

  /** That tenant has refused it: what becomes of the call elsewhere is no concern of its. The call is back where it came from. */
  leave(record: CallRecord, cause: EndCause, sipStatus: number): void {
    const { records } = this
    if (this.#current === record) this.#current = records.slice(0, records.indexOf(record)).findLast(({ over }) => !over) ?? this.first
    const endedAtMs = this.#clock.epochMs()
    if (record.answeredAtMs === undefined) record.ended(refusal(cause, sipStatus), endedAtMs)
    else record.ended({ cause, sipStatus: undefined, callerMedia: undefined, calledMedia: undefined }, endedAtMs)
  }

  /** The records of another undertaking in the same call. */
  another(head: CallStarted): CallJournal {
    return new CallJournal(head, this.#records, this.#clock)
  }

  /** The record that gets the decisions, and what it is rated by. */
  get current(): CallRecord {
    return this.#current
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

  get over(): boolean {
    return this.#over
  }

  get wasAnswered(): boolean {
    return this.first.answeredAtMs !== undefined
  }

  /** Who is charged here: the record is open as long as one of them is in a call. */
  get parties(): readonly Leg[] {
    return this.#parties
  }

  concerns(leg: Leg): boolean {
    return this.#parties.includes(leg)
  }

  joins(leg: Leg): void {
    if (!this.#parties.includes(leg)) this.#parties.push(leg)
  }

  note(step: RoutingStepName, detail: string, words?: RoutingStep['words']): void {
    this.#current.note(step, detail, words)
  }

  /** Who the call is shown as outside, by the record that goes there. */
  identified(identity: CallIdentity): void {
    this.#current.identified(identity)
  }

  /** What it is rated by, by the record that leaves. */
  charged(charge: CallCharge): void {
    this.#current.charged(charge)
  }

  /** A party is being called: the ladder of the tenant that the call is with shows it, and no other's. */
  dials({ sipCallId, party }: Leg): void {
    this.#records.dialled?.(this.#current.key, sipCallId, party)
  }

  answered(by: CallParty): void {
    this.first.answered(by)
    for (const record of this.#others ?? []) record.answered(by)
  }

  /** Whose media the record tells of: the first two that were connected. */
  connects(caller: Leg, called: Leg | undefined): void {
    this.#caller ??= caller
    this.#called ??= called
  }

  /** The legs whose media the record tells of. */
  get measured(): readonly (Leg | undefined)[] {
    return [this.#caller, this.#called]
  }

  /** Ends the records of an answered call, with the counters that its parties have by now. A tenant at which nobody answered has refused it. */
  end(cause: EndCause, endedAtMs: number): void {
    if (this.#over) return
    this.#over = true
    const ending = { cause, sipStatus: undefined, callerMedia: this.#caller?.counters, calledMedia: this.#called?.counters }
    for (const record of this.records) record.ended(record.answeredAtMs === undefined ? refusal('cancelled', 487) : ending, endedAtMs)
  }

  /** The same while the call goes on: the counters of those who have gone are waited for. */
  async endWhenCounted(cause: EndCause, endedAtMs: number): Promise<void> {
    await Promise.all([this.#caller?.counted, this.#called?.counted])
    this.end(cause, endedAtMs)
  }

  /** Ends the records of a call that was not answered. */
  refused(cause: EndCause, sipStatus: number, endedAtMs: number): void {
    if (this.#over) return
    this.#over = true
    for (const record of this.records) record.ended(refusal(cause, sipStatus), endedAtMs)
  }
}

function refusal(cause: EndCause, sipStatus: number): CallEnding {
  return { cause, sipStatus, callerMedia: undefined, calledMedia: undefined }
}
