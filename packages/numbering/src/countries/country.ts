import { PrefixTable } from '../plan/prefix-table.ts'
import { CALLING_CODE_ROWS, REGION_ROWS } from './countries.data.ts'
import { INTERNATIONAL_NETWORKS, type InternationalService } from './international-networks.ts'

/** To whom a country code, or a part of a shared one, belongs. */
export interface CountryRange {
  /** First digits of the international number that say it: `1242` for the Bahamas. */
  readonly prefix: string
  /** Country code by ITU-T E.164: `1` for the Bahamas. */
  readonly callingCode: string
  /** ISO 3166-1 alpha-2; `001` for networks that are in no country (as CLDR has it for the world). */
  readonly region: string
  /** Digits after the country code. */
  readonly minDigits: number
  readonly maxDigits: number
  /** What a network that is in no country is for. */
  readonly service?: InternationalService
}

/** A country or territory with its names. */
export interface Country {
  /** ISO 3166-1 alpha-2. */
  readonly region: string
  readonly german: string
  readonly english: string
  /** All prefixes of its international numbers, the shortest first. */
  readonly prefixes: readonly string[]
}

/** Every range of country codes, shared ones by their parts. */
export const COUNTRY_RANGES: readonly CountryRange[] = [
  ...rowsOf(CALLING_CODE_ROWS).map((row) => {
    const [prefix = '', callingCode = '', region = '', minDigits, maxDigits] = row.split(' ')
    return { prefix, callingCode, region, minDigits: Number(minDigits), maxDigits: Number(maxDigits) }
  }),
  ...INTERNATIONAL_NETWORKS,
]

const BY_PREFIX = new PrefixTable(COUNTRY_RANGES.map((each) => [each.prefix, each] as const))

const PREFIXES = Map.groupBy(COUNTRY_RANGES, ({ region }) => region)

/** All countries and territories that have a country code or a part of one. */
export const COUNTRIES: readonly Country[] = rowsOf(REGION_ROWS).map((row) => {
  const [region = '', german = '', english = ''] = row.split('|')
  return { region, german, english, prefixes: (PREFIXES.get(region) ?? []).map(({ prefix }) => prefix) }
})

const BY_REGION = new Map(COUNTRIES.map((country) => [country.region, country]))

/** The range of country codes with which an international number begins; `undefined` when the ITU has assigned it to nobody. */
export function countryRangeOf(e164: string): CountryRange | undefined {
  return BY_PREFIX.longest(e164, e164.startsWith('+') ? 1 : 0)
}

/** The country with this ISO 3166-1 alpha-2 code. */
export function countryOf(region: string): Country | undefined {
  return BY_REGION.get(region)
}

function rowsOf(table: string): readonly string[] {
  return table.trim().split('\n')
}
