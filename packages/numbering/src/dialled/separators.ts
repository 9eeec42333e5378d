/**
 * What people and their programs put between the digits: spaces of every width, brackets, dots, slashes, the dashes of Unicode, and the
 * invisible marks of direction that telephone books of phones and spreadsheets copy along.
 */
const SEPARATORS = /[\s().\-/\u2010-\u2015\u2212\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g

/** The 0 in brackets of "+49 (0)221 …": to be left out behind a country code, and dialled without one. */
const BRACKETED_ZERO = /\(\s*0\s*\)/

const INTERNATIONAL = /^(?:\+|00)/

/** Where the 0 belongs to the number itself and is dialled from abroad too: Italy and the Vatican, San Marino (ITU-T E.164 national plans). */
const KEEPS_ZERO = /^(?:\+|00)(?:39|378)$/

/** No number that people write is longer; what is, is none, and costs no more to see. */
export const MAX_WRITTEN_CHARACTERS = 100

/** A number as people write it, without all that is not dialled; what is neither digit nor separator stays and shows that it is none. */
export function withoutSeparators(text: string): string {
  const zero = BRACKETED_ZERO.exec(text)
  if (zero === null) return text.replace(SEPARATORS, '')
  const before = text.slice(0, zero.index).replace(SEPARATORS, '')
  const after = text.slice(zero.index + zero[0].length).replace(SEPARATORS, '')
  const isLeftOut = INTERNATIONAL.test(before) && !KEEPS_ZERO.test(before)
  return before + (isLeftOut ? '' : '0') + after
}
