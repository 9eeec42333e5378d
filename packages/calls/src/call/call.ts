import type { Clock, Scope, Timer } from '@klinke/foundation'
import type { Endpoint, EndpointProfile, MediaSession, MediaSource, Playback, PlaybackEnd, Recording } from '@klinke/rtp'
import type { SipRequest } from '@klinke/sip'
import type { Bridge, BridgeEnd, TalkOptions } from '../bridge/bridge.ts'
import type { Attendance, TalkObserver } from '../bridge/talk.ts'
import type { CallCharge, CallIdentity, CallParty, CallStarted, RoutingStep } from '../call-records.ts'
import type { Ringing } from '../dial/ring.ts'
import type { CallProfile, Origin } from '../dial-plan.ts'
import type { CallerLeg } from '../leg/caller-leg.ts'
import type { Leg } from '../leg/leg.ts'
import type { CallState } from '../live-call.ts'
import type { Outcome, Refusal } from '../outcome.ts'
import type { RoutingStepName } from '../routing-steps.ts'
import type { Consultation } from '../transfer/consultation.ts'
import { answerPrincipal } from './answer.ts'
import type { CallJournal } from './call-journal.ts'
import { type Collected, type CollectOptions, collect } from './collect.ts'
import { DurationLimit } from './duration-limit.ts'
import { EarlyMedia } from './early-media.ts'
import { type FaxWatch, unlessFax } from './fax-watch.ts'
import { listenTo } from './listen-to.ts'
import { CallParties } from './parties.ts'
import { type CallRecording, play, record, startPlaying } from './party-media.ts'
import { talkTo } from './talk-to.ts'
import type { Undertaking } from './undertaking.ts'

export interface CallParts {
  readonly id: string
  readonly profile: CallProfile
  readonly scope: Scope
  /** The party that called us; absent: the exchange makes the call itself. */
  readonly caller: CallerLeg | undefined
  readonly origin: Origin | undefined
  /** The INVITE, or what it would be if somebody had sent one. */
  readonly request: SipRequest
  readonly media: MediaSession
  /** Media ends here, leg by leg, so that legs can be connected anew, played to and moved without asking the phones. */
  readonly anchored: boolean
  readonly journal: CallJournal
  readonly clock: Clock
  /** An identifier for a record of this call at one more tenant. */
  readonly newId: () => string
  readonly observer: CallObserver
  readonly talks?: TalkObserver | undefined
}

/** Told of what the lists of calls and the feed of their states follow. */
export interface CallObserver {
  /** A leg's state is another, or the leg has come or gone. */
  changed(call: Call, leg: Leg): void
  /** The call goes on at one more tenant. */
  entered(call: Call, tenantId: string): void
}

/** Parties of a call that hear each other by other means than a bridge: a conference. */
export interface Gathering {
  has(leg: Leg): boolean
  /** `leg`, which is in the call, takes the seat of `old`, who goes. */
  replace(old: Leg, leg: Leg): void
  /** It holds, or is back: the others must not hear the music of its phone. */
  holds(leg: Leg, holding: boolean): void
}

