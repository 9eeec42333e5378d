import type { Text } from '@klinke/platform'
import type { Currency, Micros } from '@klinke/rating'
import type { ProductItem } from '../../catalogue/item.ts'
import type { Day } from '../contract.ts'

/** One line of what a contract costs, as an invoice shows it. */
export interface ChargeLine {
  /** The same whenever the same month is computed from the same history. */
  readonly id: string
  readonly contractId: string
  /** Of the product item in the profile. */
  readonly item: string
  readonly title: Text
  /** `correction`: what a month that was charged in advance became otherwise; negative where it became less. */
  readonly kind: 'recurring' | 'set-up' | 'one-off' | 'correction'
  readonly siteId: string | undefined
  /** First and last day that it is for. */
  readonly from: Day
  readonly until: Day
  readonly quantity: number
  /** Of one unit and month, or once. */
  readonly unitPrice: Micros
  /** Net, in whole cents: rounded here, exactly once, by the profile's rule. */
  readonly micros: Micros
  readonly currency: Currency
  readonly vat: ProductItem['vat']
  /** How it was counted, in words. */
  readonly counted: Text
}
