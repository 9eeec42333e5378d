import { Channel, KlinkeError } from '@klinke/foundation'
import {
  type Direction,
  type Endpoint,
  type EndpointProfile,
  type EndpointStatistics,
  type ListenOptions,
  type MediaEngine,
  type MediaEvent,
  type MediaSession,
  type MediaSessionOptions,
  type MediaSource,
  type MixingRoom,
  NOTHING_COUNTED,
  type Playback,
  type Recording,
  type RecordingOptions,
} from '@klinke/rtp'
import { PaperPlayback, PaperRecording, PaperRoom } from './paper-media-services.ts'

/** As the embedded engine refuses a handle that is not of this session, or not negotiated as far as is needed. */
export class PaperEndpointUnusable extends KlinkeError {
  constructor(endpoint: string, problem: string) {
    super('endpoint-unusable', `Media endpoint ${endpoint} ${problem}.`)
  }
}

/**
 * A media engine without media, as strict as a real one about whose an endpoint is: it writes down what it is told. A relayed description names its way, as in
 * `offer→called-1`, so that a test sees which text reached whom.
 */
export class PaperMedia implements MediaEngine {
  readonly sessions: PaperMediaSession[] = []
  /** Thrown by the next `open`. */
  refuses: Error | undefined
  /** Thrown for each endpoint with an IPv6 address, as an engine does that has none. */
  refusesIPv6: Error | undefined

