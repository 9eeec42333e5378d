import type { Tx } from '@klinke/platform'
import { type Contract, type Day, totalOn } from '../contracts/contract.ts'
import type { ContractHistory } from '../contracts/events.ts'
import { listHistories } from '../contracts/store.ts'
import type { OrderTerms } from './order-terms.ts'

/** Contracts that a customer has or had. */
export function tenantContracts(tx: Tx, tenantId: string): Promise<readonly ContractHistory[]> {
  return listHistories(tx, { tenantId })
}

export interface TotalFacts {
  readonly terms: OrderTerms
  readonly contracts: readonly Contract[]
  /** Ordered, and in no contract yet. */
  readonly wanted: readonly { readonly item: string; readonly quantity: number }[]
  readonly on: Day
}

/** How many calls at a time the customer's contracts have together; undefined: they say nothing of it. */
export function channelsOf(facts: TotalFacts): number | undefined {
  const made = (facts.terms.provisions ?? []).flatMap((each) => (each.makes === 'channels' ? [each] : []))
  const total = made.reduce((sum, { item, each }) => sum + each * totalOf(facts, item), 0)
  return total === 0 ? undefined : total
}

/** How many extensions there may be; undefined: the contracts say nothing of it. */
export function extensionsOf(facts: TotalFacts): number | undefined {
  const made = (facts.terms.provisions ?? []).filter(({ makes }) => makes === 'extensions')
  const total = made.reduce((sum, { item }) => sum + totalOf(facts, item), 0)
  return total === 0 ? undefined : total
}

function totalOf({ contracts, wanted, on }: TotalFacts, item: string): number {
  const held = contracts.reduce((sum, contract) => sum + totalOn(contract, item, on), 0)
  return held + wanted.reduce((sum, each) => sum + (each.item === item ? each.quantity : 0), 0)
}
