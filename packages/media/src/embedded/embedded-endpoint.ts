import type { Result } from '@klinke/foundation'
import {
  type Codec,
  codecsInUse,
  type Direction,
  type Endpoint,
  type EndpointNegotiation,
  type EndpointProfile,
  type EndpointStatistics,
  type MediaSource,
  type NegotiatedStream,
  type NegotiationError,
  NOTHING_COUNTED,
  type Playback,
  type PortFor,
  reverse,
  streamsOf,
} from '@klinke/rtp'
import { EndpointUnusable, MediaRefused } from '../errors.ts'
import type { LegOwner, MediaWorker, WorkerLeg } from './media-worker.ts'
import { sumOf } from './statistics.ts'

/** To a party without an audio line. */
const NOTHING_PLAYED: Playback = { ended: Promise.resolve('failed'), stop: () => undefined }

/** What a session does with its endpoints, wherever their sockets are. */
export interface SessionEndpoint
  extends Endpoint,
    Pick<
      EmbeddedEndpoint,
      | ('worker' | 'negotiation' | 'direction' | 'streams' | 'codecsInUse' | 'owns' | 'leg' | 'audio')
      | ('negotiate' | 'apply' | 'play' | 'watchForStops' | 'handOver' | 'statistics' | 'remove')
    > {}

/** One party of a session: the state of its offers and answers, and a leg for each media line that has ports. */
export class EmbeddedEndpoint implements Endpoint {
  readonly id: string
  readonly profile: EndpointProfile
  negotiation: EndpointNegotiation
  /** Whose its sockets are. */
  readonly worker: MediaWorker
  readonly #owner: LegOwner
  readonly #inactivityMs: number
  /** By index of the media line. */
  readonly #legs = new Map<number, WorkerLeg>()
  readonly #spare: WorkerLeg[] = []
  #removed = false

  constructor(id: string, negotiation: EndpointNegotiation, worker: MediaWorker, owner: LegOwner, inactivityMs: number) {
    this.id = id
    this.profile = negotiation.profile
    this.negotiation = negotiation
    this.worker = worker
    this.#owner = owner
    this.#inactivityMs = inactivityMs
  }

  /** What the peer may do; `inactive` before any negotiation. */
  get direction(): Direction {
    const [audio] = this.streams.filter(({ kind }) => kind === 'audio')
    return audio ? reverse(audio.direction) : 'inactive'
  }

  get streams(): readonly NegotiatedStream[] {
    return this.negotiation.agreed ? streamsOf(this.negotiation.agreed) : []
  }

  /** Of the audio line. */
  get codecsInUse(): readonly Codec[] {
    const audio = this.streams.find(({ kind }) => kind === 'audio')
    return audio ? codecsInUse(this.negotiation.agreed, audio.line) : []
  }

  owns(leg: number): boolean {
    return [...this.#legs.values(), ...this.#spare].some(({ number }) => number === leg)
  }

  leg(line: number): WorkerLeg | undefined {
    return this.#legs.get(line)
  }

  /**
   * Runs a step of negotiation that may need ports for lines of this endpoint. The step is pure, so where a port is
   * missing it is run again with one: ports come from the worker's bound pairs and rarely have to be waited for.
   */
  async negotiate<T>(step: (portFor: PortFor) => Result<T, NegotiationError>): Promise<T> {
    for (;;) {
      if (this.#removed) throw new EndpointUnusable(this.id, 'was removed')
      let missing = false
      const result = step((line) => {
        const leg = this.#legFor(line)
        missing ||= leg === undefined
        return leg && { rtpPort: leg.port, rtcpPort: leg.port + 1 }
      })
      if (!missing) {
        if (result.ok) return result.value
        throw new MediaRefused(result.error)
      }
      this.#keep(await this.worker.open(this.profile.addressFamily, this.#inactivityMs, this.#owner))
    }
  }

  /** Tells the worker what the last negotiation has settled. */
  apply(): void {
    const streams = this.streams
    for (const [line, leg] of this.#legs) {
      this.worker.configure(
        leg,
        streams.find((stream) => stream.line === line),
      )
    }
  }

  /** The leg of the first audio line; undefined while that is off. */
  get audio(): WorkerLeg | undefined {
    const stream = this.streams.find(({ kind, line }) => kind === 'audio' && this.#legs.has(line))
    return stream && this.#legs.get(stream.line)
  }

  /** Plays to the audio line. The other lines are silent, or echo too. */
  play(source: MediaSource): Playback {
    const { audio } = this
    for (const leg of this.#legs.values()) {
      if (leg !== audio) this.worker.services.play(leg, source.kind === 'echo' ? source : { kind: 'silence' })
    }
    return audio ? this.worker.services.play(audio, source) : NOTHING_PLAYED
  }

  watchForStops(watched: boolean): void {
    const { audio } = this
    if (audio) this.worker.services.watchForStops(audio, watched)
  }

  /** Gives ports, negotiation and media to another owner, as an endpoint of another name; this one is unusable then. */
  handOver(id: string, owner: LegOwner): EmbeddedEndpoint {
    const heir = new EmbeddedEndpoint(id, this.negotiation, this.worker, owner, this.#inactivityMs)
    for (const [line, leg] of this.#legs) {
      heir.#legs.set(line, leg)
      this.worker.handOver(leg, owner)
    }
    for (const leg of this.#spare.splice(0)) {
      heir.#spare.push(leg)
      this.worker.handOver(leg, owner)
    }
    this.#legs.clear()
    this.#removed = true
    return heir
  }

  async statistics(): Promise<EndpointStatistics> {
    return this.#collect([...this.#legs.values()].map((leg) => this.worker.statistics(leg)))
  }

  /** Releases the ports. */
  async remove(): Promise<EndpointStatistics> {
    this.#removed = true
    const legs = [...this.#legs.values(), ...this.#spare.splice(0)]
    const statistics = await this.#collect(legs.map((leg) => this.worker.remove(leg)))
    this.#legs.clear()
    return statistics
  }

  async #collect(answers: readonly ReturnType<MediaWorker['statistics']>[]): Promise<EndpointStatistics> {
    // A worker that died has no numbers any more; the call record says so by zeros, and the call ends all the same.
    const counted = await Promise.all(answers).catch(() => [])
    return counted.length > 0 ? sumOf(counted) : NOTHING_COUNTED
  }

  #legFor(line: number): WorkerLeg | undefined {
    const known = this.#legs.get(line)
    if (known) return known
    const leg = this.#spare.pop()
    if (leg) this.#legs.set(line, leg)
    return leg
  }

  #keep(leg: WorkerLeg): void {
    // A worker that died has removed it too; its `lost` event tells of that.
    if (this.#removed) void this.worker.remove(leg).catch(() => undefined)
    else this.#spare.push(leg)
  }
}
