import type {
  Endpoint,
  MediaSource,
  MemberOptions,
  MixingRoom,
  Playback,
  PlaybackEnd,
  Recording,
  RecordingEnd,
  RecordingLimits,
} from '@klinke/rtp'

/** Something played on paper: it ends when the test says so, is stopped, or is replaced. */
export class PaperPlayback implements Playback {
  /** Id of the endpoint, or `room`. */
  readonly endpoint: string
  readonly source: MediaSource
  readonly #ended = Promise.withResolvers<PlaybackEnd>()

  constructor(endpoint: string, source: MediaSource) {
    this.endpoint = endpoint
    this.source = source
  }

  get ended(): Promise<PlaybackEnd> {
    return this.#ended.promise
  }

  /** It has been heard to its end, or failed. */
  end(how: PlaybackEnd): void {
    this.#ended.resolve(how)
  }

  stop(): void {
    this.end('stopped')
  }
}

/** A recording on paper: it ends when the test says so or is stopped. */
export class PaperRecording implements Recording {
  readonly endpoints: readonly string[]
  readonly limits: RecordingLimits
  paused = false
  readonly #ended = Promise.withResolvers<RecordingEnd>()

  constructor(endpoints: readonly string[], limits: RecordingLimits) {
    this.endpoints = endpoints
    this.limits = limits
  }

  get ended(): Promise<RecordingEnd> {
    return this.#ended.promise
  }

  end(reason: RecordingEnd['reason'], durationMs = 0): void {
    this.#ended.resolve({ reason, durationMs })
  }

  stop(): void {
    this.end('stopped')
  }

  pause(): void {
    this.paused = true
  }

  resume(): void {
    this.paused = false
  }
}

/** A conference on paper: who is in, and on what terms. */
export class PaperRoom implements MixingRoom {
  readonly members = new Map<string, MemberOptions>()
  readonly playbacks: PaperPlayback[] = []
  readonly recordings: PaperRecording[] = []
  closed = false
  readonly #log: (what: string) => void
  readonly #check: (endpoint: Endpoint) => void

  /** `check` throws for an endpoint that the room's session cannot use. */
  constructor(log: (what: string) => void, check: (endpoint: Endpoint) => void) {
    this.#log = log
    this.#check = check
  }

  async join(endpoint: Endpoint, options: MemberOptions = {}): Promise<void> {
    this.#check(endpoint)
    const { id } = endpoint
    this.members.set(id, options)
    this.#log(`join ${id}`)
  }

  change({ id }: { readonly id: string }, options: MemberOptions): void {
    this.members.set(id, options)
    this.#log(`change ${id}`)
  }

  leave({ id }: { readonly id: string }): void {
    this.members.delete(id)
    this.#log(`leave ${id}`)
  }

  play(source: MediaSource): Promise<Playback> {
    this.playbacks.at(-1)?.stop()
    const playback = new PaperPlayback('room', source)
    this.playbacks.push(playback)
    this.#log(`play room ${source.kind}`)
    return Promise.resolve(playback)
  }

  record(limits: RecordingLimits): Promise<Recording> {
    const recording = new PaperRecording([...this.members.keys()], limits)
    this.recordings.push(recording)
    this.#log('record room')
    return Promise.resolve(recording)
  }

  close(): void {
    if (this.closed) return
    this.closed = true
    for (const playback of this.playbacks) playback.stop()
    for (const recording of this.recordings) recording.end('endpoint-gone')
    this.members.clear()
    this.#log('close room')
  }
}
