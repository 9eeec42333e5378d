import type { MediaSource } from '@klinke/rtp'
import { causeOf } from '../bridge/bridge.ts'
import { decideInCall } from '../bridge/decide-in-call.ts'
import type { CallParty, CallStarted, EndCause } from '../call-records.ts'
import { readableReason } from '../header-policy.ts'
import type { Leg } from '../leg/leg.ts'
import type { PartyEnd } from '../leg/leg-dialog.ts'
import { refused, talked } from '../outcome.ts'
import { unattended } from '../unattended.ts'
import type { Call, CallObserver } from './call.ts'
import type { CallJournal } from './call-journal.ts'
import { countMedia } from './count-media.ts'

/** Records that one call begins: as many transfers and consultations it takes, then no more. */
const MAX_UNDERTAKINGS = 50

/** Who takes part in a call, who leads it, and whose records it keeps. Legs come by being called or taken over, and go one by one. */
export class CallParties {
  readonly #call: Call
  readonly #observer: CallObserver
  readonly #legs: Leg[] = []
  /** Of this call itself, and of what was undertaken in it. */
  readonly #own: CallJournal[]
  /** Of parties that came from another call. */
  #brought: CallJournal[] = []
  readonly #beside = new Set<Leg>()
  #principal: Leg | undefined
  #principalEnds = true
  #successor: (() => void) | undefined
  #background: MediaSource | undefined
  #endpoints = 0
  /** Where legs went that another call has taken over. */
  #departed: Map<Leg, Call> | undefined
  #departing: Set<Promise<unknown>> | undefined

  constructor(call: Call, journal: CallJournal, observer: CallObserver) {
    this.#call = call
    this.#observer = observer
    this.#own = [journal]
    this.#principal = call.caller
    if (call.caller !== undefined) this.#legs.push(call.caller)
  }

  get legs(): readonly Leg[] {
    return this.#legs
  }

