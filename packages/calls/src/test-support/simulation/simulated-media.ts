import type { Clock } from '@klinke/foundation'
import {
  type Direction,
  type Endpoint,
  type MediaSession,
  type MediaSessionOptions,
  type MediaSource,
  type MixingRoom,
  type Playback,
  type Recording,
  type RecordingOptions,
  reverse,
} from '@klinke/rtp'
import { PaperMedia, PaperMediaSession, phoneSdp } from '@klinke/testbed'
import { Hearing } from './hearing.ts'

/** What is said takes so long, whatever it is. */
const ANNOUNCEMENT_MS = 2_500
const BEEP_MS = 400
/** Who is recorded speaks so long, if nobody ends it before. */
const SPEECH_MS = 6_000

/**
 * Media on paper between real phones: descriptions can be read, directions are remembered, announcements and recordings take their
 * time, and whoever uses what is not his is found out.
 */
export class SimulatedMedia extends PaperMedia {
  declare readonly sessions: SimulatedSession[]
  readonly #clock: Clock

  constructor(clock: Clock) {
    super()
    this.#clock = clock
  }

  override open(callId: string, options: MediaSessionOptions = {}): SimulatedSession {
    const session = new SimulatedSession(callId, options, this.#clock)
    this.sessions.push(session)
    return session
  }
}

export class SimulatedSession extends PaperMediaSession {
  readonly hearing: Hearing
  readonly #clock: Clock

  constructor(callId: string, options: MediaSessionOptions, clock: Clock) {
    super(callId, options, undefined)
    this.#clock = clock
    this.hearing = new Hearing(clock)
  }

  override async relayOffer(from: Endpoint, to: Endpoint, sdp: string): Promise<string> {
    this.checkKnown(from, to)
    return sdp
  }

  override async relayAnswer(from: Endpoint, to: Endpoint, sdp: string): Promise<string> {
    this.checkKnown(from, to)
    this.agreed(from, to)
    const direction = directionIn(sdp)
    this.directions.set(from.id, direction).set(to.id, reverse(direction))
    this.hearing.connect(from.id, to.id)
    return sdp
  }

  override async answer(endpoint: Endpoint, sdp: string): Promise<string> {
    this.checkKnown(endpoint)
    this.agreed(endpoint)
    const direction = directionIn(sdp)
    this.directions.set(endpoint.id, direction)
    return phoneSdp('192.0.2.1', 1, reverse(direction))
  }

  override async offer(endpoint: Endpoint): Promise<string> {
    this.checkKnown(endpoint)
    return phoneSdp('192.0.2.1', 1, 'sendrecv')
  }

  override async accept(endpoint: Endpoint, sdp: string): Promise<void> {
    this.checkKnown(endpoint)
    this.agreed(endpoint)
    this.directions.set(endpoint.id, directionIn(sdp))
  }

  override direction(endpoint: Endpoint): Direction {
    this.checkKnown(endpoint)
    return super.direction(endpoint)
  }

  override async adopt(endpoint: Endpoint, from: MediaSession, id: string): Promise<Endpoint> {
    if (!(from instanceof SimulatedSession)) throw new Error('Another engine.')
    from.checkKnown(endpoint)
    const direction = from.direction(endpoint)
    const adopted = await super.adopt(endpoint, from, id)
    from.hearing.leave(endpoint.id)
    this.directions.set(id, direction)
    return adopted
  }

  override async connect(a: Endpoint, b: Endpoint): Promise<void> {
    this.checkNegotiated(a, b)
    this.hearing.connect(a.id, b.id)
    await super.connect(a, b)
  }

  override async play(endpoint: Endpoint, source: MediaSource): Promise<Playback> {
    this.checkNegotiated(endpoint)
    const begun = super.play(endpoint, source)
    const playback = this.playbacks.at(-1)
    if (playback !== undefined) {
      this.hearing.play(endpoint.id, playback)
      const lengthMs = lengthOf(source)
      if (lengthMs !== undefined) this.#after(lengthMs, playback, () => playback.end('finished'))
    }
    return begun
  }

  override async record(options: RecordingOptions): Promise<Recording> {
    this.checkNegotiated(...options.endpoints)
    const beganMs = this.#clock.nowMs()
    const made = super.record(options)
    const recording = this.recordings.at(-1)
    if (recording === undefined) return made
    recording.stop = () => recording.end('stopped', this.#clock.nowMs() - beganMs)
    this.hearing.record(
      options.endpoints.map(({ id }) => id),
      recording.ended,
    )
    this.#after(Math.min(SPEECH_MS, options.maxSeconds * 1000), recording, () => recording.end('silence', SPEECH_MS))
    return made
  }

  override room(): MixingRoom {
    const room = super.room()
    this.hearing.enters(room)
    return room
  }

  override remove(endpoint: Endpoint): ReturnType<PaperMediaSession['remove']> {
    this.hearing.leave(endpoint.id)
    return super.remove(endpoint)
  }

  /** Ends something that has not ended before. */
  #after(delayMs: number, { ended }: { readonly ended: Promise<unknown> }, end: () => void): void {
    const timer = this.#clock.after(delayMs, end)
    void ended.then(() => timer.cancel())
  }
}

/** `undefined`: it has no end. */
function lengthOf(source: MediaSource): number | undefined {
  if (source.kind === 'signal') return source.signal === 'beep' ? BEEP_MS : undefined
  return source.kind === 'files' && source.repeat !== 'forever' ? ANNOUNCEMENT_MS : undefined
}

function directionIn(sdp: string): Direction {
  const written = /a=(sendrecv|sendonly|recvonly|inactive)/.exec(sdp)?.[1]
  return written === 'sendonly' || written === 'recvonly' || written === 'inactive' ? written : 'sendrecv'
}
