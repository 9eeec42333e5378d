import { divideRounded, MICROS_PER_CENT, type Micros, type RoundingMode } from './money.ts'

/**
 * Sixtieths of a micro-unit of the currency: micro-units a minute times seconds. What any call costs is whole in them, so that nothing is
 * rounded before the provider's rule says where, and a sum does not depend on how it is cut into parts.
 */
export type Sixtieths = bigint

export const SIXTIETHS_PER_MICRO = 60n

/** Where amounts become whole cents: each call, each line of the invoice (all calls of a zone), or the whole invoice. */
export const ROUNDING_PLACES = ['call', 'line', 'invoice'] as const
export type RoundingPlace = (typeof ROUNDING_PLACES)[number]

/** A provider's one rule of rounding. */
export interface Rounding {
  readonly where: RoundingPlace
  readonly mode: RoundingMode
}

const SIXTIETHS_PER_CENT = MICROS_PER_CENT * SIXTIETHS_PER_MICRO

/** The amount in whole cents when `place` is where the rule rounds, else as it is. The only place where amounts of usage are rounded. */
export function roundAt(place: RoundingPlace, amount: Sixtieths, rounding: Rounding): Sixtieths {
  return rounding.where === place ? divideRounded(amount, SIXTIETHS_PER_CENT, rounding.mode) * SIXTIETHS_PER_CENT : amount
}

/** An amount that has been rounded, in micro-units. Throws for one that has not and would lose a fraction: ask `roundAt` before. */
export function microsOf(amount: Sixtieths): Micros {
  if (amount % SIXTIETHS_PER_MICRO !== 0n)
    throw new RangeError(`${amount} sixtieths of a micro-unit are no whole micro-units: they were not rounded.`)
  return amount / SIXTIETHS_PER_MICRO
}

export function sixtiethsOf(micros: Micros): Sixtieths {
  return micros * SIXTIETHS_PER_MICRO
}
