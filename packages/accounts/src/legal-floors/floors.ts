import { type CustomerKind, isProtected } from './customer-kind.ts'

/** § 56 (1) sentence 1 TKG: the first term of a consumer's contract; small enterprises by § 71 (3). */
export const LONGEST_FIRST_TERM_MONTHS = 24

/** § 56 (3) sentence 1 TKG, and within the first term of consumers § 309 no. 9 c BGB: no more notice than that ends a contract when its first term is over, or later. */
export const NOTICE_AFTER_FIRST_TERM = { months: 1 } as const

/** § 57 (2) TKG: customers are told of changed terms no later and no earlier than that before they hold. */
export const CHANGE_TOLD = { least: { months: 1 }, most: { months: 2 } } as const

/** § 67 (2) TKG: time for objections to an invoice, and to what was taken from prepaid credit. */
const OBJECTION_WEEKS = 8

/** Weeks in which a customer of a product with so many may object. */
export function objectionWeeksFor(kind: CustomerKind | undefined, weeksOfProduct: number): number {
  return isProtected(kind) ? Math.max(weeksOfProduct, OBJECTION_WEEKS) : weeksOfProduct
}

/** Whether faults are compensated (§ 58 (3) and (4) TKG): always where the floor holds, else where the product says so. */
export function isCompensated(kind: CustomerKind | undefined, saidByProduct: boolean | undefined): boolean {
  return isProtected(kind) || saidByProduct === true
}
