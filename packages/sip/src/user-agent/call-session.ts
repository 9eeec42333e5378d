import type { SipMethod } from '../message/message.ts'
import type { OutgoingRefer, OutgoingReferral } from '../refer/referral.ts'
import type { Flow } from '../transport/transport.ts'
import { outcomeOf } from './request-outcome.ts'
import type { InviteSession, OfferOutcome, RequestContent, SessionEnd, SessionRequest } from './session.ts'
import type { SessionUsage } from './session-usage.ts'
import type { HeaderField, RequestOutcome } from './user-agent.ts'

/** The application's side of a session. */
export class CallSession implements InviteSession {
  readonly #usage: SessionUsage

  constructor(usage: SessionUsage) {
    this.#usage = usage
  }

  get callId(): string {
    return this.#usage.peer.dialog.callId
  }

  get localTag(): string {
    return this.#usage.peer.dialog.localTag
  }

  get remoteTag(): string {
    return this.#usage.peer.dialog.remoteTag
  }

  get flow(): Flow {
    return this.#usage.peer.flow
  }

  get established(): Promise<{ readonly sdp: string | undefined }> {
    return this.#usage.established
  }

  get ended(): Promise<SessionEnd> {
    return this.#usage.ended
  }

  get requests(): AsyncIterable<SessionRequest> {
    return this.#usage.requests
  }

  acknowledge(sdp: string): void {
    this.#usage.acknowledge(sdp)
  }

  offer(sdp: string, method: 'INVITE' | 'UPDATE' = 'INVITE'): Promise<OfferOutcome> {
    return this.#usage.outgoing.offer(method, sdp)
  }

  askForOffer(): Promise<OfferOutcome> {
    return this.#usage.outgoing.offer('INVITE', undefined)
  }

  refer(wanted: OutgoingRefer): OutgoingReferral {
    const referral = this.#usage.referrals.refer(wanted, this.#ready())
    void referral.answer.then((outcome) => this.#usage.judge('REFER', outcome))
    return referral
  }

  async request(method: SipMethod, options: RequestContent = {}): Promise<RequestOutcome> {
    if (await this.#ready()) return { kind: 'transport-error', detail: 'the session is over' }
    const { listener, outcome } = outcomeOf()
    this.#usage.peer.send(method, options, listener)
    const result = await outcome
    this.#usage.judge(method, result)
    return result
  }

  connectedWith(from: string, headers: readonly HeaderField[]): void {
    if (!this.#usage.takesFromChange) return
    const { peer } = this.#usage
    peer.dialog = { ...peer.dialog, localParty: `${from};tag=${peer.dialog.localTag}` }
    // A refusal leaves the peer with the name it has; a peer that is gone is noticed by what judges the request.
    void this.request('UPDATE', { headers })
  }

  bye(reason?: string): Promise<void> {
    return this.#usage.end({ by: 'local' }, reason === undefined ? [] : [['Reason', reason]])
  }

  /** The called side may not be known to the caller before the handshake: its 2xx may be lost. True: the session is over. */
  async #ready(): Promise<boolean> {
    await Promise.race([this.#usage.established, this.#usage.ended])
    return this.#usage.over
  }
}
