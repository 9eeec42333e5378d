import { type RawBuilder, sql } from 'kysely'

/** Which calls a line of an invoice sums up. */
interface LineParts {
  /** First day, ISO 8601. */
  readonly month: string
  readonly version: string
  readonly zone: string
  readonly site: string | null
}

/** The key of a line among those of its customer. */
export function referenceOf({ month, version, zone, site }: LineParts): string {
  return [month.slice(0, 'YYYY-MM'.length), version, zone, site ?? ''].join(' ')
}

/** What `referenceOf` has put together. */
export function partsOf(reference: string): LineParts {
  const [month = '', version = '', zone = '', site = ''] = reference.split(' ')
  return { month: `${month}-01`, version, zone, site: site === '' ? null : site }
}

/** First day of the month, ISO 8601, in which the calls of a line were made. */
export function monthOfLine(reference: string): string {
  return partsOf(reference).month
}

/** Condition on calls: those of a line by its key; those that have become known since are of the next one. */
export function callsOfLine(tenantId: string, reference: string): RawBuilder<unknown> {
  const { month, version, zone, site } = partsOf(reference)
  return sql`tenant_id = ${tenantId} AND month = ${month}::date AND tariff_version_id = ${version}::uuid AND zone = ${zone}
    AND site_id IS NOT DISTINCT FROM ${site}::text AND amount_sixtieths > 0 AND NOT is_separate`
}
