import { MAX_WRITTEN_CHARACTERS, withoutSeparators } from '../dialled/separators.ts'
import { type E164, GERMANY, isE164 } from './e164.ts'

/**
 * The number that a carrier means in a header, in any format of NUM-04 (`+4961311620`, `004961311620`, `061311620`) or,
 * as many send it, without any prefix (`4961311620`). A carrier has no area code, so nothing is taken as local.
 * `undefined` for what is no number, such as `anonymous`.
 */
export function numberFromCarrier(text: string): E164 | undefined {
  if (text.length > MAX_WRITTEN_CHARACTERS) return undefined
  const digits = withoutSeparators(text)
  if (!/^\+?\d+$/.test(digits)) return undefined
  const number = international(digits)
  return isE164(number) ? number : undefined
}

function international(digits: string): string {
  if (digits.startsWith('+')) return digits
  if (digits.startsWith('00')) return `+${digits.slice(2)}`
  return digits.startsWith('0') ? `+${GERMANY}${digits.slice(1)}` : `+${digits}`
}