  get principal(): Leg {
    if (this.#principal === undefined) throw new Error('The call has no party yet.')
    return this.#principal
  }

  /** A call that the exchange makes itself has nobody in it at first. */
  get hasPrincipal(): boolean {
    return this.#principal !== undefined
  }

  /** The principal's media is agreed with us: it is answered, or hears early media of ours. */
  get endsHere(): boolean {
    const leg = this.#principal
    return leg !== undefined && (leg.dialog !== undefined || (leg === this.#call.caller && this.#call.early.endsHere))
  }

  /** All records that end with this call, its own first. */
  get journals(): readonly CallJournal[] {
    return this.#brought.length === 0 ? this.#own : [...this.#own, ...this.#brought]
  }

  /** What happens in the call is told to the newest of its own, as long as one is open. */
  get journal(): CallJournal {
    const isOpen = (journal: CallJournal): boolean => !journal.over
    const [first] = this.#own
    if (first === undefined) throw new Error('A call has a record.')
    return this.#own.findLast(isOpen) ?? this.#brought.findLast(isOpen) ?? first
  }

  /** `leg`, which is in the call, is beside those who talk: the call goes on without it, and an emergency call never has anybody beside. */
  attends(leg: Leg): void {
    this.#beside.add(leg)
    void leg.dialog?.ended.then(() => this.release(leg))
  }

  isBeside(leg: Leg): boolean {
    return this.#beside.has(leg)
  }

  has(leg: Leg): boolean {
    return this.#legs.includes(leg)
  }

  /** It is in this call, answered, and has not hung up. */
  isThere(leg: Leg): boolean {
    return leg.state === 'answered' && this.has(leg)
  }

  /** The leg whose media is that endpoint. */
  at(endpoint: string): Leg | undefined {
    return this.#legs.find((leg) => leg.endpoint.id === endpoint)
  }

  newEndpointId(kind: 'called' | 'joined'): string {
    this.#endpoints++
    return `${kind}-${this.#endpoints}`
  }

  /** A party is being called. */
  dials(leg: Leg): void {
    this.#legs.push(leg)
    this.journal.dials(leg)
    if (this.#call.state === 'routing') this.#call.enterState('ringing')
    this.changed(leg)
  }

  /** A called party that did not come into the call. */
  dismiss(leg: Leg): void {
    if (!this.#remove(leg)) return
    this.#call.scope.disown(leg)
    closeDigits(leg)
    this.#leftBehind(leg, leg.dialog?.endedByUs === false ? 'hung-up-by-called' : 'hung-up-by-caller')
    this.changed(leg)
    unattended(this.#call.media.remove(leg.endpoint))
  }

  /** The leg's dialog stands: from now on its requests and keys are served, and its end is noticed. */
  joined(leg: Leg): void {
    const { dialog } = leg
    if (dialog === undefined) return
    dialog.decidedBy(decideInCall(this.#call, leg))
    dialog.keysTo(({ digit }) => leg.digits.pressed(digit, 'info'))
    void dialog.ended.then((end) => this.#ended(leg, end))
    this.changed(leg)
  }

  /** The principal hears `source` from now on, in the background; its successor will hear the same. */
  hears(source: MediaSource | undefined): void {
    this.#background = source
  }

  get background(): MediaSource | undefined {
    return this.#background
  }

  /** From now on the call is led on behalf of `leg`, and ends with it, unless `successor` puts another in its place. */
  lead(leg: Leg, successor?: () => void): void {
    this.#principal = leg
    this.#principalEnds = true
    this.#successor = successor
    if (leg.dialog?.over === true) this.#call.end(talked(leg.role === 'caller' ? 'hung-up-by-caller' : 'hung-up-by-called'))
  }

  /** The principal may hang up without ending the call: somebody else will lead it then. */
  detachPrincipal(): void {
    this.#principalEnds = false
  }

  /** `leg` takes the place of `old`: records that would end with that one, such as of a call that still rings, go on with this one. */
  succeeds(old: Leg, leg: Leg): void {
    for (const journal of this.journals) {
      const goesOn = journal.parties.some((party) => party !== old && party.state !== 'ended')
      if (!journal.over && journal.concerns(old) && !goesOn) journal.joins(leg)
    }
  }

  /** The principal ends the call again by hanging up; it may have done so meanwhile. */
  attachPrincipal(): void {
    this.#principalEnds = true
    const leg = this.#principal
    if (leg?.dialog?.over !== true) return
    this.#successor?.()
    if (leg === this.#principal) this.#call.end(talked(leg.role === 'caller' ? 'hung-up-by-caller' : 'hung-up-by-called'))
  }

  /** A party goes, and the call goes on. */
  release(leg: Leg, reason?: string): void {
    if (!this.#remove(leg)) return
    // It may have been given up, as one who has not accepted, and released before it was dismissed.
    const cause = leg.role === 'caller' || leg.dialog?.endedByUs === true ? 'hung-up-by-caller' : 'hung-up-by-called'
    this.#call.scope.disown(leg)
    if (leg === this.#call.caller && leg.dialog === undefined) {
      // Who is rung may still answer the offer that was made of this caller's: its media stays until the call ends.
      this.#call.caller.refuse(refused('cancelled', 487))
    } else {
      unattended(leg.hangUp(reason))
      void countMedia(this.#call.media, leg)
    }
    closeDigits(leg)
    this.#leftBehind(leg, cause)
    this.changed(leg)
  }

  /** The call goes on whoever leaves: a conference. */
  get leaderless(): boolean {
    return !this.#principalEnds
  }

  /** Parties that are gone already, and not the principal. */
  releaseEnded(): void {
    for (const leg of [...this.#legs]) if (leg.state === 'ended' && leg !== this.#principal) this.release(leg)
  }

  /** The leg belongs to another call from now on; `moving` is its media on the way there. */
  departs(leg: Leg, to: Call, moving: Promise<unknown>): void {
    this.#remove(leg)
    this.#departed ??= new Map()
    this.#departed.set(leg, to)
    this.#departing ??= new Set()
    this.#departing.add(moving)
  }

  /** A leg comes from another call. */
  arrives(leg: Leg): void {
    this.#legs.push(leg)
    if (leg.party.tenantId !== undefined) this.#observer.entered(this.#call, leg.party.tenantId)
    this.joined(leg)
  }

  /** Settles when the media of all legs that left has arrived elsewhere. */
  async departed(): Promise<void> {
    if (this.#departing !== undefined) await Promise.allSettled(this.#departing)
  }

  /** The call in which a leg goes on that has left this one. */
  whereabouts(leg: Leg): Call | undefined {
    const next = this.#departed?.get(leg)
    return next?.parties.whereabouts(leg) ?? next
  }

  /** So much has been undertaken in this call that it is enough: phones that transfer in a circle must not fill the memory. */
  get mayUndertake(): boolean {
    return this.#own.length <= MAX_UNDERTAKINGS
  }

  /** Begins the record of something that is undertaken inside this call. */
  undertakes(head: CallStarted): CallJournal {
    // Nobody listens to a call for help (EMG-01).
    if (head.emergency) for (const leg of [...this.#beside]) this.release(leg)
    const journal = this.journal.another(head)
    this.#own.push(journal)
    return journal
  }

  /** Records of parties that came from another call, or of a new undertaking inside this one. */
  keeps(journal: CallJournal): void {
    this.#brought.push(journal)
  }

  /** The newest record is answered by `by`. */
  answered(by: CallParty, leg?: Leg): void {
    this.journal.answered(by)
    if (this.#principal !== undefined) this.journal.connects(this.#principal, leg)
  }

  /** A leg's state is another. */
  changed(leg: Leg): void {
    this.#observer.changed(this.#call, leg)
  }

  /** Ends the records whose parties have all gone, while the call goes on with others. */
  #leftBehind(leg: Leg, cause: EndCause): void {
    for (const journal of this.journals) {
      if (journal.over || !journal.concerns(leg) || journal.parties.some((party) => party.state !== 'ended')) continue
      void journal.endWhenCounted(cause, this.#call.clock.epochMs())
    }
  }

  #ended(leg: Leg, end: PartyEnd): void {
    if (!this.#legs.includes(leg)) return
    this.changed(leg)
    if (leg === this.#principal && this.#principalEnds) this.#successor?.()
    if (leg === this.#principal && this.#principalEnds) {
      // Who asks it for keys learns from the end of the call that there will be none.
      this.#call.end(talked(causeOf(leg.role, end), end.by === 'remote' ? readableReason(end.reason) : undefined))
    } else closeDigits(leg)
    this.#call.bridge?.legEnded(leg, end)
  }

  #remove(leg: Leg): boolean {
    const index = this.#legs.indexOf(leg)
    if (index >= 0) this.#legs.splice(index, 1)
    this.#beside.delete(leg)
    return index >= 0
  }
}

/** Ends the keys of a party that is gone; most have never been asked for. */
export function closeDigits(leg: Leg): void {
  if (leg.hasDigits) leg.digits.close()
}
