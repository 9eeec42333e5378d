import { divideRounded, MICROS_PER_CENT, type Micros, type RoundingMode } from '@klinke/rating'

/**
 * The one place of billing where money is rounded: an exact amount, `dividend / divisor` micro-units, in whole cents, by the profile's rule (BIL-03). Everything
 * before it is exact, everything after it adds whole cents up. What calls that are rounded one by one cost is rounded by packages/rating, when they are rated.
 */
export function toCents(dividend: bigint, divisor: bigint, mode: RoundingMode): Micros {
  return divideRounded(dividend, divisor * MICROS_PER_CENT, mode) * MICROS_PER_CENT
}
