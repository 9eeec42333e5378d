import { Channel, ChannelFull, type Random } from '@klinke/foundation'
import {
  acceptAnswer,
  allowedOf,
  answerLocally,
  codecsFor,
  codecsLike,
  type Direction,
  type Endpoint,
  type EndpointProfile,
  type EndpointStatistics,
  type Fingerprint,
  faxCodecsLike,
  type ListenOptions,
  MAX_ROOM_MEMBERS,
  type MediaEvent,
  type MediaSession,
  type MediaSource,
  type MixingRoom,
  newNegotiation,
  type OfferOptions,
  offerLocally,
  type Playback,
  type PressOptions,
  type Recording,
  type RecordingOptions,
  type RoomOptions,
  rejectOffer,
  relayAnswer,
  relayOffer,
} from '@klinke/rtp'
import { EndpointUnusable, MediaLost, NoMediaAddress } from '../errors.ts'
import { connectLines } from './connect-lines.ts'
import { DistantEndpoint } from './distant-endpoint.ts'
import { EmbeddedEndpoint, type SessionEndpoint } from './embedded-endpoint.ts'
import { EmbeddedRoom } from './embedded-room.ts'
import type { LegOwner, MediaWorker, WorkerLeg } from './media-worker.ts'
import type { EmbeddedMediaOptions } from './options.ts'
import type { LegEvent } from './protocol.ts'
import { recordingTerms } from './recording-terms.ts'

/** Events a reader may leave unread; a peer that sends more keys than anyone reads loses the later ones. */
const MAX_UNREAD_EVENTS = 128

export interface SessionContext {
  readonly worker: MediaWorker
  readonly random: Random
  readonly addresses: EmbeddedMediaOptions['addresses']
  /** Of the engine's certificate; undefined where it speaks no DTLS. */
  readonly fingerprint: Fingerprint | undefined
  readonly inactivityMs: number
  readonly closed: () => void
}

/**
 * Media of one call. Negotiation is pure and stays here on the main thread, so that an offer or answer costs no round
 * trip to a worker; the worker is told what was agreed.
 */
export class EmbeddedSession implements MediaSession {
  readonly callId: string
  readonly #context: SessionContext
  readonly #endpoints = new Map<string, SessionEndpoint>()
  readonly #events = new Channel<MediaEvent>(MAX_UNREAD_EVENTS)
  readonly #owner: LegOwner
  readonly #rooms = new Set<EmbeddedRoom>()
  #lost = false
  #closing: Promise<void> | undefined

  constructor(callId: string, context: SessionContext) {
    this.callId = callId
    this.#context = context
    this.#owner = { event: (leg, event) => this.#event(leg, event), lost: () => this.#workerLost() }
  }

  get events(): AsyncIterable<MediaEvent> {
    return this.#events
  }

