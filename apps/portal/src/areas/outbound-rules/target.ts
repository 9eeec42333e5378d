import { e164Of } from '../../shared/destinations/phone-number.ts'

/** Short codes have no area code: they begin behind the country code as they are dialled. */
const SHORT_CODE = /^11\d/

/** The beginning of numbers as people write it (`0900`, `030`, `+43`, `118`), as the API takes it. */
export function prefixOf(written: string): string {
  const digits = written.trim().replaceAll(/[\s()/.-]/g, '')
  return SHORT_CODE.test(digits) ? `+49${digits}` : e164Of(written)
}

export function isPrefix(text: string): boolean {
  return /^\+[1-9]\d{0,14}$/.test(text)
}

/** A prefix as people write it, such as `+49 900…`. */
export function readablePrefix(prefix: string): string {
  return `${prefix.replace(/^(\+49|\+1|\+7)(?=\d)/, '$1 ')}…`
}
