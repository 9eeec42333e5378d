import metadata from 'libphonenumber-js/max/metadata'

/** What libphonenumber-js's metadata of version 4 says of a region, of which this script needs a little. */
export interface RegionRow {
  readonly region: string
  /** Possible lengths of national numbers. */
  readonly lengths: readonly number[]
  /** Beginnings of national numbers that say enough, where the region shares a country code. */
  readonly leadingDigits: RegExp | undefined
  /** Whole national numbers of one type each: fixed line, mobile, freephone, … */
  readonly types: readonly RegExp[]
}

/** Places in a row of the metadata. */
const LENGTHS = 3
const LEADING_DIGITS = 10
const TYPES = 11

/** The regions of each country code, first the one that it is named after. */
export function regionsByCallingCode(): ReadonlyMap<string, readonly RegionRow[]> {
  const rows = new Map<string, readonly unknown[]>(Object.entries(metadata.countries).map(([region, row]) => [region, list(row)]))
  return new Map(
    Object.entries(metadata.country_calling_codes).map(([code, regions]) => [
      code,
      regions.map((region) => regionRow(region, list(rows.get(region)))),
    ]),
  )
}

function regionRow(region: string, row: readonly unknown[]): RegionRow {
  const leading = row[LEADING_DIGITS]
  const types = list(row[TYPES] || [])
  return {
    region,
    lengths: list(row[LENGTHS]).map(Number),
    leadingDigits: typeof leading === 'string' ? new RegExp(`^(?:${leading})`) : undefined,
    types: types.flatMap((type) => (Array.isArray(type) && typeof type[0] === 'string' ? [new RegExp(`^(?:${type[0]})$`)] : [])),
  }
}

function list(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new Error('The metadata of libphonenumber-js has another form than this script knows.')
  return value
}
