import type { Call } from '@klinke/calls'
import type { Recording, RecordingEnd } from '@klinke/rtp'
import type { MailboxCall } from './parts.ts'
import type { Sound } from './spool.ts'

/** Silence that ends a recording. */
export const SILENCE_SECONDS = 5

/** What somebody has said into a mailbox. The file is there even when it is too short to be worth keeping. */
export interface RecordedSound extends RecordingEnd {
  /** Without the silence at the end. */
  readonly spokenMs: number
}

/** After a beep, records the principal until `#`, silence, the limit or its end. */
export async function recordSound({ call }: MailboxCall, sound: Sound, maxSeconds: number): Promise<RecordedSound> {
  const { digits } = call.principal
  digits.forget()
  const limits = { maxSeconds, stopAfterSilenceSeconds: SILENCE_SECONDS, announceBeep: true }
  const recording = await call.record({ of: [call.principal], path: sound.path, channels: 'mixed', ...limits })
  const key = endAtKey(call, recording)
  const end = await recording.ended
  digits.interrupt()
  await key
  const silentMs = end.reason === 'silence' ? SILENCE_SECONDS * 1000 : 0
  return { ...end, spokenMs: Math.max(0, end.durationMs - silentMs) }
}

async function endAtKey(call: Call, recording: Recording): Promise<void> {
  for (;;) {
    const next = await call.principal.digits.next()
    if (next.kind !== 'digit') return
    if (next.digit === '#') return recording.stop()
  }
}
