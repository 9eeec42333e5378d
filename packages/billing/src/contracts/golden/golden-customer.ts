import type { Counted } from '../charges/question.ts'
import type { Recorded } from '../test-support/written-contract.ts'

/** A customer whose month was calculated by hand: what was agreed, and each line with its calculation. */
export interface GoldenCustomer {
  /** Name of the product profile. */
  readonly profile: string
  readonly what: string
  readonly deeds: readonly Recorded[]
  readonly counted?: readonly Counted[]
  /** The month that has ended. */
  readonly period: string
  /** In the order of the invoice: what it is, the calculation, and the amount, net. */
  readonly lines: readonly (readonly [line: string, calculation: string, amount: string])[]
  readonly total: string
}
