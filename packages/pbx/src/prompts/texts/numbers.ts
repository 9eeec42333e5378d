import type { Language } from '@klinke/platform'

const UNITS: Readonly<Record<Language, readonly string[]>> = {
  de: 'null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn'.split(
    ' ',
  ),
  en: 'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  ),
}
const TENS: Readonly<Record<Language, readonly string[]>> = {
  de: ' - zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig'.split(' '),
  en: ' - twenty thirty forty fifty sixty seventy eighty ninety'.split(' '),
}
const GERMAN_ORDINALS: Readonly<Record<number, string>> = { 1: 'ersten', 3: 'dritten', 7: 'siebten', 8: 'achten' }
const ENGLISH_ORDINALS: Readonly<Record<number, string>> = {
  1: 'first',
  2: 'second',
  3: 'third',
  5: 'fifth',
  8: 'eighth',
  9: 'ninth',
  12: 'twelfth',
}

/** 0 to 99 in one word. */
export function cardinalText(number: number, language: Language): string {
  const unit = UNITS[language][number % 10] ?? ''
  if (number < 20) return UNITS[language][number] ?? ''
  const tens = TENS[language][Math.floor(number / 10)] ?? ''
  if (number % 10 === 0) return tens
  return language === 'de' ? `${number % 10 === 1 ? 'ein' : unit}und${tens}` : `${tens}-${unit}`
}

/** 1 to 99: of days in German ("am einundzwanzigsten"), of days and positions in English ("twenty-first"). */
export function ordinalText(number: number, language: Language): string {
  const cardinal = cardinalText(number, language)
  if (language === 'de') return number < 20 ? (GERMAN_ORDINALS[number] ?? `${cardinal}ten`) : `${cardinal}sten`
  if (number >= 20 && number % 10 === 0) return `${cardinal.slice(0, -1)}ieth`
  const last = number < 20 ? number : number % 10
  const irregular = ENGLISH_ORDINALS[last]
  if (irregular === undefined) return `${cardinal}th`
  return number < 20 ? irregular : `${cardinalText(number - last, 'en')}-${irregular}`
}
