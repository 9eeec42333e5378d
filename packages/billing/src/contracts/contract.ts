import type { CustomerKind } from '@klinke/accounts'
import type { Currency } from '@klinke/rating'

/** Day of the calendar where the customer is. */
export type Day = Temporal.PlainDate

/** From that day on. */
export interface Quantity {
  readonly from: Day
  /** 0: it has ended the day before. */
  readonly quantity: number
}

/** From that day on prices are those of this version of the profile. */
export interface Prices {
  readonly from: Day
  readonly versionId: string
}

/** One product item of a contract, with its past and what is planned. */
export interface ContractItem {
  readonly id: string
  /** `id` of the product item in the profile. */
  readonly item: string
  readonly siteId: string | undefined
  /** What single thing it is for, such as an extension's option: what is counted by days is counted for each by itself. */
  readonly subject: string | undefined
  /** Ascending. */
  readonly quantities: readonly Quantity[]
  /** Ascending; the first is that of its beginning. */
  readonly prices: readonly Prices[]
}

/** Something that is charged once. */
export interface OneOff {
  readonly id: string
  readonly item: string
  readonly quantity: number
  readonly on: Day
  readonly siteId: string | undefined
  readonly versionId: string
  /** What it was, where the item's title does not say it. */
  readonly note: string | undefined
}

/** For so long the contract holds at least; then by its renewals. */
export interface Term {
  readonly from: Day
  readonly months: number
}

/** The end of a contract that was given notice to. */
export interface Cancellation {
  readonly eventId: string
  /** Last day. */
  readonly until: Day
  /** Why it ends outside the agreed dates; undefined: it does not. */
  readonly reason: string | undefined
}

/** What was agreed with a customer, as it was known at some moment: the sum of its events. */
export interface Contract {
  readonly id: string
  readonly tenantId: string
  readonly profile: string
  /** Whether law's floors hold beside the terms (§ 71 TKG); absent: `enterprise`. */
  readonly customerKind?: CustomerKind | undefined
  readonly currency: Currency
  readonly begins: Day
  readonly term: Term | undefined
  readonly cancellation: Cancellation | undefined
  readonly items: readonly ContractItem[]
  readonly oneOffs: readonly OneOff[]
  /** Versions of the profile that hold for the contract: what a version says beside prices, such as the tariff. */
  readonly versions: readonly Prices[]
}

/** The last of a list in the order of days that has begun. */
export function onDay<Entry extends { readonly from: Day }>(entries: readonly Entry[], day: Day): Entry | undefined {
  return entries.findLast(({ from }) => Temporal.PlainDate.compare(from, day) <= 0)
}

/** Whether a day is of the contract. */
export function isInForce({ begins, cancellation }: Pick<Contract, 'begins' | 'cancellation'>, day: Day): boolean {
  const { compare } = Temporal.PlainDate
  return compare(begins, day) <= 0 && (cancellation === undefined || compare(day, cancellation.until) <= 0)
}

/** How many there are of an item on a day. */
export function quantityOn(contract: Contract, { quantities }: Pick<ContractItem, 'quantities'>, day: Day): number {
  return isInForce(contract, day) ? (onDay(quantities, day)?.quantity ?? 0) : 0
}

/** How many there are of a product item on a day, in the whole contract. */
export function totalOn(contract: Contract, item: string, day: Day): number {
  return contract.items.reduce((sum, each) => sum + (each.item === item ? quantityOn(contract, each, day) : 0), 0)
}

/** The version of the profile that holds for the contract on a day; before it begins the first. */
export function versionOn({ versions }: Pick<Contract, 'versions'>, day: Day): string | undefined {
  return (onDay(versions, day) ?? versions[0])?.versionId
}
