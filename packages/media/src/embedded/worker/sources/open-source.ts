import type { MediaSource, PlaybackEnd } from '@klinke/rtp'
import { type FileFailed, FileListSource, type OpenRendition } from './files-source.ts'
import type { FrameSource } from './frame-source.ts'
import { signalTone, steadyTone } from './tone-source.ts'

/** A source that makes sound of its own. */
export type SoundSource = Exclude<MediaSource, { kind: 'silence' | 'echo' }>

export interface OpenedSource {
  readonly source: FrameSource
  /** What became of it, when it is over by itself. */
  readonly outcome: () => Extract<PlaybackEnd, 'finished' | 'failed'>
}

export function openSource(source: SoundSource, renditions: { readonly open: OpenRendition }, failed: FileFailed): OpenedSource {
  if (source.kind === 'tone') return { source: steadyTone(source.frequencyHz, source.levelDbm0), outcome: () => 'finished' }
  if (source.kind === 'signal') return { source: signalTone(source), outcome: () => 'finished' }
  const list = new FileListSource(source, (path, rateHz) => renditions.open(path, rateHz), failed)
  if (source.repeat === 'forever') return { source: new Otherwise(list, signalTone(INSTEAD_OF_MUSIC)), outcome: () => 'failed' }
  return { source: list, outcome: () => (list.failures > 0 ? 'failed' : 'finished') }
}

/** Who waits with music whose files are all gone still hears that somebody is there: a soft tone now and then. */
const INSTEAD_OF_MUSIC = { kind: 'signal', signal: 'waiting', levelDbm0: -25 } as const satisfies MediaSource

/** Plays `first`, and when that is over `then`. */
class Otherwise implements FrameSource {
  readonly #first: FrameSource
  readonly #then: FrameSource
  #isOver = false

  constructor(first: FrameSource, then: FrameSource) {
    this.#first = first
    this.#then = then
  }

  next(frame: Int16Array): boolean {
    if (!this.#isOver && this.#first.next(frame)) return true
    this.#isOver = true
    return this.#then.next(frame)
  }
}
