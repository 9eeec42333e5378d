import type { Clock } from '@klinke/foundation'
import type { ListenOptions, MediaSource, Playback, PressOptions, Recording, RecordingEnd } from '@klinke/rtp'
import type { MemberTerms, RecordingTerms } from './protocol.ts'
import type { Asked, WorkerLink } from './worker-link.ts'

const DEFAULT_PRESS_MS = 100
const DEFAULT_PAUSE_MS = 100
/** How long an engine that closes waits for files to be completed. */
const COMPLETION_MS = 2000

interface NumberedLeg {
  readonly number: number
}

/** What a worker does with the sound of its legs, seen from the main thread. */
export class MediaServices {
  readonly #link: WorkerLink
  readonly #recordings = new Set<Promise<RecordingEnd>>()
  #lastRoom = 0

  constructor(link: WorkerLink) {
    this.#link = link
  }

  play({ number: leg }: NumberedLeg, source: MediaSource): Playback {
    const asked = this.#link.ask('playback-ended', (request) => ({ kind: 'play', leg, source, request }))
    return playbackOf(asked, (request) => this.#link.send({ kind: 'stop', leg, request }))
  }

  listen({ number: leg }: NumberedLeg, options: ListenOptions): void {
    this.#link.send({ kind: 'listen', leg, options })
  }

  watchForStops({ number: leg }: NumberedLeg, watched: boolean): void {
    this.#link.send({ kind: 'watch-for-stops', leg, watched })
  }

  /** Settles also when the worker dies meanwhile: the `lost` event tells of that. */
  async press({ number: leg }: NumberedLeg, digits: string, options: PressOptions): Promise<void> {
    const { durationMs = DEFAULT_PRESS_MS, pauseMs = DEFAULT_PAUSE_MS } = options
    const asked = this.#link.ask('pressed', (request) => ({ kind: 'press', leg, digits, durationMs, pauseMs, request }))
    await asked.answer.catch(() => undefined)
  }

  record(of: readonly NumberedLeg[] | WorkerRoom, options: RecordingTerms): Recording {
    const recorded = of instanceof WorkerRoom ? { room: of.number } : of.map(({ number }) => number)
    const asked = this.#link.ask('recording-ended', (request) => ({ kind: 'record', request, of: recorded, options }))
    const ended = asked.answer.then(
      ({ end }) => end,
      (): RecordingEnd => ({ reason: 'failed', durationMs: 0 }),
    )
    this.#recordings.add(ended)
    void ended.then(() => this.#recordings.delete(ended))
    const tell = (action: 'stop' | 'pause' | 'resume'): void => this.#link.send({ kind: 'recording', request: asked.request, action })
    return { ended, stop: () => tell('stop'), pause: () => tell('pause'), resume: () => tell('resume') }
  }

  openRoom(clockRateHz: 8000 | 16_000): WorkerRoom {
    const room = ++this.#lastRoom
    this.#link.send({ kind: 'open-room', room, clockRateHz })
    return new WorkerRoom(room, this.#link)
  }

  /** Waits for recordings that are being completed, but not for ever. */
  async recordingsEnded(clock: Clock): Promise<void> {
    if (this.#recordings.size === 0) return
    const deadline = Promise.withResolvers<void>()
    const timer = clock.after(COMPLETION_MS, deadline.resolve)
    await Promise.race([Promise.all(this.#recordings), deadline.promise])
    timer.cancel()
  }
}

/** A conference in a worker. */
export class WorkerRoom {
  readonly number: number
  readonly #link: WorkerLink

  constructor(number: number, link: WorkerLink) {
    this.number = number
    this.#link = link
  }

  join({ number: leg }: NumberedLeg, terms: MemberTerms): void {
    this.#link.send({ kind: 'join', room: this.number, leg, terms })
  }

  change({ number: leg }: NumberedLeg, terms: MemberTerms): void {
    this.#link.send({ kind: 'change', room: this.number, leg, terms })
  }

  leave({ number: leg }: NumberedLeg): void {
    this.#link.send({ kind: 'leave', room: this.number, leg })
  }

  play(source: MediaSource): Playback {
    const asked = this.#link.ask('playback-ended', (request) => ({ kind: 'play-room', room: this.number, source, request }))
    return playbackOf(asked, (request) => this.#link.send({ kind: 'stop-room', room: this.number, request }))
  }

  close(): void {
    this.#link.send({ kind: 'close-room', room: this.number })
  }
}

function playbackOf({ answer, request }: Asked<'playback-ended'>, stop: (request: number) => void): Playback {
  const ended = answer.then(
    ({ end }) => end,
    () => 'failed' as const,
  )
  return { ended, stop: () => stop(request) }
}
