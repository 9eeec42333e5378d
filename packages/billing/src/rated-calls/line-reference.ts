import { NotFound } from '@klinke/platform'
import { type RawBuilder, sql } from 'kysely'
import type { InvoiceLine } from '../invoices/line.ts'

/** Stands in `basis.source` of lines of calls. */
export const CALLS_NAME = 'calls'

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

type Line = Pick<InvoiceLine, 'basis'>

/** Months, as `monthOfLine` has them, in which the calls of an invoice were made. */
export function monthsOfCalls(lines: readonly Line[]): readonly string[] {
  return [...new Set(lines.flatMap(({ basis }) => (basis.source === CALLS_NAME ? [monthOfLine(basis.reference)] : [])))]
}

/** The key of a line of an invoice, counted from one. Throws `NotFound` for a line that is none of calls. */
export function keyOfLine(lines: readonly Line[], line: number): string {
  const basis = lines[line - 1]?.basis
  if (basis?.source !== CALLS_NAME) throw new NotFound('line of calls', String(line))
  return basis.reference
}