/** One call, from its INVITE to its record's end: what a flow acts on. */
export class Call {
  readonly id: string
  readonly profile: CallProfile
  /** Owns the call's legs and timers; they end with it. */
  readonly scope: Scope
  /** Whose INVITE began the call; `undefined` of a call that the exchange made itself. It may be long gone. */
  readonly caller: CallerLeg | undefined
  /** Who that is. */
  readonly origin: Origin | undefined
  readonly media: MediaSession
  readonly anchored: boolean
  readonly early: EarlyMedia
  readonly parties: CallParties
  readonly limit = new DurationLimit(this)
  /** Settles when something ends the call that the flow does not wait for: the principal hangs up, silence, a limit. */
  readonly over: Promise<Outcome>
  /** The bridge in which the principal talks now. */
  bridge: Bridge | undefined
  /** The devices that are rung for the principal now. */
  ringing: Ringing | undefined
  /** What one of its parties has begun inside it. */
  undertaking: Undertaking | undefined
  /** Its parties are together in a conference. */
  gathering: Gathering | undefined
  /** A party talks to two others in turn. */
  consultation: Consultation | undefined
  /** Where the principal goes when the flow reaches nobody for it: somebody waits for it elsewhere. */
  unreached: ((refusal: Refusal) => Promise<Outcome>) | undefined
  /** Somebody wants to know whether a fax machine calls. */
  fax: FaxWatch | undefined
  /** A fax machine is a party: parties are offered what carries fax only, and nothing is made of the silence of one. */
  carriesFax: boolean
  /** Who is rung from now on is given up at once: the principal waits for nobody. */
  ringsNobody = false
  /** The media engine has failed under a call for help that was made out of this one, or had no room for it. */
  relayLost = false
  /** Its two parties exchange their media themselves since then. */
  apart = false
  readonly newId: () => string
  readonly clock: Clock
  /** Goes along with the conversations of this call. */
  readonly talks: TalkObserver | undefined
  readonly #request: SipRequest
  readonly #observer: CallObserver
  readonly #end: (outcome: Outcome) => void
  #state: CallState = 'routing'
  #sinceMs: number

  constructor(parts: CallParts) {
    this.id = parts.id
    this.profile = parts.profile
    this.scope = parts.scope
    this.caller = parts.caller
    this.origin = parts.origin
    this.media = parts.media
    this.anchored = parts.anchored
    this.clock = parts.clock
    this.#request = parts.request
    this.newId = parts.newId
    this.early = new EarlyMedia(this)
    this.parties = new CallParties(this, parts.journal, parts.observer)
    this.#observer = parts.observer
    this.talks = parts.talks
    this.#sinceMs = parts.clock.epochMs()
    this.carriesFax = parts.profile.fax === true
    const over = Promise.withResolvers<Outcome>()
    this.over = over.promise
    this.#end = over.resolve
  }

  /** What asked for it: the INVITE that began it, or what a party wants inside it now. */
  get request(): SipRequest {
    return this.undertaking?.request ?? this.#request
  }

  /** The records that are being written; the newest decides get the decisions. */
  get journal(): CallJournal {
    return this.parties.journal
  }

  get tenantId(): string {
    return this.parties.journals[0]?.first.head.tenantId ?? ''
  }

  /** Everybody who has a record of it: a call between two customers is both's, and either may move parties in it. */
  get tenants(): readonly string[] {
    return this.parties.journals.flatMap(({ keys }) => keys.map(({ tenantId }) => tenantId))
  }

  /** A call to 110 or 112 (EMG-01), or one out of which a party has called there: by code, or by transfer. */
  get emergency(): boolean {
    const [own, ...others] = this.parties.journals
    return own?.first.head.emergency === true || others.some(({ over, first }) => !over && first.head.emergency)
  }

  get state(): CallState {
    return this.#state
  }

  /** When `state` was entered. */
  get sinceMs(): number {
    return this.#sinceMs
  }

  /** The parties, in the order in which they came. */
  get legs(): readonly Leg[] {
    return this.parties.legs
  }

  /** The party on whose behalf the call is led: at first the caller. When it hangs up the call ends. */
  get principal(): Leg {
    return this.parties.principal
  }

  /** Where it hears others by a room: in a conference, or beside two that talk. */
  seatOf(leg: Leg): Gathering | Attendance | undefined {
    const { gathering } = this
    if (gathering?.has(leg) === true) return gathering
    const attendance = this.bridge?.attendance
    return attendance?.has(leg) === true ? attendance : undefined
  }

  /** Who it is shown as outside, and who is charged for it (CLI-02): for the record. */
  identified(identity: CallIdentity): void {
    this.journal.identified(identity)
  }

  /** What it is rated by where it leaves the customer: for the record. */
  charged(charge: CallCharge): void {
    this.journal.charged(charge)
  }

  /** Records a decision with its reason, such as `forwarded`, `no answer after 20 s`. */
  note(step: RoutingStepName, detail: string, words?: RoutingStep['words']): void {
    this.journal.note(step, detail, words)
  }

