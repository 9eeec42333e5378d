/** An amount in millionths of a unit of its currency: a cent is 10,000. Integers only; what a fraction of a micro-unit becomes, each rule says. */
export type Micros = bigint

/** ISO 4217, such as `EUR`. */
export type Currency = string

export interface Money {
  readonly micros: Micros
  readonly currency: Currency
}

export const MICROS_PER_CENT = 10_000n
export const MICROS_PER_UNIT = 1_000_000n

/** What becomes of less than a whole: commercial rounding (DIN 1333, away from zero at a half), to the even one at a half, always up in amount, never up. */
export const ROUNDING_MODES = ['half-up', 'half-even', 'up', 'down'] as const
export type RoundingMode = (typeof ROUNDING_MODES)[number]

/** `dividend / divisor` as a whole number. The divisor is above zero; signs are symmetric: a credit rounds as the charge that it takes back. */
export function divideRounded(dividend: bigint, divisor: bigint, mode: RoundingMode): bigint {
  if (divisor <= 0n) throw new RangeError('The divisor must be above zero.')
  const amount = dividend < 0n ? -dividend : dividend
  const whole = amount / divisor
  const rest = amount % divisor
  const rounded = isRoundedUp(rest * 2n, divisor, whole, mode) && rest > 0n ? whole + 1n : whole
  return dividend < 0n ? -rounded : rounded
}

function isRoundedUp(twiceRest: bigint, divisor: bigint, whole: bigint, mode: RoundingMode): boolean {
  switch (mode) {
    case 'up':
      return true
    case 'down':
      return false
    case 'half-up':
      return twiceRest >= divisor
    case 'half-even':
      return twiceRest > divisor || (twiceRest === divisor && whole % 2n === 1n)
  }
}

/** Whole cents, still in micro-units. */
export function roundToCents(micros: Micros, mode: RoundingMode): Micros {
  return divideRounded(micros, MICROS_PER_CENT, mode) * MICROS_PER_CENT
}
