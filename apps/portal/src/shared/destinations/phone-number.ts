/** Without one, a number is a German one: the portal is for the German market. */
const COUNTRY = '+49'

/** What people and programs put between digits, with the dashes of Unicode and the marks of direction that telephone books copy along. */
const SEPARATORS = /[\s().\-/\u2010-\u2015\u2212\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g
/** The 0 of "+49 (0)221" is not dialled behind a country code; Italy's and San Marino's is. */
const LEFT_OUT_ZERO = /^([^\d+]*(?:\+|00)(?!\s*(?:39|378)\b)[^(]*)\(\s*0\s*\)/

/**
 * A telephone number as people write it, in E.164 with `+`: `0221 / 471 01-00`, `0049…` and `+49 (0)221…` too. What is none comes back
 * without its separators, for the server to refuse.
 */
export function e164Of(written: string): string {
  const digits = written.replace(LEFT_OUT_ZERO, '$1').replaceAll(SEPARATORS, '')
  if (digits.startsWith('+')) return withoutTrunkZero(digits)
  if (digits.startsWith('00')) return withoutTrunkZero(`+${digits.slice(2)}`)
  return digits.startsWith('0') ? `${COUNTRY}${digits.slice(1)}` : digits
}

/** No German number has a 0 behind the country code. */
function withoutTrunkZero(number: string): string {
  return number.startsWith(`${COUNTRY}0`) ? COUNTRY + number.slice(COUNTRY.length + 1) : number
}

/** E.164 with `+`, as the API takes numbers outside. */
export function isE164(number: string): boolean {
  return /^\+(?!490)[1-9]\d{6,14}$/.test(number)
}
