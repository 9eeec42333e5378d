import type { Text } from '@klinke/platform'
import type { RoundingMode } from '@klinke/rating'
import { toCents } from '../../to-cents.ts'
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

/** Quantity × price × days ÷ days of the month, exactly, and then in whole cents by the profile's rule. */
function chargeLine(id: string, { contract, rounding, words, part = { days: 1, of: 1 }, ...facts }: LineFacts): ChargeLine {
  const due = BigInt(facts.quantity) * facts.unitPrice * BigInt(part.days)
  const micros = toCents(due, BigInt(part.of), rounding)
  return { ...facts, id, contractId: contract.id, currency: contract.currency, micros, counted: words(facts.quantity) }
}

function keyOf({ contract, kind, item, title, siteId, from, until, unitPrice }: LineFacts): string {
  return [contract.id, kind, item, title.en, siteId ?? '', from, until, unitPrice].join('/')
}
