/** What the exchange says, found in the midst of what else is heard. */
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { assertHearsMixture, assertHearsTone, type ExpectedTone, likenessOf, readWav, type Sound } from '@klinke/testbed'
import { root } from './support.ts'

const PROMPTS = join(root, 'packages/pbx/src/prompts/audio')
const LEAST_LIKENESS = 0.85
/** So much of a prompt is recognised, whatever is heard right before and after it. */
const [PART_OF_PROMPT, LEAST_PART_SECONDS] = [0.7, 1.04]
const LOOK_EVERY_SECONDS = 0.1

type Language = 'de' | 'en'

function saidIn(id: string, language: Language): Sound {
  return readWav(join(PROMPTS, language, `${id}.wav`))
}

/** How long that prompt is. */
export function millisecondsOf(id: string, language: Language = 'de'): number {
  const { samples, sampleRateHz } = saidIn(id, language)
  return (1000 * samples.length) / sampleRateHz
}

/** Asserts that somewhere in what `who` hears that prompt is said. */
export function assertIsSaid(who: string, heard: Sound, id: string, language: Language = 'de'): void {
  const said = saidIn(id, language)
  const seconds = Math.max(LEAST_PART_SECONDS, (PART_OF_PROMPT * millisecondsOf(id, language)) / 1000)
  const likeness = Math.max(...windowsOf(heard, seconds, LOOK_EVERY_SECONDS).map((part) => likenessOf(part, said)))
  assert.ok(likeness >= LEAST_LIKENESS, `${who} should hear ${id} but hears something else (likeness ${likeness.toFixed(2)})`)
}

/** Parts of that length, beginning one after the other every so many seconds. */
export function windowsOf({ samples, sampleRateHz }: Sound, seconds: number, everySeconds: number): readonly Sound[] {
  const [length, every] = [Math.round(seconds * sampleRateHz), Math.round(everySeconds * sampleRateHz)]
  const count = Math.max(1, Math.floor((samples.length - length) / every) + 1)
  return Array.from({ length: count }, (_, index) => ({ samples: samples.subarray(index * every, index * every + length), sampleRateHz }))
}

/** Half a second of it is that tone and nothing else, as packets may be late; none of it is the other one. */
export function assertIsRecorded(which: string, sound: Sound, tone: ExpectedTone, other: ExpectedTone): void {
  assertHearsMixture(which, sound, [], [other])
  const clear = windowsOf(sound, 0.5, 0.1).find((part) => isTone(part, tone))
  assertHearsTone(which, clear ?? sound, tone)
}

export function isTone(sound: Sound, tone: ExpectedTone): boolean {
  try {
    assertHearsTone('somebody', sound, tone)
    return true
  } catch {
    return false
  }
}