  /** The call goes on at another tenant, or from its own to the public network: with a record of its own. What is given ends that record when the call is refused there. */
  enter(head: Omit<CallStarted, 'id' | 'startedAtMs' | 'sipCallId'>): (refusal: Refusal) => void {
    const sipCallId = this.principal.sipCallId
    const { journal } = this
    const record = journal.enter({ ...head, id: this.newId(), startedAtMs: this.clock.epochMs(), sipCallId })
    this.#observer.entered(this, head.tenantId)
    return ({ cause, status }) => journal.leave(record, cause, status)
  }

  /**
   * Answers the principal in the name of `as`, with media that ends here, so that it can be played to, asked and recorded.
   * Nothing happens if it is answered already. Throws `CallOver` when it is gone.
   */
  answer(as: CallParty): Promise<void> {
    return answerPrincipal(this, as)
  }

  /**
   * Lets the caller hear what is played to it before the answer (183): announcements and music that cost nothing (LAW-08).
   * False when that cannot be: the caller made no offer, or hears a called party already.
   */
  earlyMedia(): Promise<boolean> {
    return this.early.here()
  }

  /** Connects the principal with `leg`, answering it if need be, until one of them is gone or wants something else. */
  talkTo(leg: Leg, options: TalkOptions = {}): Promise<BridgeEnd> {
    return talkTo(this, leg, options)
  }

  /** Answers the caller in the name of `as` and plays `source` until the caller hangs up. */
  listenTo(source: MediaSource, as: CallParty): Promise<Outcome> {
    return listenTo(this, source, as)
  }

  /** Plays to a party, the principal unless said otherwise, and waits for the end. Rejects with `CallOver` when the call ends. */
  play(source: MediaSource, to: Leg = this.principal): Promise<PlaybackEnd> {
    return play(this, source, to)
  }

  /** Plays in the background: music while somebody is rung. It ends with the next thing that party hears. */
  startPlaying(source: MediaSource, to: Leg = this.principal): Promise<Playback> {
    return startPlaying(this, source, to)
  }

  /** Asks a party for keys; without `from` the principal, whoever that is by then. */
  collect(options: CollectOptions, from?: Leg): Promise<Collected> {
    return collect(this, options, from)
  }

  /**
   * Leads the call by `flow`; when the principal turns out to be a fax machine (its calling tone, ITU-T T.30) while something is said to it
   * or it is asked for keys, that is broken off and the call is led by `faxed`.
   *
   * @param wanted asked then; of several who ask the innermost that wants is told. Absent: always
   */
  unlessFax(flow: () => Promise<Outcome>, faxed: () => Promise<Outcome>, wanted: () => boolean = () => true): Promise<Outcome> {
    return unlessFax(this, flow, faxed, wanted)
  }

  /** Records one party, or two that talk. The recording ends with the call. */
  record(recording: CallRecording): Promise<Recording> {
    return record(this, recording)
  }

  /** Ends the call whatever its flow waits for. The first outcome counts. */
  end(outcome: Outcome): void {
    this.#end(outcome)
  }

  /** One more party's media in this call. */
  newEndpoint(profile: EndpointProfile): Endpoint {
    return this.media.endpoint(this.parties.newEndpointId('called'), this.carriesFax ? { ...profile, fax: true } : profile)
  }

  /** Wakes in `delayMs`, unless cancelled. */
  after(delayMs: number, wake: () => void): Timer {
    return this.clock.after(delayMs, wake)
  }

  /** Gives up who is rung now, and who would be rung next for the same reason. */
  stopRinging(): void {
    this.ringsNobody = true
    this.ringing?.giveUp()
  }

  /** The principal has been answered, in the name of `by`; `leg` if that is a party it is connected with. */
  answered(by: CallParty, leg?: Leg): void {
    this.parties.answered(by, leg)
    this.undertaking?.answered(leg)
    this.unreached = undefined
    if (this.#state === 'answered') return
    this.enterState('answered')
    this.limit.begin()
  }

  enterState(state: CallState): void {
    this.#state = state
    this.#sinceMs = this.clock.epochMs()
  }
}
