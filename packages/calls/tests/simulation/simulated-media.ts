import { type Direction, type Endpoint, type EndpointProfile, type MediaSession, type MediaSessionOptions, reverse } from '@klinke/rtp'
import { PaperMedia, PaperMediaSession, phoneSdp } from '@klinke/testbed'

/** Media on paper between real phones: descriptions can be read, directions are remembered, and whoever uses what is not his is found out. */
export class SimulatedMedia extends PaperMedia {
  override open(callId: string, options: MediaSessionOptions = {}): SimulatedSession {
    const session = new SimulatedSession(callId, options)
    this.sessions.push(session)
    return session
  }
}

class SimulatedSession extends PaperMediaSession {
  constructor(callId: string, options: MediaSessionOptions) {
    super(callId, options, undefined)
  }

  override endpoint(id: string, profile: EndpointProfile): Endpoint {
    if (this.endpoints.has(id)) throw new Error(`Endpoint ${id} is there already.`)
    return super.endpoint(id, profile)
  }

  override async relayOffer(from: Endpoint, to: Endpoint, sdp: string): Promise<string> {
    this.#check(from, to)
    return sdp
  }

  override async relayAnswer(from: Endpoint, to: Endpoint, sdp: string): Promise<string> {
    this.#check(from, to)
    const direction = directionIn(sdp)
    this.directions.set(from.id, direction).set(to.id, reverse(direction))
    return sdp
  }

  override async answer(endpoint: Endpoint, sdp: string): Promise<string> {
    this.#check(endpoint)
    const direction = directionIn(sdp)
    this.directions.set(endpoint.id, direction)
    return phoneSdp('192.0.2.1', 1, reverse(direction))
  }

  override async offer(endpoint: Endpoint): Promise<string> {
    this.#check(endpoint)
    return phoneSdp('192.0.2.1', 1, 'sendrecv')
  }

  override async accept(endpoint: Endpoint, sdp: string): Promise<void> {
    this.#check(endpoint)
    this.directions.set(endpoint.id, directionIn(sdp))
  }

  override direction(endpoint: Endpoint): Direction {
    this.#check(endpoint)
    return super.direction(endpoint)
  }

  override async adopt(endpoint: Endpoint, from: MediaSession, id: string): Promise<Endpoint> {
    if (!(from instanceof SimulatedSession)) throw new Error('Another engine.')
    from.#check(endpoint)
    const direction = from.direction(endpoint)
    const adopted = await super.adopt(endpoint, from, id)
    this.directions.set(id, direction)
    return adopted
  }

  override async connect(a: Endpoint, b: Endpoint): Promise<void> {
    this.#check(a, b)
    await super.connect(a, b)
  }

  /** What is not here any more can be asked for in a race with its end, and is refused as the engines do. */
  #check(...endpoints: readonly Endpoint[]): void {
    for (const { id } of endpoints) if (this.closed || !this.endpoints.has(id)) throw new Error(`Endpoint ${id} is not in ${this.callId}.`)
  }
}

function directionIn(sdp: string): Direction {
  const written = /a=(sendrecv|sendonly|recvonly|inactive)/.exec(sdp)?.[1]
  return written === 'sendonly' || written === 'recvonly' || written === 'inactive' ? written : 'sendrecv'
}
