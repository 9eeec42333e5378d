import { assertHearsInstead, assertHearsTone, type ExpectedTone } from './audible.ts'
import type { Sound } from './goertzel.ts'
import { assertHearsRecording } from './hears-recording.ts'
import { lengthOfWav } from './wav.ts'

/** A telephone of any kind. */
interface Listener {
  listen(milliseconds: number): Promise<Sound>
}

/** Packets of a machine with much else to do come late, and what one hears has holes; after a change the party of before is heard a moment longer. */
const HEARD_WITHIN_MS = 20_000

/** Listens until `who` hears this tone and nothing else for so long on end. Throws what is heard instead. */
export function hearsTone(who: string, listener: Listener, expected: ExpectedTone, milliseconds: number): Promise<void> {
  return hears(listener, milliseconds, HEARD_WITHIN_MS, (sound) => assertHearsTone(who, sound, expected))
}

/** Listens until `who` hears something for so long on end, but not `other`: music instead of the party that holds. Throws what is heard instead. */
export function hearsInstead(who: string, listener: Listener, other: ExpectedTone, milliseconds: number): Promise<void> {
  return hears(listener, milliseconds, HEARD_WITHIN_MS, (sound) => assertHearsInstead(who, sound, other))
}

/** Listens until so much of that WAV file is heard on end as it is said, once. Throws that something else is heard. */
export function hearsRecording(who: string, listener: Listener, path: string, milliseconds: number): Promise<void> {
  const { count, sampleRateHz } = lengthOfWav(path)
  return hears(listener, milliseconds, (1000 * count) / sampleRateHz, (sound) => assertHearsRecording(who, sound, path))
}

/** Once at least, and again as long as the time is not over. */
async function hears(listener: Listener, milliseconds: number, withinMs: number, judge: (sound: Sound) => void): Promise<void> {
  const untilMs = performance.now() + withinMs
  for (;;) {
    const sound = await listener.listen(milliseconds)
    try {
      judge(sound)
      return
    } catch (error) {
      if (performance.now() > untilMs) throw error
    }
  }
}
