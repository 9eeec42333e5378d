import type { Text } from '@klinke/platform'
import { divideRounded, MICROS_PER_CENT, type RoundingMode } from '@klinke/rating'
import type { Contract } from '../contract.ts'
import type { ChargeLine } from './charge-line.ts'

/** What a line says, before its amount is made. */
export interface LineFacts
  extends Pick<ChargeLine, 'item' | 'title' | 'kind' | 'siteId' | 'from' | 'until' | 'quantity' | 'unitPrice' | 'vat'> {
  readonly contract: Pick<Contract, 'id' | 'currency'>
  readonly rounding: RoundingMode
  /** What part of the price is due; absent: all of it. */
  readonly part?: { readonly days: number; readonly of: number }
  readonly words: (quantity: number) => Text
}

/** Lines of these facts: those that differ in nothing but their quantity become one, so that an option of thirty extensions is one line. */
export function chargeLines(facts: readonly LineFacts[]): readonly ChargeLine[] {
  return [...Map.groupBy(facts, keyOf).entries()].flatMap(([id, alike]) => {
    const [first] = alike
    return first === undefined ? [] : [chargeLine(id, { ...first, quantity: alike.reduce((sum, { quantity }) => sum + quantity, 0) })]
  })
}

/** The one place where what a contract costs is rounded: quantity × price × days ÷ days of the month, to whole cents, by the profile's rule. */
function chargeLine(id: string, { contract, rounding, words, part = { days: 1, of: 1 }, ...facts }: LineFacts): ChargeLine {
  const due = BigInt(facts.quantity) * facts.unitPrice * BigInt(part.days)
  const micros = divideRounded(due, BigInt(part.of) * MICROS_PER_CENT, rounding) * MICROS_PER_CENT
  return { ...facts, id, contractId: contract.id, currency: contract.currency, micros, counted: words(facts.quantity) }
}

function keyOf({ contract, kind, item, title, siteId, from, until, unitPrice }: LineFacts): string {
  return [contract.id, kind, item, title.en, siteId ?? '', from, until, unitPrice].join('/')
}
