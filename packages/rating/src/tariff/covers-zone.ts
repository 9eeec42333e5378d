import type { BundleData, ZoneData } from './tariff-data.ts'

/** Whether a bundle gives anything in a zone: by its name, or by its kind and country. */
export function coversZone({ zones = [], kinds = [], countries }: BundleData, { id, kind, country }: ZoneData): boolean {
  if (zones.includes(id)) return true
  return kinds.includes(kind) && (countries === undefined || (country !== undefined && countries.includes(country)))
}
