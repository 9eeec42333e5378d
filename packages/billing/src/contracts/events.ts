import type { CustomerKind } from '@klinke/accounts'
import type { Currency } from '@klinke/rating'
import type { Day } from './contract.ts'

/** What can happen to a contract. Written once and never changed: whatever was wrong is taken back by a further event. */
export type ContractDeed =
  | {
      readonly kind: 'begun'
      readonly begins: Day
      readonly currency: Currency
      readonly versionId: string
      /** Absent: it has no term. */
      readonly termMonths?: number | undefined
    }
  | {
      readonly kind: 'item-added'
      readonly itemId: string
      readonly item: string
      readonly from: Day
      readonly quantity: number
      readonly versionId: string
      readonly siteId?: string | undefined
      readonly subject?: string | undefined
    }
  /** From that day on; what was planned for later is given up. */
  | { readonly kind: 'quantity-set'; readonly itemId: string; readonly from: Day; readonly quantity: number }
  | {
      readonly kind: 'one-off'
      readonly oneOffId: string
      readonly item: string
      readonly on: Day
      readonly quantity: number
      readonly versionId: string
      readonly siteId?: string | undefined
      readonly note?: string | undefined
    }
  | { readonly kind: 'cancelled'; readonly until: Day; readonly reason?: string | undefined }
  /** Takes back one of `quantity-set`, `cancelled` and `prices-changed`. */
  | { readonly kind: 'withdrawn'; readonly eventId: string }
  | { readonly kind: 'term-restarted'; readonly from: Day; readonly months: number }
  /** All items that have begun before, and the contract itself. */
  | { readonly kind: 'prices-changed'; readonly from: Day; readonly versionId: string }

export type ContractEvent = ContractDeed & {
  readonly id: string
  /** Milliseconds since 1970: what was known when. */
  readonly recordedAtMs: number
  readonly recordedBy: string
}

/** A contract as it is kept: who has it, and all that happened, in the order in which it was recorded. */
export interface ContractHistory {
  readonly id: string
  readonly tenantId: string
  readonly profile: string
  /** Of the customer, now; absent: `enterprise`. */
  readonly customerKind?: CustomerKind | undefined
  readonly events: readonly ContractEvent[]
}