  endpoint(id: string, profile: EndpointProfile): Endpoint {
    if (this.#endpoints.has(id)) throw new EndpointUnusable(id, 'exists already in this session')
    const address = this.#context.addresses[profile.addressFamily]
    if (!address) throw new NoMediaAddress(profile.addressFamily)
    const { fingerprint, random } = this.#context
    const { advertised } = address
    const full = { ...profile, rtcpMux: true, fingerprint, otherAddress: advertised }
    const negotiation = newNegotiation(full, profile.localAddress ?? advertised, random)
    const endpoint = new EmbeddedEndpoint(id, negotiation, this.#context.worker, this.#owner, this.#context.inactivityMs)
    this.#endpoints.set(id, endpoint)
    return endpoint
  }

  async relayOffer(from: Endpoint, to: Endpoint, sdp: string): Promise<string> {
    const [offerer, target] = [this.#usable(from), this.#usable(to)]
    const { random } = this.#context
    const relayed = await target.negotiate((portFor) => relayOffer(offerer.negotiation, target.negotiation, sdp, portFor, random))
    offerer.negotiation = relayed.from
    target.negotiation = relayed.to
    return relayed.sdp
  }

  async relayAnswer(from: Endpoint, to: Endpoint, sdp: string): Promise<string> {
    const [answerer, offerer] = [this.#usable(from), this.#usable(to)]
    const { random } = this.#context
    const relayed = await offerer.negotiate((portFor) => relayAnswer(answerer.negotiation, offerer.negotiation, sdp, portFor, random))
    answerer.negotiation = relayed.from
    offerer.negotiation = relayed.to
    answerer.apply()
    offerer.apply()
    this.#connectLines(answerer, offerer)
    return relayed.sdp
  }

  async rejectOffer(from: Endpoint, to: Endpoint): Promise<void> {
    for (const endpoint of [this.#usable(from), this.#usable(to)]) endpoint.negotiation = rejectOffer(endpoint.negotiation)
  }

  async answer(endpoint: Endpoint, sdp: string): Promise<string> {
    const answerer = this.#usable(endpoint)
    const sealed = await answerer.negotiate((portFor) => answerLocally(answerer.negotiation, sdp, portFor, this.#context.random))
    answerer.negotiation = sealed.endpoint
    answerer.apply()
    return sealed.sdp
  }

  async offer(endpoint: Endpoint, { like }: OfferOptions = {}): Promise<string> {
    const offerer = this.#usable(endpoint)
    const inUse = allowedOf(like ? this.#known(like).codecsInUse : [], offerer.profile.codecs)
    const codecs = offerer.profile.fax === true ? faxCodecsLike(inUse) : codecsLike(inUse, codecsFor(offerer.profile))
    const sealed = await offerer.negotiate((portFor) => offerLocally(offerer.negotiation, portFor, this.#context.random, codecs))
    offerer.negotiation = sealed.endpoint
    return sealed.sdp
  }

  async accept(endpoint: Endpoint, sdp: string): Promise<void> {
    const offerer = this.#usable(endpoint)
    offerer.negotiation = await offerer.negotiate(() => acceptAnswer(offerer.negotiation, sdp))
    offerer.apply()
  }

  direction(endpoint: Endpoint): Direction {
    return this.#known(endpoint).direction
  }

  async adopt(endpoint: Endpoint, from: MediaSession, id: string): Promise<Endpoint> {
    if (this.#endpoints.has(id)) throw new EndpointUnusable(id, 'exists already in this session')
    if (!(from instanceof EmbeddedSession)) throw new EndpointUnusable(endpoint.id, 'is of another engine')
    const moving = from.#usable(endpoint)
    from.#forget(endpoint.id)
    if (moving.worker !== this.#context.worker) return this.#reach(moving, id)
    const adopted = moving.handOver(id, this.#owner)
    this.#endpoints.set(id, adopted)
    return adopted
  }

  async connect(a: Endpoint, b: Endpoint): Promise<void> {
    this.#connectLines(this.#negotiated(a), this.#negotiated(b))
  }

  async play(endpoint: Endpoint, source: MediaSource): Promise<Playback> {
    const hearing = this.#negotiated(endpoint)
    this.#leaveRooms(endpoint.id)
    return hearing.play(source)
  }

  listen(endpoint: Endpoint, options: ListenOptions): void {
    this.#context.worker.services.listen(this.#audioOf(endpoint), options)
  }

  watchForStops(endpoint: Endpoint, watched: boolean): void {
    if (!this.#lost) this.#known(endpoint).watchForStops(watched)
  }

  async press(endpoint: Endpoint, digits: string, options: PressOptions = {}): Promise<void> {
    await this.#context.worker.services.press(this.#audioOf(endpoint), digits, options)
  }

  async record({ endpoints, channels, ...limits }: RecordingOptions): Promise<Recording> {
    const legs = endpoints.map((endpoint) => this.#audioOf(endpoint))
    return this.#context.worker.services.record(legs, recordingTerms(limits, channels === 'separate'))
  }

  room({ clockRateHz, maxMembers }: RoomOptions): MixingRoom {
    if (this.#lost) throw new MediaLost(this.callId)
    const { worker } = this.#context
    const room = new EmbeddedRoom(worker.services.openRoom(clockRateHz), {
      worker,
      maxMembers: Math.min(maxMembers, MAX_ROOM_MEMBERS),
      negotiated: (endpoint) => this.#negotiated(endpoint),
      entering: ({ id }) => this.#leaveRooms(id),
      closed: () => void this.#rooms.delete(room),
    })
    this.#rooms.add(room)
    return room
  }

  async remove(endpoint: Endpoint): Promise<EndpointStatistics> {
    const removed = this.#known(endpoint)
    this.#forget(endpoint.id)
    return removed.remove()
  }

  async statistics(endpoint: Endpoint): Promise<EndpointStatistics> {
    return this.#known(endpoint).statistics()
  }

  close(): Promise<void> {
    this.#closing ??= this.#shutDown()
    return this.#closing
  }

  async #shutDown(): Promise<void> {
    for (const room of this.#rooms) room.close()
    const endpoints = [...this.#endpoints.values()]
    this.#endpoints.clear()
    await Promise.all(endpoints.map((endpoint) => endpoint.remove()))
    this.#events.close()
    this.#context.closed()
  }

  /** An endpoint of another worker: the session may be over before the two are linked. */
  async #reach(moving: SessionEndpoint, id: string): Promise<Endpoint> {
    const owner = { event: (event: LegEvent) => this.#tell({ ...event, endpoint: id }), lost: () => this.#workerLost() }
    const distant = await DistantEndpoint.reach(this.#context, moving, id, owner)
    if (this.#closing === undefined && !this.#endpoints.has(id)) {
      this.#endpoints.set(id, distant)
      return distant
    }
    await distant.remove()
    throw new EndpointUnusable(id, 'came too late into this session')
  }

  #connectLines(a: SessionEndpoint, b: SessionEndpoint): void {
    for (const { id } of [a, b]) this.#leaveRooms(id)
    connectLines(this.#context.worker, a, b)
  }

  #forget(id: string): void {
    this.#endpoints.delete(id)
    this.#leaveRooms(id)
  }

  /** What the endpoint hears next takes it out of its room in the worker. */
  #leaveRooms(id: string): void {
    for (const room of this.#rooms) room.forget(id)
  }

  #audioOf(endpoint: Endpoint): WorkerLeg {
    const { audio } = this.#negotiated(endpoint)
    if (!audio) throw new EndpointUnusable(endpoint.id, 'has no audio')
    return audio
  }

  #known(endpoint: Endpoint): SessionEndpoint {
    const known = this.#endpoints.get(endpoint.id)
    if (known === undefined || known !== endpoint) throw new EndpointUnusable(endpoint.id, 'is not in this session')
    return known
  }

  #usable(endpoint: Endpoint): SessionEndpoint {
    if (this.#lost) throw new MediaLost(this.callId)
    return this.#known(endpoint)
  }

  #negotiated(endpoint: Endpoint): SessionEndpoint {
    const usable = this.#usable(endpoint)
    if (!usable.negotiation.agreed) throw new EndpointUnusable(endpoint.id, 'has not been negotiated')
    return usable
  }

  #event(leg: number, event: LegEvent): void {
    for (const endpoint of this.#endpoints.values()) {
      if (endpoint.owns(leg)) this.#tell({ ...event, endpoint: endpoint.id })
    }
  }

  /** All legs of a session live in one worker: when it dies, the whole session is lost. */
  #workerLost(): void {
    if (this.#lost) return
    this.#lost = true
    for (const { id } of this.#endpoints.values()) this.#tell({ kind: 'lost', endpoint: id })
  }

  #tell(event: MediaEvent): void {
    try {
      this.#events.send(event)
    } catch (error) {
      if (!(error instanceof ChannelFull)) throw error
    }
  }
}
