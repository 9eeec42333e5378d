import { encodeCursor, matcher, type Page } from '@klinke/platform'
import { MEDIA, ORIGINS, ZONE_KINDS } from '@klinke/rating'
import { z } from 'zod'
import type { TariffDocument } from '../rated-calls/tariff-file.ts'

/** Prefixes of a zone that are shown with it; a table has all of them. */
const SHOWN_PREFIXES = 20
/** Of E.164, with plus. */
const LONGEST_PREFIX = 16

const incrementView = z.object({ firstSeconds: z.number(), thenSeconds: z.number() })
const words = z.object({ de: z.string(), en: z.string() })

/** A price as the API shows it; what it does not say is null. */
export const priceView = z.object({
  perMinute: z.string().describe('Decimal text; in a draft as somebody has written it'),
  setUp: z.string().nullable(),
  minimum: z.string().nullable(),
  increment: incrementView.nullable().describe('null: that of the tariff'),
  periods: z.array(z.string()).nullable().describe('null: always'),
  origins: z.array(z.enum(ORIGINS)).nullable(),
  media: z.array(z.enum(MEDIA)).nullable(),
  callers: z.array(z.string()).nullable(),
})

/** A zone as lists show it. */
export const zoneView = z.object({
  id: z.string(),
  name: words,
  kind: z.enum(ZONE_KINDS),
  country: z.string().nullable(),
  statement: z.enum(['invoice', 'separate']),
  prices: z.array(priceView).describe('The first that applies holds'),
  prefixCount: z.int(),
  prefixes: z.array(z.string()).describe(`At most ${SHOWN_PREFIXES}, those first that were searched for`),
  matched: z.string().nullable().describe('The prefix by which the number that was searched for is in this zone'),
})

export type ZoneView = z.infer<typeof zoneView>
type Zone = TariffDocument['zones'][number]
type Price = Zone['prices'][number]

export function viewOfPrice({ perMinute, setUp, minimum, increment, periods, origins, media, callers }: Price): z.infer<typeof priceView> {
  return {
    ...{ perMinute, setUp: setUp ?? null, minimum: minimum ?? null, increment: increment ?? null },
    ...{ periods: periods ?? null, origins: origins ?? null, media: media ?? null, callers: callers ?? null },
  }
}

/**
 * Zones of a tariff in its order, from `after` (the place of the last one shown) on. `q`: words of name, id or country; or a number, which finds the zone
 * that prices it first and then those that have prefixes that begin so.
 */
export function zonesPage(document: TariffDocument, q: string | undefined, limit: number, after: number): Page<ZoneView> {
  const prefixes = Map.groupBy(document.prefixes, ({ zone }) => zone)
  const found = q === undefined || q === '' ? document.zones.map((zone) => ({ zone, matched: null })) : search(document, q, prefixes)
  const views = found
    .slice(after + 1, after + 1 + limit)
    .map(({ zone, matched }) => viewOfZone(zone, prefixes.get(zone.id) ?? [], matched, q))
  const last = after + limit
  return { items: views, nextCursor: found.length > last + 1 ? encodeCursor([String(last)]) : null }
}

interface Found {
  readonly zone: Zone
  readonly matched: string | null
}

type Prefixes = ReadonlyMap<string, TariffDocument['prefixes']>

function search(document: TariffDocument, q: string, prefixes: Prefixes): readonly Found[] {
  const number = international(q)
  if (number === undefined) {
    const isMeant = matcher(q)
    return document.zones.flatMap((zone) =>
      isMeant(zone.id, zone.name.de, zone.name.en, zone.country, zone.kind) ? [{ zone, matched: null }] : [],
    )
  }
  const match = longestPrefix(zonesByPrefix(document), number)
  const others = document.zones.filter(
    ({ id }) => id !== match?.zone && prefixes.get(id)?.some(({ prefix }) => prefix.startsWith(number)) === true,
  )
  const first = document.zones.filter(({ id }) => id === match?.zone).slice(0, 1)
  return [...first.map((zone) => ({ zone, matched: match?.prefix ?? null })), ...others.map((zone) => ({ zone, matched: null }))]
}

function viewOfZone(zone: Zone, own: TariffDocument['prefixes'], matched: string | null, q: string | undefined): ZoneView {
  const number = q === undefined ? undefined : international(q)
  const isMeant = (prefix: string): boolean => prefix === matched || (number !== undefined && prefix.startsWith(number))
  const listed = own.map(({ prefix }) => prefix)
  const sorted = number === undefined ? listed : [...listed.filter(isMeant), ...listed.filter((prefix) => !isMeant(prefix))]
  return {
    ...{ id: zone.id, name: zone.name, kind: zone.kind, country: zone.country ?? null, statement: zone.statement ?? 'invoice', matched },
    ...{ prices: zone.prices.map(viewOfPrice), prefixCount: own.length, prefixes: sorted.slice(0, SHOWN_PREFIXES) },
  }
}

/** The digits with plus of a number as people write it, of Germany where it names no country; undefined: these are words. */
export function international(text: string): string | undefined {
  if (!/^[+\d][\d\s()/.-]*$/.test(text)) return undefined
  const digits = text.replaceAll('(0)', '').replace(/\D/g, '')
  if (text.startsWith('+')) return `+${digits}`
  if (digits.startsWith('00')) return `+${digits.slice(2)}`
  return digits.startsWith('0') ? `+49${digits.slice(1)}` : `+${digits}`
}

/** The zone of each prefix; of one that is there twice the first. */
export function zonesByPrefix({ prefixes }: Pick<TariffDocument, 'prefixes'>): ReadonlyMap<string, string> {
  return new Map(prefixes.toReversed().map(({ prefix, zone }) => [prefix, zone]))
}

/** The longest prefix of a number; undefined: it has none. */
export function longestPrefix(
  zones: ReadonlyMap<string, string>,
  number: string,
): { readonly prefix: string; readonly zone: string } | undefined {
  for (let length = Math.min(number.length, LONGEST_PREFIX); length > 1; length--) {
    const prefix = number.slice(0, length)
    const zone = zones.get(prefix)
    if (zone !== undefined) return { prefix, zone }
  }
  return undefined
}
