import type { Language } from '@klinke/platform'
import { isOneWord, type PromptId } from '../catalogue.ts'

/** What follows the number: nothing ("eins"), or a word whose gender and case German says one in ("ein Uhr", "eine Nachricht", "einen Anruf"). */
export type NumberForm = 'alone' | 'ein' | 'eine' | 'einen'

/** The largest number that can be said. */
export const MAX_SPOKEN_NUMBER = 999_999

const DIGITS: Readonly<Record<string, PromptId>> = { '*': 'digit-star', '#': 'digit-hash', '+': 'digit-plus' }

/** A whole number from 0 to 999,999. Throws `RangeError` for any other. */
export function numberPrompts(number: number, language: Language, form: NumberForm = 'alone'): readonly PromptId[] {
  if (!Number.isInteger(number) || number < 0 || number > MAX_SPOKEN_NUMBER) throw new RangeError(`${number} cannot be said.`)
  const thousands = Math.floor(number / 1000)
  const rest = number % 1000
  return [
    ...(thousands > 0 ? [...belowThousand(thousands, language, 'ein'), 'number-thousand' as const] : []),
    // "one thousand and five", but "one thousand two hundred".
    ...(thousands > 0 && rest > 0 && rest < 100 && language === 'en' ? ['and' as const] : []),
    ...(rest > 0 || thousands === 0 ? belowThousand(rest, language, form) : []),
  ]
}

/** Digit by digit, as telephone numbers and slots are read. `*`, `#` and `+` have names; everything else is left out. */
export function digitsPrompts(digits: string): readonly PromptId[] {
  return [...digits].flatMap((digit) => (/\d/.test(digit) ? [`number-${Number(digit)}` as const] : (DIGITS[digit] ?? [])))
}

function belowThousand(number: number, language: Language, form: NumberForm): readonly PromptId[] {
  const hundreds = Math.floor(number / 100)
  const rest = number % 100
  if (hundreds === 0) return belowHundred(number, language, form)
  return [
    ...belowHundred(hundreds, language, 'ein'),
    'number-hundred',
    ...(rest > 0 && language === 'en' ? ['and' as const] : []),
    ...(rest > 0 ? belowHundred(rest, language, form) : []),
  ]
}

/** German says one in four ways. */
function belowHundred(number: number, language: Language, form: NumberForm): readonly PromptId[] {
  if (number === 1 && language === 'de' && form !== 'alone') return [`number-${form}`]
  return isOneWord(number, language) ? [`number-${number}`] : [`number-${number - (number % 10)}`, `number-${number % 10}`]
}

/** 1 to 99: "ersten" as in dates, "twenty-first". */
export function ordinalPrompts(number: number, language: Language): readonly PromptId[] {
  return isOneWord(number, language) ? [`ordinal-${number}`] : [`number-${number - (number % 10)}`, `ordinal-${number % 10}`]
}
