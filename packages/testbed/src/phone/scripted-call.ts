import type { InviteSession, OfferOutcome, OutgoingRefer, Replaces, SessionEnd, SessionRequest } from '@klinke/sip'
import type { PhoneHost } from './phone-host.ts'
import { answerDirection, faxSdp, type PhoneDirection, phoneSdp } from './session-description.ts'

/** How a call looks from one phone. */
export type CallState =
  | { readonly kind: 'calling' }
  | { readonly kind: 'ringing' }
  | { readonly kind: 'talking' }
  /** Over after it was answered. */
  | { readonly kind: 'ended'; readonly by: SessionEnd['by'] }
  /** Over without an answer: the final status, 408 without one, 487 when this side gave up. */
  | { readonly kind: 'failed'; readonly status: number }

/** Where a phone says that its media is. */
type MediaPlace = Pick<PhoneHost, 'address' | 'mediaPort'>

/** One call at a `ScriptedPhone`, either direction. */
export class ScriptedCall {
  /** The other party's user: dialled, or shown. */
  readonly peer: string
  /** The name that the caller is shown by; undefined for a call that this phone makes, and for a caller without. */
  readonly displayName: string | undefined
  readonly #media: MediaPlace
  readonly #giveUp: () => void
  readonly #over = Promise.withResolvers<CallState>()
  #state: CallState
  #session: InviteSession | undefined
  #early: Replaces | undefined
  #version = 1
  #remoteSdp: string | undefined

  /** Made by `ScriptedPhone`. `giveUp` ends it while it is not answered. */
  constructor(peer: string, media: MediaPlace, state: CallState, giveUp: () => void, displayName?: string) {
    this.peer = peer
    this.displayName = displayName
    this.#media = media
    this.#state = state
    this.#giveUp = giveUp
  }

  get state(): CallState {
    return this.#state
  }

  /** Settles when the call is over, with its last state. */
  get over(): Promise<CallState> {
    return this.#over.promise
  }

  /** The newest session description of the other side. */
  get remoteSdp(): string | undefined {
    return this.#remoteSdp
  }

  /** Hangs up, cancels, or declines: whatever ends it now. Harmless after the end. */
  hangUp(): void {
    if (this.#session) void this.#session.bye()
    else this.#giveUp()
  }

  hold(): Promise<OfferOutcome> {
    return this.#offer('sendonly')
  }

  resume(): Promise<OfferOutcome> {
    return this.#offer('sendrecv')
  }

  /** What was speech becomes a fax by T.38 (ITU-T T.38 annex D). */
  changeToFax(): Promise<OfferOutcome> {
    return this.#offerSdp(this.#describeFax())
  }

  /** Asks the exchange to connect the other party with a number. Gives what became of it: the last status told; `undefined` when it was never told. `accepted` is called when it takes that on. */
  transfer(uri: string, accepted?: () => void): Promise<number | undefined> {
    return this.#refer({ target: { uri } }, accepted)
  }

  /** The same, and hangs up as soon as the exchange has taken it on. */
  transferAndLeave(uri: string): Promise<unknown> {
    return this.#refer({ target: { uri } }, () => this.hangUp())
  }

  /** Asks the exchange to connect the other party with that of another call of this phone; `accepted` is called when it takes that on. */
  connectWith(other: ScriptedCall, uri: string, accepted?: () => void): Promise<number | undefined> {
    const { replaces } = other
    if (replaces === undefined) throw new Error('Only a call that rings or talks can be connected with.')
    return this.#refer({ target: { uri, replaces } }, accepted)
  }

  /** What a Replaces says that means this call, seen from the exchange. */
  get replaces(): Replaces | undefined {
    const session = this.#session
    if (session === undefined) return this.#early
    return { callId: session.callId, toTag: session.remoteTag, fromTag: session.localTag, earlyOnly: false, params: [] }
  }

  /** The next session description of this phone. */
  describe(direction: PhoneDirection = 'sendrecv'): string {
    return phoneSdp(this.#media.address, this.#version++, direction, this.#media.mediaPort)
  }

  heard(sdp: string | undefined): void {
    this.#remoteSdp = sdp ?? this.#remoteSdp
  }

  /** The other side rings; `dialog` is how a Replaces names the call until it is answered. */
  rings(dialog?: Replaces): void {
    this.#early = dialog
    if (this.#state.kind === 'calling') this.#state = { kind: 'ringing' }
  }

  /** From now on it is a session; goes along with what the other side wants until it ends. */
  async talk(session: InviteSession): Promise<void> {
    this.#session = session
    this.#state = { kind: 'talking' }
    void session.established.then(({ sdp }) => this.heard(sdp))
    void session.ended.then(({ by }) => this.#end({ kind: 'ended', by }))
    for await (const request of session.requests) await this.#decide(request)
  }

  fail(status: number): void {
    this.#end({ kind: 'failed', status })
  }

  async #refer(wanted: OutgoingRefer, accepted: () => void = () => undefined): Promise<number | undefined> {
    if (!this.#session) throw new Error('Only an answered call can be transferred.')
    const referral = this.#session.refer(wanted)
    const answer = await referral.answer
    if (answer.kind !== 'response' || answer.response.status >= 300) return answer.kind === 'response' ? answer.response.status : undefined
    accepted()
    return referral.result
  }

  #offer(direction: PhoneDirection): Promise<OfferOutcome> {
    return this.#offerSdp(this.describe(direction))
  }

  #describeFax(): string {
    return faxSdp(this.#media.address, this.#version++, this.#media.mediaPort)
  }

  async #offerSdp(sdp: string): Promise<OfferOutcome> {
    if (!this.#session) throw new Error('Only an answered call can be changed.')
    const outcome = await this.#session.offer(sdp)
    if (outcome.kind === 'answered') this.heard(outcome.sdp)
    return outcome
  }

  async #decide(request: SessionRequest): Promise<void> {
    switch (request.kind) {
      case 'offer':
        this.heard(request.sdp)
        request.answer(request.sdp.includes('\nm=image') ? this.#describeFax() : this.describe(answerDirection(request.sdp)))
        return
      case 'offer-wanted':
        this.heard(await request.offer(this.describe()))
        return
      case 'refer':
        request.reject(603)
        return
      case 'request':
        request.respond(200)
    }
  }

  #end(state: CallState): void {
    if (this.#state.kind === 'ended' || this.#state.kind === 'failed') return
    this.#state = state
    this.#over.resolve(state)
  }
}
