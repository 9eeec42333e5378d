import { unreachable } from '@klinke/foundation'
import type { Endpoint, MediaEngine, MediaSession, MediaSource } from '@klinke/rtp'
import type { InviteSession, SessionRequest } from '@klinke/sip'

/** As the networks of German carriers speak. */
const CODECS = ['PCMA', 'PCMU'] as const

/** The network's end of one call's media. */
export class CallMedia {
  readonly #session: MediaSession
  readonly #endpoint: Endpoint

  constructor(engine: MediaEngine, callId: string) {
    this.#session = engine.open(callId)
    this.#endpoint = this.#session.endpoint('network', { srtp: 'offered', addressFamily: 'IPv4', codecs: CODECS })
  }

  answer(offer: string): Promise<string> {
    return this.#session.answer(this.#endpoint, offer)
  }

  offer(): Promise<string> {
    return this.#session.offer(this.#endpoint)
  }

  accept(answer: string): Promise<void> {
    return this.#session.accept(this.#endpoint, answer)
  }

  async play(source: MediaSource): Promise<void> {
    await this.#session.play(this.#endpoint, source)
  }

  close(): Promise<void> {
    return this.#session.close()
  }

  /** Goes along with what the customer wants to change during the call: hold, resume, another codec. Ends with the session. */
  async follow(session: InviteSession): Promise<void> {
    for await (const request of session.requests) await this.#decide(request)
  }

  async #decide(request: SessionRequest): Promise<void> {
    switch (request.kind) {
      case 'offer':
        return request.answer(await this.answer(request.sdp))
      case 'offer-wanted': {
        const answer = await request.offer(await this.offer())
        return answer === undefined ? undefined : this.accept(answer)
      }
      case 'refer':
        return request.reject(603)
      case 'request':
        return request.respond(request.request.method === 'INFO' ? 200 : 405)
      default:
        return unreachable(request)
    }
  }
}
