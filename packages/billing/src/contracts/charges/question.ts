import type { ProductItem } from '../../catalogue/item.ts'
import type { ProfileFile } from '../../catalogue/profile-file.ts'
import type { UseKind } from '../../counted-use/use-kind.ts'
import type { Contract, Day, Prices } from '../contract.ts'
import type { Month } from './month.ts'

/** Something that was there and is counted, such as an extension with an option, as the exchange knows it. */
export interface Counted {
  /** Charged by product items that count it. */
  readonly counts: UseKind
  /** Only by this one; absent: by all that count it. */
  readonly item?: string
  /** The single thing, such as the extension. */
  readonly subject: string
  readonly siteId: string | undefined
  readonly from: Day
  /** Last day; absent: still there. */
  readonly until: Day | undefined
  readonly quantity: number
}

/** A version of a profile by its id. Throws for one that there is not. */
export type Versions = (versionId: string) => ProfileFile

/** What a month's charges are computed from, beside the contract. */
export interface ChargeQuestion {
  /** The month that has ended when the invoice is written: what is due in arrears is of it, what is due in advance of the next. */
  readonly period: Month
  readonly timeZone: string
  readonly versions: Versions
  readonly counted: readonly Counted[]
}

/** The item as the profile's version has it. */
export function productIn(profile: ProfileFile, item: string): ProductItem | undefined {
  return profile.items.find(({ id }) => id === item)
}

/** The item with the prices that hold on a day: those of the last version that knows it. */
export function pricedOn(prices: readonly Prices[], item: string, day: Day, versions: Versions): ProductItem | undefined {
  const begun = prices.filter(({ from }, index) => index === 0 || Temporal.PlainDate.compare(from, day) <= 0)
  return begun.reduce<ProductItem | undefined>((found, { versionId }) => productIn(versions(versionId), item) ?? found, undefined)
}

/** The profile that holds for the contract in a month: as on its last day that is of the contract. */
export function profileIn(contract: Contract, day: Day, versions: Versions): ProfileFile | undefined {
  const held = contract.versions.findLast(({ from }) => Temporal.PlainDate.compare(from, day) <= 0) ?? contract.versions[0]
  return held === undefined ? undefined : versions(held.versionId)
}
