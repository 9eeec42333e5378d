import { Channel } from '@klinke/foundation'
import {
  type Endpoint,
  type EndpointProfile,
  type EndpointStatistics,
  type MediaEngine,
  type MediaEvent,
  type MediaSession,
  type MediaSessionOptions,
  type MediaSource,
  NOTHING_COUNTED,
} from '@klinke/rtp'

/**
 * A media engine without media: it writes down what it is told. A relayed description names its way, as in
 * `offer→called-1`, so that a test sees which text reached whom.
 */
export class PaperMedia implements MediaEngine {
  readonly sessions: PaperMediaSession[] = []
  /** Thrown by the next `open`. */
  refuses: Error | undefined
  /** Thrown for each endpoint with an IPv6 address, as an engine does that has none. */
  refusesIPv6: Error | undefined

  open(callId: string, { inactivitySeconds }: MediaSessionOptions = {}): PaperMediaSession {
    if (this.refuses) throw this.refuses
    const session = new PaperMediaSession(callId, inactivitySeconds, this.refusesIPv6)
    this.sessions.push(session)
    return session
  }

  /** Sessions that nobody closed. */
  get opened(): number {
    return this.sessions.filter((session) => !session.closed).length
  }

  close(): Promise<void> {
    return Promise.resolve()
  }
}

export class PaperMediaSession implements MediaSession {
  readonly callId: string
  readonly inactivitySeconds: number | undefined
  readonly events = new Channel<MediaEvent>()
  /** What was done, in order, such as `offer caller called-1`. */
  readonly log: string[] = []
  /** Rejects the next operation of that name. */
  readonly failures = new Map<string, Error>()
  closed = false
  readonly #endpoints = new Set<string>()
  readonly #refusesIPv6: Error | undefined

  constructor(callId: string, inactivitySeconds: number | undefined, refusesIPv6: Error | undefined) {
    this.callId = callId
    this.inactivitySeconds = inactivitySeconds
    this.#refusesIPv6 = refusesIPv6
  }

  endpoint(id: string, profile: EndpointProfile): Endpoint {
    if (this.#refusesIPv6 !== undefined && profile.addressFamily === 'IPv6') throw this.#refusesIPv6
    this.#endpoints.add(id)
    return { id, profile }
  }

  relayOffer(from: Endpoint, to: Endpoint, sdp: string): Promise<string> {
    return this.#done(`offer ${from.id} ${to.id}`, `${sdp}→${to.id}`)
  }

  relayAnswer(from: Endpoint, to: Endpoint, sdp: string): Promise<string> {
    return this.#done(`answer ${from.id} ${to.id}`, `${sdp}→${to.id}`)
  }

  rejectOffer(from: Endpoint, to: Endpoint): Promise<void> {
    return this.#done(`reject ${from.id} ${to.id}`, undefined)
  }

  answer(endpoint: Endpoint, sdp: string): Promise<string> {
    return this.#done(`answer-here ${endpoint.id}`, `answer to ${sdp}`)
  }

  offer(endpoint: Endpoint): Promise<string> {
    return this.#done(`offer-here ${endpoint.id}`, `own offer to ${endpoint.id}`)
  }

  accept(endpoint: Endpoint, sdp: string): Promise<void> {
    return this.#done(`accept ${endpoint.id} ${sdp}`, undefined)
  }

  connect(a: Endpoint, b: Endpoint): Promise<void> {
    return this.#done(`connect ${a.id} ${b.id}`, undefined)
  }

  play(endpoint: Endpoint, source: MediaSource): Promise<void> {
    return this.#done(`play ${endpoint.id} ${source.kind}`, undefined)
  }

  remove(endpoint: Endpoint): Promise<EndpointStatistics> {
    this.#endpoints.delete(endpoint.id)
    return this.#done(`remove ${endpoint.id}`, NOTHING_COUNTED)
  }

  statistics(): Promise<EndpointStatistics> {
    return Promise.resolve(NOTHING_COUNTED)
  }

  close(): Promise<void> {
    this.closed = true
    this.events.close()
    return Promise.resolve()
  }

  #done<T>(what: string, result: T): Promise<T> {
    this.log.push(what)
    const verb = what.split(' ', 1)[0] ?? ''
    const failure = this.failures.get(verb)
    if (failure === undefined) return Promise.resolve(result)
    this.failures.delete(verb)
    return Promise.reject(failure)
  }
}
