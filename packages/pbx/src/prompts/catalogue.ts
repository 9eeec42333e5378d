import type { Language } from '@klinke/platform'
import { completionTexts } from './texts/completion.ts'
import { conferenceTexts } from './texts/conference.ts'
import { emergencyTexts } from './texts/emergency.ts'
import { letterTexts } from './texts/letters.ts'
import { cardinalText, ordinalText } from './texts/numbers.ts'
import { operatorTexts } from './texts/operator.ts'
import { queueTexts } from './texts/queue.ts'
import { recordingTexts } from './texts/recording.ts'
import { supervisionTexts } from './texts/supervision.ts'
import { systemTexts } from './texts/system.ts'
import { voicemailTexts } from './texts/voicemail.ts'
import { wordTexts } from './texts/words.ts'

/** Sentences that a tenant may replace by recordings of its own. */
export const SENTENCES = {
  ...systemTexts,
  ...queueTexts,
  ...voicemailTexts,
  ...conferenceTexts,
  ...completionTexts,
  ...operatorTexts,
  ...recordingTexts,
  ...supervisionTexts,
  ...emergencyTexts,
}
const TEXTS = { ...SENTENCES, ...wordTexts, ...letterTexts }

export type SentenceId = keyof typeof SENTENCES
/** `number-21` is a count, `ordinal-21` a place or a day. */
export type PromptId = keyof typeof TEXTS | `number-${number}` | `ordinal-${number}`

/** What a prompt says; `''` where the language needs no word there. Throws for an id that does not exist. */
export function promptText(id: PromptId, language: Language): string {
  if (isNamed(id)) return TEXTS[id][language]
  const [, kind, digits] = /^(number|ordinal)-(\d{1,2})$/.exec(id) ?? []
  if (kind === undefined) throw new RangeError(`There is no prompt ${id}.`)
  return kind === 'number' ? cardinalText(Number(digits), language) : ordinalText(Number(digits), language)
}

/** Every prompt that is recorded in that language. */
export function recordedPrompts(language: Language): readonly PromptId[] {
  const named = Object.keys(TEXTS).filter(isNamed)
  return [...named.filter((id) => promptText(id, language) !== ''), ...upTo(99, language, 'number'), ...upTo(31, language, 'ordinal')]
}

/** "einundzwanzig" is one word and one recording; "twenty-one" are two. */
export function isOneWord(number: number, language: Language): boolean {
  return language === 'de' || number <= 20 || number % 10 === 0
}

function upTo(last: number, language: Language, kind: 'number' | 'ordinal'): readonly PromptId[] {
  // English positions are ordinals too, German ones are not.
  const all = Array.from({ length: (language === 'en' ? 99 : last) + 1 }, (_, number) => number)
  return all
    .filter((number) => (kind === 'number' || number > 0) && isOneWord(number, language))
    .map((number): PromptId => `${kind}-${number}`)
}

export function isSentence(id: string): id is SentenceId {
  return Object.hasOwn(SENTENCES, id)
}

function isNamed(id: string): id is keyof typeof TEXTS {
  return Object.hasOwn(TEXTS, id)
}
