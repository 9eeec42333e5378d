import type { InviteSession, SessionEnd, SessionRequest } from '@klinke/sip'
import { decideUnbridged } from '../bridge/decide-unbridged.ts'
import { mediaRefusal } from '../call/media-failure.ts'

/** Decides what the peer asks inside the dialog. If it throws, that request alone is refused. */
export type RequestDecider = (request: SessionRequest) => void | Promise<void>

/**
 * A leg's dialog from the answer on. It reads the peer's requests for the dialog's whole life and hands each to
 * whoever is in charge at that moment, since a leg may pass from one bridge to another.
 */
export class LegDialog {
  readonly session: InviteSession
  /** Settles when the dialog is over, whoever ended it. */
  readonly ended: Promise<SessionEnd>
  #decide: RequestDecider = decideUnbridged
  #bye: Promise<void> | undefined
  #over = false

  constructor(session: InviteSession) {
    this.session = session
    this.ended = session.ended.then((end) => {
      this.#over = true
      return end
    })
    void this.#serve()
  }

  get over(): boolean {
    return this.#over || this.#bye !== undefined
  }

  /** Puts `decide` in charge of the peer's requests. */
  decidedBy(decide: RequestDecider): void {
    this.#decide = decide
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
      await this.#decide(request)
    } catch (error) {
      const status = mediaRefusal(error)?.status ?? 500
      if (request.kind === 'request') request.respond(status)
      else request.reject(status)
    }
  }
}