  open(callId: string, options: MediaSessionOptions = {}): PaperMediaSession {
    if (this.refuses) throw this.refuses
    const session = new PaperMediaSession(callId, options, this.refusesIPv6)
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
  readonly group: string | undefined
  readonly events = new Channel<MediaEvent>()
  /** What was done, in order, such as `offer caller called-1`. */
  readonly log: string[] = []
  /** Rejects the next operation of that name. */
  readonly failures = new Map<string, Error>()
  /** By endpoint; others may do all. */
  readonly directions = new Map<string, Direction>()
  /** All that was ever played, latest last. */
  readonly playbacks: PaperPlayback[] = []
  readonly recordings: PaperRecording[] = []
  readonly rooms: PaperRoom[] = []
  /** Endpoints whose falling silent would be told. */
  readonly watched = new Set<string>()
  closed = false
  /** Endpoints that are here now. */
  readonly endpoints = new Set<string>()
  readonly #handles = new Map<string, Endpoint>()
  readonly #negotiated = new WeakSet<Endpoint>()
  readonly #refusesIPv6: Error | undefined

  constructor(callId: string, { inactivitySeconds, group }: MediaSessionOptions, refusesIPv6: Error | undefined) {
    this.callId = callId
    this.inactivitySeconds = inactivitySeconds
    this.group = group
    this.#refusesIPv6 = refusesIPv6
  }

  endpoint(id: string, profile: EndpointProfile): Endpoint {
    if (this.#refusesIPv6 !== undefined && profile.addressFamily === 'IPv6') throw this.#refusesIPv6
    return this.#enter({ id, profile })
  }

  /** How the endpoint that is here now is to be spoken with. */
  profileOf(id: string): EndpointProfile | undefined {
    return this.#handles.get(id)?.profile
  }

  async relayOffer(from: Endpoint, to: Endpoint, sdp: string): Promise<string> {
    this.checkKnown(from, to)
    return this.#done(`offer ${from.id} ${to.id}`, `${sdp}→${to.id}`)
  }

  async relayAnswer(from: Endpoint, to: Endpoint, sdp: string): Promise<string> {
    this.checkKnown(from, to)
    this.agreed(from, to)
    return this.#done(`answer ${from.id} ${to.id}`, `${sdp}→${to.id}`)
  }

  async rejectOffer(from: Endpoint, to: Endpoint): Promise<void> {
    this.checkKnown(from, to)
    return this.#done(`reject ${from.id} ${to.id}`, undefined)
  }

  async answer(endpoint: Endpoint, sdp: string): Promise<string> {
    this.checkKnown(endpoint)
    this.agreed(endpoint)
    return this.#done(`answer-here ${endpoint.id}`, `answer to ${sdp}`)
  }

  async offer(endpoint: Endpoint): Promise<string> {
    this.checkKnown(endpoint)
    return this.#done(`offer-here ${endpoint.id}`, `own offer to ${endpoint.id}`)
  }

  async accept(endpoint: Endpoint, sdp: string): Promise<void> {
    this.checkKnown(endpoint)
    this.agreed(endpoint)
    return this.#done(`accept ${endpoint.id} ${sdp}`, undefined)
  }

  direction(endpoint: Endpoint): Direction {
    this.checkKnown(endpoint)
    return this.directions.get(endpoint.id) ?? 'sendrecv'
  }

  async adopt(endpoint: Endpoint, from: MediaSession, id: string): Promise<Endpoint> {
    if (this.#handles.has(id)) throw new PaperEndpointUnusable(id, 'exists already in this session')
    if (!(from instanceof PaperMediaSession)) throw new PaperEndpointUnusable(endpoint.id, 'is of another engine')
    from.checkKnown(endpoint)
    await this.#done(`adopt ${endpoint.id} from ${from.callId} as ${id}`, undefined)
    from.#release(endpoint)
    const adopted = this.#enter({ id, profile: endpoint.profile })
    if (from.#negotiated.has(endpoint)) this.agreed(adopted)
    return adopted
  }

  async connect(a: Endpoint, b: Endpoint): Promise<void> {
    this.checkNegotiated(a, b)
    this.#stopPlaying(a.id)
    this.#stopPlaying(b.id)
    return this.#done(`connect ${a.id} ${b.id}`, undefined)
  }

  async play(endpoint: Endpoint, source: MediaSource): Promise<Playback> {
    this.checkNegotiated(endpoint)
    this.#stopPlaying(endpoint.id)
    const playback = new PaperPlayback(endpoint.id, source)
    this.playbacks.push(playback)
    return this.#done(`play ${endpoint.id} ${source.kind}`, playback)
  }

  listen(endpoint: Endpoint, { inbandDigits, callingTone, speech }: ListenOptions): void {
    this.checkNegotiated(endpoint)
    this.log.push(`listen ${endpoint.id}${inbandDigits ? ' digits' : ''}${callingTone ? ' calling-tone' : ''}${speech ? ' speech' : ''}`)
  }

  watchForStops(endpoint: Endpoint, watched: boolean): void {
    this.checkNegotiated(endpoint)
    if (watched) this.watched.add(endpoint.id)
    else this.watched.delete(endpoint.id)
  }

  async press(endpoint: Endpoint, digits: string): Promise<void> {
    this.checkNegotiated(endpoint)
    return this.#done(`press ${endpoint.id} ${digits}`, undefined)
  }

  async record({ endpoints, ...limits }: RecordingOptions): Promise<Recording> {
    this.checkNegotiated(...endpoints)
    const ids = endpoints.map(({ id }) => id)
    const recording = new PaperRecording(ids, limits)
    this.recordings.push(recording)
    return this.#done(`record ${ids.join(' ')}`, recording)
  }

  room(): MixingRoom {
    const room = new PaperRoom(
      (what) => this.log.push(what),
      (endpoint) => this.checkNegotiated(endpoint),
    )
    this.rooms.push(room)
    return room
  }

  async remove(endpoint: Endpoint): Promise<EndpointStatistics> {
    this.checkKnown(endpoint)
    this.#release(endpoint)
    return this.#done(`remove ${endpoint.id}`, NOTHING_COUNTED)
  }

  async statistics(endpoint: Endpoint): Promise<EndpointStatistics> {
    this.checkKnown(endpoint)
    return NOTHING_COUNTED
  }

  close(): Promise<void> {
    this.closed = true
    for (const id of this.endpoints) this.#release({ id })
    for (const room of this.rooms) room.close()
    this.events.close()
    return Promise.resolve()
  }

  /** Throws unless these are this session's own handles, which they no longer are once they moved, were removed, or it was closed. */
  protected checkKnown(...endpoints: readonly Endpoint[]): void {
    for (const endpoint of endpoints)
      if (this.#handles.get(endpoint.id) !== endpoint) throw new PaperEndpointUnusable(endpoint.id, `is not in session ${this.callId}`)
  }

  /** Throws unless offer and answer have been exchanged, too. */
  protected checkNegotiated(...endpoints: readonly Endpoint[]): void {
    this.checkKnown(...endpoints)
    for (const endpoint of endpoints)
      if (!this.#negotiated.has(endpoint)) throw new PaperEndpointUnusable(endpoint.id, 'has not been negotiated')
  }

  /** Offer and answer have been exchanged. */
  protected agreed(...endpoints: readonly Endpoint[]): void {
    for (const endpoint of endpoints) this.#negotiated.add(endpoint)
  }

  #enter(endpoint: Endpoint): Endpoint {
    if (this.#handles.has(endpoint.id)) throw new PaperEndpointUnusable(endpoint.id, 'exists already in this session')
    this.#handles.set(endpoint.id, endpoint)
    this.endpoints.add(endpoint.id)
    return endpoint
  }

  #release({ id }: { readonly id: string }): void {
    this.#handles.delete(id)
    this.endpoints.delete(id)
    this.#stopPlaying(id)
    for (const recording of this.recordings) if (recording.endpoints.includes(id)) recording.end('endpoint-gone')
  }

  #stopPlaying(endpoint: string): void {
    for (const playback of this.playbacks) if (playback.endpoint === endpoint) playback.stop()
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
