import { failed, type Result } from '@klinke/foundation'
import { readMp3 } from './read-mp3.ts'
import { readWav } from './read-wav.ts'
import type { Sound } from './sound.ts'

/** What the file is instead of sound that can be read, as it fits behind "This is". */
export type Unreadable = string

/** Reads a WAV or MP3 file, told apart by their first octets. */
export async function readSound(octets: Uint8Array): Promise<Result<Sound, Unreadable>> {
  if (asciiAt(octets, 0, 'RIFF') && asciiAt(octets, 8, 'WAVE')) return readWav(octets)
  return isMp3(octets) ? readMp3(octets) : failed('neither WAV nor MP3')
}

/** An ID3 tag, or the eleven bits that begin each frame (ISO/IEC 11172-3 §2.4.1.3) before a layer that exists. */
function isMp3(octets: Uint8Array): boolean {
  const [first = 0, second = 0] = octets
  return asciiAt(octets, 0, 'ID3') || (first === 0xff && (second & 0xe0) === 0xe0 && (second & 0x06) !== 0)
}

function asciiAt(octets: Uint8Array, at: number, text: string): boolean {
  return [...text].every((letter, i) => octets[at + i] === letter.charCodeAt(0))
}
