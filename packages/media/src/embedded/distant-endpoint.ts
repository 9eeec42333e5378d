import {
  acceptAnswer,
  answerLocally,
  type Codec,
  codecsFor,
  codecsLike,
  type Direction,
  type EndpointNegotiation,
  type EndpointProfile,
  type EndpointStatistics,
  type MediaSource,
  type NegotiatedStream,
  newNegotiation,
  offerLocally,
  type Playback,
} from '@klinke/rtp'
import { NoMediaAddress } from '../errors.ts'
import { connectLines } from './connect-lines.ts'
import { EmbeddedEndpoint, type SessionEndpoint } from './embedded-endpoint.ts'
import type { SessionContext } from './embedded-session.ts'
import type { LegOwner, MediaWorker, WorkerLeg } from './media-worker.ts'
import type { LegEvent } from './protocol.ts'

/** Who hears of what happens at the endpoint, and of the end of the worker that it was adopted to. */
export interface DistantOwner {
  readonly event: (event: LegEvent) => void
  readonly lost: () => void
}

/** What the link says of itself: its own keys and pauses are those of the endpoint behind it. */
const TOLD_HERE: readonly LegEvent['kind'][] = ['speaking', 'playback-failed', 'lost']
const NOBODY: LegOwner = { event: () => undefined, lost: () => undefined }

interface Link {
  /** The end on the worker of the session. */
  readonly here: EmbeddedEndpoint
  /** The end on the worker of the endpoint. */
  readonly there: EmbeddedEndpoint
}

/**
 * An endpoint whose sockets are another worker's than its session's: a party of one customer's call that was transferred into
 * another's. Its peer is not asked for anything: ports, keys and codec stay where they are, and two more endpoints, one on each worker, carry the sound
 * between them over the loopback interface, in the codec that the peer speaks. Sound only: other lines end.
 */
export class DistantEndpoint implements SessionEndpoint {
  readonly id: string
  readonly profile: EndpointProfile
  readonly #home: EmbeddedEndpoint
  readonly #link: Link

  private constructor(home: EmbeddedEndpoint, link: Link) {
    this.id = home.id
    this.profile = home.profile
    this.#home = home
    this.#link = link
  }

  /** Takes `moving` over from another worker. Rejects, with its ports given back, when the workers cannot be linked. */
  static async reach(context: SessionContext, moving: SessionEndpoint, id: string, owner: DistantOwner): Promise<DistantEndpoint> {
    const { worker } = moving
    const home = moving.handOver(id, { event: (_leg, event) => owner.event(event), lost: () => owner.event({ kind: 'lost' }) })
    try {
      const link = await openLink(context, worker, home, owner)
      connectLines(worker, home, link.there)
      listenForTones(worker, home)
      return new DistantEndpoint(home, link)
    } catch (error) {
      await home.remove()
      throw error
    }
  }

  /** Where its peer's packets come in. */
  get worker(): MediaWorker {
    return this.#home.worker
  }

  get negotiation(): EndpointNegotiation {
    return this.#home.negotiation
  }

  set negotiation(next: EndpointNegotiation) {
    this.#home.negotiation = next
  }

  get direction(): Direction {
    return this.#home.direction
  }

  get codecsInUse(): readonly Codec[] {
    return this.#home.codecsInUse
  }

  get streams(): readonly NegotiatedStream[] {
    return this.#link.here.streams
  }

  get audio(): WorkerLeg | undefined {
    return this.#link.here.audio
  }

  /** Its events have an owner of their own. */
  owns(): boolean {
    return false
  }

  leg(line: number): WorkerLeg | undefined {
    return this.#link.here.leg(line)
  }

  negotiate: EmbeddedEndpoint['negotiate'] = (step) => this.#home.negotiate(step)

  apply(): void {
    this.#home.apply()
  }

  play(source: MediaSource): Playback {
    return this.#link.here.play(source)
  }

  /** Where its packets come in: the link carries the notice like any other sound. */
  watchForStops(watched: boolean): void {
    this.#home.watchForStops(watched)
  }

  /** Without the link: whoever takes it makes a new one, or needs none. */
  handOver(id: string, owner: LegOwner): EmbeddedEndpoint {
    void this.#unlink()
    return this.#home.handOver(id, owner)
  }

  statistics(): Promise<EndpointStatistics> {
    return this.#home.statistics()
  }

  async remove(): Promise<EndpointStatistics> {
    const [statistics] = await Promise.all([this.#home.remove(), this.#unlink()])
    return statistics
  }

  async #unlink(): Promise<void> {
    await Promise.all([this.#link.here.remove(), this.#link.there.remove()])
  }
}

/** An offer and an answer between two endpoints of ours. */
async function openLink(context: SessionContext, thereWorker: MediaWorker, home: EmbeddedEndpoint, owner: DistantOwner): Promise<Link> {
  const { random, worker } = context
  const told: LegOwner = { event: (_leg, event) => TOLD_HERE.includes(event.kind) && owner.event(event), lost: owner.lost }
  const [here, there] = [linkEnd(context, home, worker, told), linkEnd(context, home, thereWorker, NOBODY)]
  try {
    const codecs = codecsLike(home.codecsInUse, codecsFor({}))
    const offered = await here.negotiate((portFor) => offerLocally(here.negotiation, portFor, random, codecs))
    here.negotiation = offered.endpoint
    const answered = await there.negotiate((portFor) => answerLocally(there.negotiation, offered.sdp, portFor, random))
    there.negotiation = answered.endpoint
    here.negotiation = await here.negotiate(() => acceptAnswer(here.negotiation, answered.sdp))
    here.apply()
    there.apply()
    return { here, there }
  } catch (error) {
    await Promise.all([here.remove(), there.remove()])
    throw error
  }
}

function linkEnd({ addresses, random }: SessionContext, home: EmbeddedEndpoint, worker: MediaWorker, owner: LegOwner): EmbeddedEndpoint {
  const { addressFamily } = home.profile
  const address = addresses[addressFamily]
  if (!address) throw new NoMediaAddress(addressFamily)
  const profile = { srtp: 'none', addressFamily, rtcpMux: true } as const
  return new EmbeddedEndpoint(home.id, newNegotiation(profile, ofThisMachine(address.bind), random), worker, owner, 0)
}

/** What is bound to every address is bound to the loopback one. */
function ofThisMachine(bind: string): string {
  if (bind === '0.0.0.0') return '127.0.0.1'
  return bind === '::' ? '::1' : bind
}

/** The peer's keys are found where its packets come in: the link would turn tones into sound like any other. */
function listenForTones(worker: MediaWorker, home: EmbeddedEndpoint): void {
  const { audio, codecsInUse } = home
  const hasEvents = codecsInUse.some(({ name }) => name.toLowerCase() === 'telephone-event')
  if (audio && !hasEvents) worker.services.listen(audio, { inbandDigits: true })
}
