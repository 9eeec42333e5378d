import { KlinkeError } from '@klinke/foundation'
import type {
  Direction,
  Endpoint,
  EndpointProfile,
  EndpointStatistics,
  ListenOptions,
  MediaSession,
  MediaSource,
  MixingRoom,
  OfferOptions,
  Playback,
  PressOptions,
  Recording,
  RecordingOptions,
  RoomOptions,
} from '@klinke/rtp'

/**
 * The media of an emergency call (EMG-01). It is relayed as any other call's; when the engine fails, at whatever moment, the
 * parties get each other's session descriptions as they wrote them, and exchange their media themselves. An engine in trouble
 * may cost the relay, but not the call.
 */
export class EmergencyMedia implements MediaSession {
  readonly callId: string
  readonly #relay: MediaSession
  readonly #direct: MediaSession
  /** The newest description of each party, as it wrote it. */
  readonly #described = new Map<string, string>()
  #relayed = false
  #agreed = false
  #gaveWay = false

  constructor(relay: MediaSession, direct: MediaSession) {
    this.callId = relay.callId
    this.#relay = relay
    this.#direct = direct
  }

  get events(): MediaSession['events'] {
    return this.#relay.events
  }

  /** The relay has failed while a party holds a description of its ports: the parties have to be led to each other anew. */
  get partiesAreApart(): boolean {
    return this.#gaveWay && this.#relayed
  }

  /** From now on descriptions pass as they are. */
  giveWay(): void {
    this.#gaveWay = true
  }

  /** The parties know each other's own descriptions. */
  broughtTogether(): void {
    this.#relayed = false
  }

  /** What the peer of `endpoint` said last; `undefined` before its first word. */
  described(endpoint: Endpoint): string | undefined {
    return this.#described.get(endpoint.id)
  }

  endpoint(id: string, profile: EndpointProfile): Endpoint {
    return this.#gaveWay ? this.#direct.endpoint(id, profile) : this.#relay.endpoint(id, profile)
  }

  async relayOffer(from: Endpoint, to: Endpoint, sdp: string): Promise<string> {
    const offer = await this.#orDirect((media) => media.relayOffer(from, to, sdp))
    this.#described.set(from.id, sdp)
    return offer
  }

  async relayAnswer(from: Endpoint, to: Endpoint, sdp: string): Promise<string> {
    const answer = await this.#orDirect((media) => media.relayAnswer(from, to, sdp))
    this.#described.set(from.id, sdp)
    this.#agreed = true
    return answer
  }

  rejectOffer(from: Endpoint, to: Endpoint): Promise<void> {
    return this.#orDirect((media) => media.rejectOffer(from, to))
  }

  answer(endpoint: Endpoint, sdp: string): Promise<string> {
    return this.#relay.answer(endpoint, sdp)
  }

  offer(endpoint: Endpoint, options?: OfferOptions): Promise<string> {
    return this.#relay.offer(endpoint, options)
  }

  accept(endpoint: Endpoint, sdp: string): Promise<void> {
    return this.#relay.accept(endpoint, sdp)
  }

  direction(endpoint: Endpoint): Direction {
    return this.#relay.direction(endpoint)
  }

  adopt(endpoint: Endpoint, from: MediaSession, id: string): Promise<Endpoint> {
    return this.#relay.adopt(endpoint, from, id)
  }

  connect(a: Endpoint, b: Endpoint): Promise<void> {
    return this.#orDirect((media) => media.connect(a, b))
  }

  play(endpoint: Endpoint, source: MediaSource): Promise<Playback> {
    return this.#relay.play(endpoint, source)
  }

  listen(endpoint: Endpoint, options: ListenOptions): void {
    this.#relay.listen(endpoint, options)
  }

  watchForStops(endpoint: Endpoint, watched: boolean): void {
    this.#relay.watchForStops(endpoint, watched)
  }

  press(endpoint: Endpoint, digits: string, options?: PressOptions): Promise<void> {
    return this.#relay.press(endpoint, digits, options)
  }

  record(options: RecordingOptions): Promise<Recording> {
    return this.#relay.record(options)
  }

  room(options: RoomOptions): MixingRoom {
    return this.#relay.room(options)
  }

  /** Always of the relay: what it has counted before it failed is worth having. */
  remove(endpoint: Endpoint): Promise<EndpointStatistics> {
    return this.#relay.remove(endpoint)
  }

  statistics(endpoint: Endpoint): Promise<EndpointStatistics> {
    return this.#relay.statistics(endpoint)
  }

  async close(): Promise<void> {
    await Promise.allSettled([this.#relay.close(), this.#direct.close()])
  }

  async #orDirect<T>(work: (media: MediaSession) => Promise<T>): Promise<T> {
    if (this.#gaveWay) return work(this.#direct)
    try {
      const done = await work(this.#relay)
      this.#relayed = true
      return done
    } catch (error) {
      // Who talks already and asks for something that cannot be had keeps what he has.
      if (this.#agreed && isRefusal(error)) throw error
      this.giveWay()
      return work(this.#direct)
    }
  }
}

/** The engine lives and found fault with a description. */
function isRefusal(error: unknown): boolean {
  return error instanceof KlinkeError && error.code === 'media-refused'
}
