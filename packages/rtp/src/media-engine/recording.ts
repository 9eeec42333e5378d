import type { Endpoint } from '../media-engine.ts'

/** What to find in what an endpoint's peer says. Each costs the decoding of its sound. */
export interface ListenOptions {
  /**
   * Key presses as tones (ITU-T Q.23), of a peer that negotiated no telephone events, also while it talks to another
   * party. Without this they are found only while media ends here.
   */
  readonly inbandDigits?: boolean
  /** `calling-tone` events of a fax machine (ITU-T T.30), while media ends here. */
  readonly callingTone?: boolean
  /** `speaking` events when the peer begins and ceases to speak. */
  readonly speech?: boolean
}

/** What every recording has: a WAV file, 16-bit PCM, which is valid at all times. */
export interface RecordingLimits {
  /** Absolute path; a file that is there is replaced. */
  readonly path: string
  /** Ends as `limit`. Pauses do not count. */
  readonly maxSeconds: number
  /** Ends as `silence` when nobody has spoken for so long; the silence stays in the file. */
  readonly stopAfterSilenceSeconds?: number
  /** All recorded parties hear a short beep at the start. */
  readonly announceBeep?: boolean
}

export interface RecordingOptions extends RecordingLimits {
  readonly endpoints: readonly [Endpoint] | readonly [Endpoint, Endpoint]
  /** `separate`: two channels, the first endpoint left. One endpoint has one channel always. */
  readonly channels: 'mixed' | 'separate'
}

export interface RecordingEnd {
  /** Length of the recording in the file. */
  readonly durationMs: number
  /** `failed`: the file cannot be written; `endpoint-gone`: a recorded endpoint was removed or adopted, or the room closed. */
  readonly reason: 'stopped' | 'limit' | 'silence' | 'disk-full' | 'endpoint-gone' | 'failed'
}

/** A recording under way. The file is complete when `ended` settles. */
export interface Recording {
  readonly ended: Promise<RecordingEnd>
  stop(): void
  /** Nothing is written until `resume`. */
  pause(): void
  resume(): void
}
