/** Without one, a number is a German one: the portal is for the German market. */
const COUNTRY = '+49'

/**
 * A telephone number as people write it, in E.164 with `+`: `0221 / 471 01-00` and `0049…` too. What is none comes back without its
 * separators, for the server to refuse.
 */
export function e164Of(written: string): string {
  const digits = written.trim().replaceAll(/[\s()/.-]/g, '')
  if (digits.startsWith('+')) return digits
  if (digits.startsWith('00')) return `+${digits.slice(2)}`
  return digits.startsWith('0') ? `${COUNTRY}${digits.slice(1)}` : digits
}

/** E.164 with `+`, as the API takes numbers outside. */
export function isE164(number: string): boolean {
  return /^\+[1-9]\d{6,14}$/.test(number)
}
