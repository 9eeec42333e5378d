/** Country code of Germany (ITU-T E.164 list of assigned country codes). */
export const GERMANY = '49'

/** Longest international number, country code included (ITU-T E.164 §6.1). */
export const MAX_E164_DIGITS = 15

/** Shortest number taken for one: country code and a few digits. Short codes have a kind of their own. */
const MIN_E164_DIGITS = 6

/** A number in international form: `+`, country code, national number; digits only. */
export type E164 = `+${string}`

/** True for `+` followed by 6 to 15 digits, the first not zero (no country code begins with 0). */
export function isE164(text: string): text is E164 {
  return /^\+[1-9]\d*$/.test(text) && text.length > MIN_E164_DIGITS && text.length <= MAX_E164_DIGITS + 1
}

/** The national number (without prefix 0) of a German number, or undefined for numbers of other countries. */
export function germanNationalNumber(number: E164): string | undefined {
  return number.startsWith(`+${GERMANY}`) ? number.slice(GERMANY.length + 1) : undefined
}
