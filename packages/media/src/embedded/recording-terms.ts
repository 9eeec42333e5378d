import type { RecordingLimits } from '@klinke/rtp'
import type { RecordingTerms } from './protocol.ts'

/** The limits of a recording as the worker takes them, with defaults filled in. */
export function recordingTerms(limits: RecordingLimits, separate: boolean): RecordingTerms {
  const { path, maxSeconds, stopAfterSilenceSeconds = 0, announceBeep = false } = limits
  return { path, separate, maxSeconds, stopAfterSilenceSeconds, announceBeep }
}
