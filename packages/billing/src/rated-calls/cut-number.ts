import type { Rating } from '@klinke/rating'

/** Digits of a called number that are not shown (BIL-06). */
const CUT_DIGITS = 3

/** A called number as a customer may see it: whole, or without its last three digits (BIL-06). */
export function viewOfNumber(number: string, isWhole: boolean): string {
  return isWhole ? number : `${number.slice(0, -CUT_DIGITS)}xxx`
}

/** The rule of a call whose number is cut: a prefix as long as the number would tell the digits that are cut. */
export function withCutPrefix(rating: Rating, called: string): Rating {
  if (rating.outcome !== 'rated') return rating
  return { ...rating, prefix: rating.prefix.slice(0, Math.max(0, called.length - CUT_DIGITS)) }
}
