import { type InfoKey, type InviteSession, infoKeyOf, type SessionEnd, type SessionRequest, type SipRequest } from '@klinke/sip'
import { decideUnbridged } from '../bridge/decide-unbridged.ts'
import { mediaRefusal } from '../call/media-failure.ts'

/** How a party's dialog ended. `program`: its user hung up by other means than the phone (`LegDialog.leave`). */
export type PartyEnd = SessionEnd | { readonly by: 'program' }

/** Decides what the peer asks inside the dialog. If it throws, that request alone is refused. */
export type RequestDecider = (request: SessionRequest) => void | Promise<void>

/**
 * A leg's dialog from the answer on. It reads the peer's requests for the dialog's whole life and hands each to
 * whoever is in charge at that moment, since a leg may pass from one bridge to another.
 */
export class LegDialog {
  readonly session: InviteSession
  /** Settles when the dialog is over, whoever ended it. */
  readonly ended: Promise<PartyEnd>
  #decide: RequestDecider = decideUnbridged
  #pressed: ((key: InfoKey) => void) | undefined
  #bye: Promise<void> | undefined
  #over = false
  #leaves = false

  constructor(session: InviteSession) {
    this.session = session
    this.ended = session.ended.then((end) => {
      this.#over = true
      return this.#leaves && end.by === 'local' ? { by: 'program' } : end
    })
    void this.#serve()
  }

  get over(): boolean {
    return this.#over || this.#bye !== undefined
  }

  /** We have ended it, before we knew of an end by the peer. */
  get endedByUs(): boolean {
    return this.#bye !== undefined && !this.#leaves
  }

  /** Its user hangs up by other means than the phone, which gets BYE: for the call it is as if the phone had hung up. */
  leave(): Promise<void> {
    this.#leaves ||= !this.over
    return this.bye()
  }

  /** Puts `decide` in charge of the peer's requests. */
  decidedBy(decide: RequestDecider): void {
    this.#decide = decide
  }

  /**
   * Tells of each key that the peer reports by INFO, whoever is in charge of its requests; keys in the audio come as `dtmf` events
   * of the media session. One listener at a time; `undefined` takes it away.
   */
  keysTo(listener: ((key: InfoKey) => void) | undefined): void {
    this.#pressed = listener
  }

  /** Ends the dialog unless it is over; settles when the peer has confirmed or is given up. */
  bye(reason?: string): Promise<void> {
    if (this.#over) return Promise.resolve()
    this.#bye ??= this.session.bye(reason)
    return this.#bye
  }

  async #serve(): Promise<void> {
    for await (const request of this.session.requests) void this.#handle(request)
  }

  async #handle(request: SessionRequest): Promise<void> {
    try {
      if (this.#pressed !== undefined && request.kind === 'request') this.#press(this.#pressed, request.request)
      await this.#decide(request)
    } catch (error) {
      const status = mediaRefusal(error)?.status ?? 500
      if (request.kind === 'request') request.respond(status)
      else request.reject(status)
    }
  }

  #press(pressed: (key: InfoKey) => void, request: SipRequest): void {
    const key = infoKeyOf(request)
    if (key !== undefined) pressed(key)
  }
}
