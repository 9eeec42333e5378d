import { microsFromDecimal } from '@klinke/rating'
import type { TariffDocument } from '../rated-calls/tariff-file.ts'
import { longestPrefix, zonesByPrefix } from './zones.ts'

/** `mixed`: dearer for some calls, cheaper for others, or for other calls. */
export type Direction = 'dearer' | 'cheaper' | 'mixed' | 'new' | 'gone'

type Zone = TariffDocument['zones'][number]
type Price = Zone['prices'][number]
type Increment = TariffDocument['increment']

/** One price of a zone as it was and as it will be; undefined: there was none, or is none any more. */
export interface PriceDifference {
  readonly zone: string
  readonly name: { readonly de: string; readonly en: string }
  readonly direction: Direction
  readonly before: EffectivePrice | undefined
  readonly after: EffectivePrice | undefined
}

/** A price with the increment that it is counted by. */
export interface EffectivePrice extends Omit<Price, 'increment'> {
  readonly increment: Increment
}

/** Numbers that get another zone; undefined: they had none, or have none any more, so that calls there cannot be rated. */
export interface PrefixDifference {
  readonly prefix: string
  readonly before: string | undefined
  readonly after: string | undefined
  readonly direction: Direction
}

/** What is otherwise beside prices and prefixes. */
export const OTHER_PARTS = ['priceAt', 'rounding', 'free', 'periods', 'holidays', 'longestSeconds', 'bundles', 'timeZone'] as const
export type OtherPart = (typeof OTHER_PARTS)[number]

/** What of a zone is otherwise beside its prices. `order`: other prices come first, and the first that applies holds. */
export const ZONE_PARTS = ['order', 'statement', 'kind'] as const
export type ZonePart = (typeof ZONE_PARTS)[number]

/** A zone that stays, but not as it was. */
export interface ZoneDifference {
  readonly zone: string
  readonly name: { readonly de: string; readonly en: string }
  readonly parts: readonly ZonePart[]
}

export interface Differences {
  readonly zones: readonly ZoneDifference[]
  readonly prices: readonly PriceDifference[]
  readonly prefixes: readonly PrefixDifference[]
  readonly others: readonly OtherPart[]
}

/** What another version changes for who pays: prices paired by zone and by what they apply to, prefixes by which zone has the numbers. */
export function differences(before: TariffDocument, after: TariffDocument): Differences {
  const [zonesBefore, zonesAfter] = [byId(before), byId(after)]
  const ids = [...new Set([...zonesBefore.keys(), ...zonesAfter.keys()])]
  return {
    zones: ids.flatMap((id) => zoneOf(zonesBefore.get(id), zonesAfter.get(id))),
    prices: ids.flatMap((id) => pricesOf(zonesBefore.get(id), zonesAfter.get(id), before.increment, after.increment)),
    prefixes: prefixesOf(before, after),
    others: OTHER_PARTS.filter((part) => JSON.stringify(before[part] ?? null) !== JSON.stringify(after[part] ?? null)),
  }
}

function byId({ zones }: TariffDocument): ReadonlyMap<string, Zone> {
  const found = new Map<string, Zone>()
  for (const zone of zones) if (!found.has(zone.id)) found.set(zone.id, zone)
  return found
}

function zoneOf(before: Zone | undefined, after: Zone | undefined): readonly ZoneDifference[] {
  if (before === undefined || after === undefined) return []
  const differs: Readonly<Record<ZonePart, boolean>> = {
    order: isReordered(before, after),
    statement: (before.statement ?? 'invoice') !== (after.statement ?? 'invoice'),
    kind: before.kind !== after.kind,
  }
  const parts = ZONE_PARTS.filter((part) => differs[part])
  return parts.length === 0 ? [] : [{ zone: after.id, name: after.name, parts }]
}

