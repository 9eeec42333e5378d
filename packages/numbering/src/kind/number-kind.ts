import { type E164, germanNationalNumber } from '../e164/e164.ts'

/** What a number is in the German numbering plan. */
export type NumberKind =
  | 'geographic'
  | 'mobile'
  | 'national-subscriber'
  | 'freephone'
  | 'shared-cost'
  | 'premium'
  | 'mass-traffic'
  | 'directory-enquiries'
  | 'personal'
  | 'business-network'
  | 'harmonised-service'
  | 'public-administration'
  | 'innovative-service'
  | 'online-service'
  | 'routing'
  | 'paging'
  | 'test'
  | 'reserved'
  | 'foreign'

/**
 * Prefix of the national number (without 0) → kind; the longest prefix decides. Source: Bundesnetzagentur, overview
 * "Nummernplan Rufnummern für öffentliche Telefonnetze" (number ranges of the German numbering area).
 */
const RANGES: ReadonlyMap<string, NumberKind> = new Map<string, NumberKind>([
  ['1', 'reserved'],
  ['115', 'public-administration'],
  ['116', 'harmonised-service'],
  ['118', 'directory-enquiries'],
  ['12', 'innovative-service'],
  ['137', 'mass-traffic'],
  ['138', 'mass-traffic'],
  ['15', 'mobile'],
  ['16', 'mobile'],
  ['164', 'paging'],
  ['168', 'paging'],
  ['169', 'paging'],
  ['17', 'mobile'],
  ['18', 'business-network'],
  ['180', 'shared-cost'],
  ['191', 'online-service'],
  ['192', 'online-service'],
  ['193', 'online-service'],
  ['194', 'online-service'],
  ['198', 'routing'],
  ['199', 'routing'],
  ['2', 'geographic'],
  ['3', 'geographic'],
  ['31', 'test'],
  ['32', 'national-subscriber'],
  ['4', 'geographic'],
  ['5', 'geographic'],
  ['500', 'reserved'],
  ['6', 'geographic'],
  ['7', 'geographic'],
  ['700', 'personal'],
  ['8', 'geographic'],
  ['800', 'freephone'],
  ['9', 'geographic'],
  ['900', 'premium'],
])

const LONGEST_PREFIX = 3

/** The kind of a number; numbers outside Germany are `foreign`. */
export function numberKind(number: E164): NumberKind {
  const national = germanNationalNumber(number)
  return national === undefined ? 'foreign' : germanNumberKind(national)
}

/** The kind of a German national number or short code, without leading zero. */
export function germanNumberKind(national: string): NumberKind {
  for (let length = LONGEST_PREFIX; length > 0; length--) {
    const kind = RANGES.get(national.slice(0, length))
    if (kind) return kind
  }
  return 'reserved'
}
