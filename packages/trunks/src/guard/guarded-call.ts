import type { GuardProfile, TenantSnapshot } from '@klinke/accounts'
import { longestMatch, type PrefixTable, prefixTable } from '../barring/prefix-table.ts'
import { destinationOf } from '../barring/zone.ts'

/** A number outside as the guard sees it. */
export interface GuardedCall {
  readonly tenantId: string
  readonly number: string
  readonly extensionId: string | undefined
  /** ISO 3166-1; `networks`: what belongs to no country. */
  readonly country: string
  readonly isInternational: boolean
  /** Numbers that cost nothing are not counted. */
  readonly isChargeable: boolean
  /** Millionths of the currency. */
  readonly microsPerSecond: number
}

/** What a running call costs (the port that billing fills): millionths of the currency a second, as an integer; undefined: no price is known. */
export type PriceOf = (number: string, tenant: Pick<TenantSnapshot, 'id' | 'profile'>) => number | undefined

type Prices = NonNullable<GuardProfile['prices']>

/** Prices of the product profile, by the longest prefix. Tables live as long as their profile. */
export function profilePrices(): PriceOf {
  const tables = new WeakMap<Prices, PrefixTable<number>>()
  return (number, { profile }) => {
    const prices = profile.guard?.prices
    if (prices === undefined) return undefined
    let table = tables.get(prices)
    if (table === undefined) {
      table = prefixTable(prices.map(({ prefix, microsPerSecond }) => [prefix.slice(1), microsPerSecond]))
      tables.set(prices, table)
    }
    return longestMatch(table, destinationOf(number, undefined).digits)
  }
}

/** `number`: E.164 with `+`, or a short code. */
export function guardedCall(
  number: string,
  tenant: Pick<TenantSnapshot, 'id' | 'areaCode' | 'profile'>,
  extensionId: string | undefined,
  priceOf: PriceOf,
): GuardedCall {
  const { country, zone } = destinationOf(number, tenant.areaCode)
  const price = priceOf(number, tenant)
  const isChargeable = price === undefined ? zone !== 'freephone' : price > 0
  const isInternational = country !== 'DE' && zone !== 'freephone'
  return {
    tenantId: tenant.id,
    number,
    extensionId,
    country: country ?? 'networks',
    isInternational,
    isChargeable,
    microsPerSecond: price ?? 0,
  }
}
