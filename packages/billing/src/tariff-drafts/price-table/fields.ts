import type { ImportField } from '@klinke/platform'

/** What the columns of a table of prices hold: a row for each price, in the order in which they apply; a zone without price has one, too. */
export const PRICE_FIELDS = [
  { name: 'zone', titles: ['Zone', 'Zone id'] },
  { name: 'de', titles: ['Name deutsch', 'Name German', 'Name', 'Ziel', 'Destination'] },
  { name: 'en', titles: ['Name englisch', 'Name English'] },
  { name: 'kind', titles: ['Art', 'Kind'] },
  { name: 'country', titles: ['Land', 'Country'] },
  { name: 'statement', titles: ['Abrechnung', 'Statement'] },
  { name: 'perMinute', titles: ['Je Minute', 'Per minute', 'Preis je Minute', 'Price per minute', 'Preis', 'Price'] },
  { name: 'setUp', titles: ['Je Verbindung', 'Set-up', 'Per connection'] },
  { name: 'minimum', titles: ['Mindestens', 'Minimum'] },
  { name: 'increment', titles: ['Takt', 'Increment'] },
  { name: 'periods', titles: ['Zeiten', 'Times', 'Periods'] },
  { name: 'origins', titles: ['Wie begonnen', 'Origin', 'Origins'] },
  { name: 'media', titles: ['Medium', 'Media'] },
  { name: 'callers', titles: ['Anrufer beginnen mit', 'Callers'] },
] as const satisfies readonly ImportField[]

/** What the columns of a table of prefixes hold. */
export const PREFIX_FIELDS = [
  { name: 'prefix', titles: ['Vorwahl', 'Prefix', 'Rufnummernbereich', 'Code'] },
  { name: 'zone', titles: ['Zone', 'Zone id'] },
] as const satisfies readonly ImportField[]

export type PriceField = (typeof PRICE_FIELDS)[number]['name']
export type PrefixField = (typeof PREFIX_FIELDS)[number]['name']

/** Between several values of a cell. */
export const LIST_SEPARATOR = '|'
