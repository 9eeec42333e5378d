import { productIn } from '../charges/question.ts'
import type { Contract, Day } from '../contract.ts'
import type { ContractDeed } from '../events.ts'
import { assertOpen } from './open-month.ts'
import { assertInForce, type ChangeFacts } from './plan-change.ts'
import { ContractRuleBroken } from './refusals.ts'

/** Something to be charged once. */
export interface WantedOneOff {
  readonly item: string
  readonly quantity: number
  readonly on: Day
  readonly siteId?: string | null | undefined
  readonly note?: string | undefined
}

/** Throws `ContractRuleBroken` for what is not sold once, and for days of months that have ended. */
export function planOneOff(
  contract: Contract,
  { item, quantity, on, siteId, note }: WantedOneOff,
  { sold, today, newId }: ChangeFacts,
): readonly ContractDeed[] {
  assertOpen(on, today)
  assertInForce(contract, on)
  const product = productIn(sold.file, item)
  if (product?.kind === 'one-off')
    return [{ kind: 'one-off', oneOffId: newId(), item, quantity, on, versionId: sold.id, siteId: siteId ?? undefined, note }]
  throw new ContractRuleBroken('contract-not-sold', {
    en: `${sold.file.title.en} has no one-off item "${item}".`,
    de: `${sold.file.title.de} hat keine einmalige Leistung „${item}“.`,
  })
}
