import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { below, type Random } from '@klinke/foundation'
import { levelOfSamples, readSamples, saturate } from '@klinke/rtp'

const RATE_HZ = 8000
const LANGUAGES = ['de', 'en-gb', 'en-us', 'fr', 'es', 'it', 'nl', 'pl', 'tr', 'ru', 'cs', 'sv'] as const
const VARIANTS = ['', '+m1', '+m3', '+m5', '+m7', '+f1', '+f2', '+f3', '+f4', '+f5', '+klatt', '+whisper'] as const
const LOUDEST_DBM0 = -8
const LEVEL_SPREAD_DB = 18
const SENTENCES_PER_TEXT = 12
const MOST_OCTETS = 2 ** 28

const GERMAN = [
  'Guten Tag, Sie sind mit der Zentrale verbunden. Bitte warten Sie einen Augenblick, wir sind gleich für Sie da.',
  'Ich rufe wegen der Lieferung vom siebenundzwanzigsten März an, die noch immer nicht angekommen ist.',
  'Übermorgen um Viertel nach fünf hätte ich Zeit, vorher leider nicht, da bin ich auf der Autobahn.',
  'Könnten Sie mir bitte die Nummer buchstabieren? Null, acht, neun, drei, zwei, eins, sieben, sechs.',
  'Ja, ja, genau, das habe ich mir auch gedacht. Nein, so kann das wirklich nicht weitergehen.',
  'Wir müssen über die Rechnung sprechen: Überführungskosten von achthundertfünfundvierzig Euro sehe ich nicht ein.',
] as const

/** So many seconds of synthetic speakers, each text with another voice, pitch, speed and level. Needs espeak-ng and ffmpeg. */
export function spoken(seconds: number, random: Random): Int16Array {
  const sentences = sentencesOfTheDocs()
  const samples = new Int16Array(seconds * RATE_HZ)
  let filled = 0
  for (let text = 0; filled < samples.length; text++) {
    const language = LANGUAGES[text % LANGUAGES.length] ?? 'de'
    const source: readonly string[] = language === 'de' ? GERMAN : sentences
    const words = Array.from({ length: SENTENCES_PER_TEXT }, () => source[below(random, source.length)] ?? '').join(' ')
    const speech = speak(words, `${language}${VARIANTS[below(random, VARIANTS.length)] ?? ''}`, random)
    if (speech.length === 0) throw new Error('espeak-ng or ffmpeg gave no sound')
    const part = speech.subarray(0, samples.length - filled)
    samples.set(part, filled)
    filled += part.length
  }
  return samples
}

/** Two speakers at once. */
export function babble(seconds: number, random: Random): Int16Array {
  const [one, other] = [spoken(seconds, random), spoken(seconds, random)]
  return one.map((sample, at) => saturate(sample + (other[at] ?? 0)))
}

function speak(text: string, voice: string, random: Random): Int16Array {
  const options = ['--stdout', '-v', voice, '-p', String(below(random, 100)), '-s', String(120 + below(random, 120))]
  const wav = spawnSync('espeak-ng', options, { input: text, maxBuffer: MOST_OCTETS }).stdout
  const toPcm = ['-loglevel', 'error', '-i', '-', '-ar', String(RATE_HZ), '-ac', '1', '-f', 's16le', '-']
  const octets = spawnSync('ffmpeg', toPcm, { input: wav, maxBuffer: MOST_OCTETS }).stdout
  const samples = new Int16Array(octets.length >> 1)
  readSamples(octets, 1, samples)
  const gain = 10 ** ((LOUDEST_DBM0 - below(random, LEVEL_SPREAD_DB) - levelOfSamples(samples)) / 20)
  return samples.map((sample) => saturate(Math.round(gain * sample)))
}

function sentencesOfTheDocs(): string[] {
  const root = join(import.meta.dirname, '../..')
  const text = ['README.md', 'ARCHITECTURE.md', 'docs/benchmarks.md', 'bench/README.md']
    .map((file) => readFileSync(join(root, file), 'utf8'))
    .join('\n')
  return text
    .replace(/[`|*#_[\]()<>-]/g, ' ')
    .split(/(?<=[.:;])\s+/)
    .filter((sentence) => sentence.length > 30)
}
