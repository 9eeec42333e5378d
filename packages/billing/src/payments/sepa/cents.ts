import { MICROS_PER_CENT, type Micros } from '@klinke/rating'

/** Banks know cents: whatever is collected or paid has no smaller part. */
export function isWholeCents(micros: Micros): boolean {
  return micros % MICROS_PER_CENT === 0n
}

/** As banks write it: two places after a point. Throws `RangeError` for parts of a cent. */
export function decimalOf(micros: Micros): string {
  if (!isWholeCents(micros)) throw new RangeError(`${micros} micro-units are no whole cents.`)
  const cents = micros / MICROS_PER_CENT
  const amount = cents < 0n ? -cents : cents
  return `${cents < 0n ? '-' : ''}${amount / 100n}.${String(amount % 100n).padStart(2, '0')}`
}

/** Reads what a bank has written: up to two places matter, more are zeros. Undefined for what is no amount. */
export function microsOfDecimal(text: string): Micros | undefined {
  const [, whole, places = ''] = /^(\d{1,13})(?:\.(\d{1,5}))?$/.exec(text.trim()) ?? []
  if (whole === undefined || !/^0*$/.test(places.slice(2))) return undefined
  return (BigInt(whole) * 100n + BigInt(places.slice(0, 2).padEnd(2, '0'))) * MICROS_PER_CENT
}
