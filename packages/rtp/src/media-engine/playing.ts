import type { NoticeToneName } from '../tones/notice-tone.ts'

/** What an endpoint hears when no other party is connected to it. */
export type MediaSource =
  | { readonly kind: 'silence' }
  | { readonly kind: 'echo' }
  | { readonly kind: 'tone'; readonly frequencyHz: number; readonly levelDbm0: number }
  | SignalSource
  | FilesSource

/** A tone of the German network, with its cadence, until it is replaced; or one of the exchange's own notices, once. */
export interface SignalSource {
  readonly kind: 'signal'
  readonly signal: SignalName
  /** Absent: the level the exchange plays tones at, −10 dBm0. */
  readonly levelDbm0?: number
}

export type SignalName = 'dial' | 'special-dial' | 'ringback' | 'busy' | 'congestion' | 'special-information' | 'waiting' | NoticeToneName

/**
 * Recordings played one after the other, from the start again as often as asked. What cannot be read is told and left out; instead of
 * music that is to go on for ever, and of which nothing can be read, a soft tone is heard now and then.
 */
export interface FilesSource {
  readonly kind: 'files'
  /** Absolute paths of 16-bit PCM WAV, one channel, 8 or 16 kHz. */
  readonly files: readonly string[]
  /** How often the whole list is heard. */
  readonly repeat: number | 'forever'
  /** Louder or softer than recorded. */
  readonly gainDb?: number
  /** Where in the list to begin: music on hold that goes on where it was. */
  readonly startMs?: number
  /** Silence between two files. */
  readonly pauseMs?: number
}

/** What became of something that was played. `failed`: it cannot be heard; a `playback-failed` event tells why. */
export type PlaybackEnd = 'finished' | 'stopped' | 'failed'

/** Something being played. */
export interface Playback {
  readonly ended: Promise<PlaybackEnd>
  /** The endpoint hears silence; `ended` settles as `stopped`. Nothing happens when it has ended before. */
  stop(): void
}

export interface PressOptions {
  /** Length of a press; absent 100 ms. */
  readonly durationMs?: number
  /** Pause between two presses; absent 100 ms. */
  readonly pauseMs?: number
}