/** Of the prices that are there before and after. */
function isReordered(before: Zone, after: Zone): boolean {
  const conditions = (zone: Zone) => [...byCondition(zone, { firstSeconds: 1, thenSeconds: 1 }).keys()]
  const [old, fresh] = [conditions(before), conditions(after)]
  const staying = old.filter((key) => fresh.includes(key))
  return fresh.filter((key) => old.includes(key)).some((key, at) => key !== staying[at])
}

function pricesOf(before: Zone | undefined, after: Zone | undefined, usual: Increment, next: Increment): readonly PriceDifference[] {
  const zone = after ?? before
  if (zone === undefined) return []
  const [old, fresh] = [byCondition(before, usual), byCondition(after, next)]
  return [...new Set([...old.keys(), ...fresh.keys()])].flatMap((key) => {
    const [was, is] = [old.get(key), fresh.get(key)]
    const direction = directionOf(was, is)
    return direction === undefined ? [] : [{ zone: zone.id, name: zone.name, direction, before: was, after: is }]
  })
}

/** Prices that apply to the same calls are compared; of several the first with the first. */
function byCondition(zone: Zone | undefined, usual: Increment): ReadonlyMap<string, EffectivePrice> {
  const prices = new Map<string, EffectivePrice>()
  for (const price of zone?.prices ?? []) {
    const { periods, origins, media, callers } = price
    const key = JSON.stringify([periods, origins, media, callers])
    const free = [...Array(prices.size + 1).keys()].map((at) => `${key} ${at}`).find((each) => !prices.has(each))
    prices.set(free ?? key, { ...price, increment: price.increment ?? usual })
  }
  return prices
}

/** Undefined: it stays as it is. */
function directionOf(before: EffectivePrice | undefined, after: EffectivePrice | undefined): Direction | undefined {
  if (before === undefined || after === undefined) return before === after ? undefined : before === undefined ? 'new' : 'gone'
  const signs = [
    ...(['perMinute', 'setUp', 'minimum'] as const).map((field) => compared(micros(before[field]), micros(after[field]))),
    compared(BigInt(before.increment.firstSeconds), BigInt(after.increment.firstSeconds)),
    compared(BigInt(before.increment.thenSeconds), BigInt(after.increment.thenSeconds)),
  ]
  const [isDearer, isCheaper] = [signs.includes(1), signs.includes(-1)]
  if (isDearer && isCheaper) return 'mixed'
  return isDearer ? 'dearer' : isCheaper ? 'cheaper' : undefined
}

/** What is no amount counts as nothing: the check tells it. */
function micros(text = '0'): bigint {
  return microsFromDecimal(text) ?? 0n
}

function compared(before: bigint, after: bigint): -1 | 0 | 1 {
  return before === after ? 0 : after > before ? 1 : -1
}

function prefixesOf(before: TariffDocument, after: TariffDocument): readonly PrefixDifference[] {
  const [old, fresh] = [zonesByPrefix(before), zonesByPrefix(after)]
  const [zonesBefore, zonesAfter] = [byId(before), byId(after)]
  const changed = [...fresh].filter(([prefix, zone]) => old.get(prefix) !== zone).map(([prefix]) => prefix)
  const gone = [...old.keys()].filter((prefix) => !fresh.has(prefix))
  return [...changed, ...gone].sort().flatMap((prefix) => {
    // A prefix that comes or goes between others changes nothing where the zone is the same.
    const [was, is] = [longestPrefix(old, prefix)?.zone, longestPrefix(fresh, prefix)?.zone]
    if (was === is) return []
    const direction =
      was === undefined ? 'new' : is === undefined ? 'gone' : betweenZones(zonesBefore.get(was), zonesAfter.get(is), before, after)
    return [{ prefix, before: was, after: is, direction }]
  })
}

/** By the first price of both zones, which is the one that there mostly is. */
function betweenZones(before: Zone | undefined, after: Zone | undefined, old: TariffDocument, fresh: TariffDocument): Direction {
  const [was] = byCondition(before, old.increment).values()
  const [is] = byCondition(after, fresh.increment).values()
  return directionOf(was, is) ?? 'mixed'
}
