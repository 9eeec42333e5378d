import { countryRangeOf } from '../countries/country.ts'
import { areaCodeOf } from '../plan/area-code.ts'
import { rangeOf } from '../plan/ranges.ts'
import { type E164, GERMANY, germanNationalNumber } from './e164.ts'

/** `national`: `0221 123456-0`; `international`: `+49 221 123456-0`. Numbers abroad are written internationally in both. */
export type ReadableForm = 'national' | 'international'

/** Ranges whose digit behind the code says the price, and stands alone by DIN 5008: `0180 5 123456`. */
const PRICED = /^(?:180|137|900)/
const PRICED_CODE_DIGITS = 3

/**
 * A number as people read it, by DIN 5008: the code, a space, the number, and a hyphen before the extension (Durchwahl).
 *
 * @param extensionDigits how many of the last digits are the extension of a PBX; which ones they are the number itself does not say.
 */
export function readableNumber(number: E164, form: ReadableForm, extensionDigits = 0): string {
  const national = germanNationalNumber(number)
  if (national === undefined) return foreign(number)
  const groups = groupsOf(national)
  const last = groups.at(-1) ?? ''
  const split = extensionDigits > 0 && extensionDigits < last.length ? last.length - extensionDigits : last.length
  const written = [...groups.slice(0, -1), last.slice(0, split) + (split < last.length ? `-${last.slice(split)}` : '')].join(' ')
  if (form === 'international') return `+${GERMANY} ${written}`
  // Short codes are the same everywhere and have no 0.
  return groups.length === 1 && national.startsWith('11') ? written : `0${written}`
}

function groupsOf(national: string): readonly string[] {
  if (PRICED.test(national) && national.length > PRICED_CODE_DIGITS + 1) {
    return [national.slice(0, PRICED_CODE_DIGITS), national.charAt(PRICED_CODE_DIGITS), national.slice(PRICED_CODE_DIGITS + 1)]
  }
  const code = areaCodeOf(national)?.areaCode.length ?? codeDigits(national)
  return [national.slice(0, code), national.slice(code)].filter((group) => group !== '')
}

function codeDigits(national: string): number {
  const range = rangeOf(national)
  return range === undefined || national.startsWith('11') ? 0 : range.codeDigits
}

function foreign(number: E164): string {
  const code = countryRangeOf(number)?.callingCode
  return code === undefined || number.length === code.length + 1 ? number : `+${code} ${number.slice(code.length + 1)}`
}
