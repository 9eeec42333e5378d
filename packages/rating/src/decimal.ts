import { MICROS_PER_UNIT, type Micros } from './money.ts'

const DECIMAL = /^(-?)(\d{1,12})(?:\.(\d{1,6}))?$/
const DECIMALS = 6

/** `0.0151` as micro-units; undefined: no decimal number with at most six places. */
export function microsFromDecimal(text: string): Micros | undefined {
  const [, sign, whole, fraction = ''] = DECIMAL.exec(text) ?? []
  if (whole === undefined) return undefined
  const micros = BigInt(whole) * MICROS_PER_UNIT + BigInt(fraction.padEnd(DECIMALS, '0'))
  return sign === '-' ? -micros : micros
}

/** Micro-units as a decimal number with at least two places and no more than are needed. */
export function decimalOf(micros: Micros): string {
  const amount = micros < 0n ? -micros : micros
  const fraction = String(amount % MICROS_PER_UNIT).padStart(DECIMALS, '0')
  return `${micros < 0n ? '-' : ''}${amount / MICROS_PER_UNIT}.${fraction.slice(0, 2)}${fraction.slice(2).replace(/0+$/, '')}`
}
