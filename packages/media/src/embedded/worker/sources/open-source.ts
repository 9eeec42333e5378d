import type { MediaSource, PlaybackEnd } from '@klinke/rtp'
import { type FileFailed, FileListSource } from './files-source.ts'
import type { FrameSource } from './frame-source.ts'
import type { RenditionCache } from './rendition-cache.ts'
import { signalTone, steadyTone } from './tone-source.ts'

/** A source that makes sound of its own. */
export type SoundSource = Exclude<MediaSource, { kind: 'silence' | 'echo' }>

export interface OpenedSource {
  readonly source: FrameSource
  /** What became of it, when it is over by itself. */
  readonly outcome: () => Extract<PlaybackEnd, 'finished' | 'failed'>
}

export function openSource(source: SoundSource, renditions: RenditionCache, failed: FileFailed): OpenedSource {
  if (source.kind === 'tone') return { source: steadyTone(source.frequencyHz, source.levelDbm0), outcome: () => 'finished' }
  if (source.kind === 'signal') return { source: signalTone(source), outcome: () => 'finished' }
  const list = new FileListSource(source, (path, rateHz) => renditions.open(path, rateHz), failed)
  return { source: list, outcome: () => (list.failures > 0 ? 'failed' : 'finished') }
}
