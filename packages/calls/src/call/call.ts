import type { Clock, Scope, Timer } from '@klinke/foundation'
import type { Endpoint, EndpointProfile, MediaSession, MediaSource } from '@klinke/rtp'
import type { SipRequest } from '@klinke/sip'
import { causeOf } from '../bridge/bridge.ts'
import type { CallParty, CallStarted } from '../call-records.ts'
import type { CallProfile } from '../dial-plan.ts'
import { readableReason } from '../header-policy.ts'
import type { CallerLeg } from '../leg/caller-leg.ts'
import type { Leg } from '../leg/leg.ts'
import type { LegDialog } from '../leg/leg-dialog.ts'
import type { OutboundLeg } from '../leg/outbound-leg.ts'
import type { CallState } from '../live-call.ts'
import { type Outcome, talked } from '../outcome.ts'
import type { CallJournal } from './call-journal.ts'
import { EarlyMedia } from './early-media.ts'
import { listenTo } from './listen-to.ts'
import { talkTo } from './talk-to.ts'

export interface CallParts {
  readonly id: string
  readonly profile: CallProfile
  readonly scope: Scope
  readonly caller: CallerLeg
  readonly media: MediaSession
  readonly journal: CallJournal
  readonly clock: Clock
  /** An identifier for a record of this call at one more tenant. */
  readonly newId: () => string
}

/** One call, from its INVITE to its record's end: what a flow acts on. */
export class Call {
  readonly id: string
  readonly profile: CallProfile
  /** Owns the call's legs and timers; they end with it. */
  readonly scope: Scope
  readonly caller: CallerLeg
  readonly media: MediaSession
  readonly journal: CallJournal
  readonly early: EarlyMedia
  /** Settles when something ends the call that the flow does not wait for: the caller gives up, silence, a limit. */
  readonly over: Promise<Outcome>
  readonly #end: (outcome: Outcome) => void
  readonly #clock: Clock
  readonly #newId: () => string
  readonly #called = new Set<OutboundLeg>()
  #endpoints = 0
  #state: CallState = 'routing'
  #sinceMs: number

  constructor(parts: CallParts) {
    this.id = parts.id
    this.profile = parts.profile
    this.scope = parts.scope
    this.caller = parts.caller
    this.media = parts.media
    this.journal = parts.journal
    this.early = new EarlyMedia(parts.caller, parts.media)
    this.#clock = parts.clock
    this.#newId = parts.newId
    this.#sinceMs = parts.clock.epochMs()
    const over = Promise.withResolvers<Outcome>()
    this.over = over.promise
    this.#end = over.resolve
  }

  /** The INVITE that began it. */
  get request(): SipRequest {
    return this.caller.invite.request
  }

  /** A call to 110 or 112 (EMG-01). */
  get emergency(): boolean {
    return this.journal.first.head.emergency
  }

  get state(): CallState {
    return this.#state
  }

  /** When `state` was entered. */
  get sinceMs(): number {
    return this.#sinceMs
  }

  /** The parties, caller first. */
  get legs(): readonly Leg[] {
    return [this.caller, ...this.#called]
  }

  get calledLegs(): Iterable<OutboundLeg> {
    return this.#called
  }

  /** Records a decision with its reason, such as `forwarded`, `no answer after 20 s`. */
  note(step: string, detail: string): void {
    this.journal.note(step, detail)
  }

  /** The call goes on at another tenant, which gets a record of its own. */
  enter(head: Omit<CallStarted, 'id' | 'startedAtMs' | 'sipCallId'>): void {
    this.journal.enter({ ...head, id: this.#newId(), startedAtMs: this.#clock.epochMs(), sipCallId: this.caller.sipCallId })
  }

  /** Answers the caller and lets both talk until one of them is gone. */
  talkTo(leg: OutboundLeg): Promise<Outcome> {
    return talkTo(this, leg)
  }

  /** Answers the caller in the name of `as` and plays `source` until the caller hangs up. */
  listenTo(source: MediaSource, as: CallParty): Promise<Outcome> {
    return listenTo(this, source, as)
  }

  /** Sends the caller the 2xx. Throws `CallOver` when the caller is gone. */
  answerCaller(sdp: string): LegDialog {
    return this.caller.answer(sdp, this.profile.sessionExpiresSeconds)
  }

  /** Ends the call whatever its flow waits for. The first outcome counts. */
  end(outcome: Outcome): void {
    this.#end(outcome)
  }

  /** One more party's media in this call. */
  newEndpoint(profile: EndpointProfile): Endpoint {
    this.#endpoints++
    return this.media.endpoint(`called-${this.#endpoints}`, profile)
  }

  /** A party is being called. */
  dials(leg: OutboundLeg): void {
    this.#called.add(leg)
    if (this.#state === 'routing') this.enterState('ringing')
  }

  /** A called party that did not come into the call. */
  dismiss(leg: OutboundLeg): void {
    if (!this.#called.delete(leg)) return
    this.scope.disown(leg)
    void this.#release(leg.endpoint)
  }

  /** Wakes in `delayMs`, unless cancelled. */
  after(delayMs: number, wake: () => void): Timer {
    return this.#clock.after(delayMs, wake)
  }

  /** The caller has got the answer, in the name of `by`. */
  answered(by: CallParty, dialog: LegDialog): void {
    if (this.#state === 'answered') return
    this.enterState('answered')
    this.journal.answered(by)
    void dialog.ended.then((end) => this.end(talked(causeOf('caller', end), end.by === 'remote' ? readableReason(end.reason) : undefined)))
    const { maxCallSeconds } = this.profile
    if (maxCallSeconds === undefined || maxCallSeconds === null) return
    const limit = this.#clock.after(maxCallSeconds * 1000, () => this.end(talked('duration-limit')))
    this.scope.own({ close: () => limit.cancel() })
  }

  enterState(state: CallState): void {
    this.#state = state
    this.#sinceMs = this.#clock.epochMs()
  }

  /** An engine in trouble has said so by the media's events; a port less to give back harms no one here. */
  async #release(endpoint: Endpoint): Promise<void> {
    try {
      await this.media.remove(endpoint)
    } catch {
      // Its session is closed already.
    }
  }
}
