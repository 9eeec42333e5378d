import type { Text, Tx } from '@klinke/platform'
import { microsOf, type Rounding, SIXTIETHS_PER_MICRO } from '@klinke/rating'
import { type RawBuilder, sql } from 'kysely'
import type { Catalogue } from '../catalogue/catalogue.ts'
import type { ChargeLine, LineBasis } from '../invoices/line.ts'
import { monthOf } from '../invoices/period.ts'
import type { BilledLine, ChargeSource, ReleasedLine } from '../invoices/sources.ts'
import { toCents } from '../to-cents.ts'
import { viewOfNumber } from './cut-number.ts'
import { shareRating } from './rating-job.ts'
import { waitsForRerating } from './reratings.ts'
import type { TariffBooks } from './tariff-books.ts'
import { unpricedCalls } from './unpriced-calls.ts'

const NAME = 'calls'
/** Calls that are told of one line. */
const MAX_BEHIND = 2_000

interface Sum {
  readonly site_id: string | null
  /** `2026-11`: the month of the calls. */
  readonly month: string
  readonly version: string
  readonly zone: string
  readonly calls: number
  readonly seconds: number
  readonly amount: string
}

/**
 * Calls of a month, and late ones of months before, as lines of an invoice: one for each site, month, version of the tariff and zone. Here amounts become
 * whole cents, where the tariff rounds at the line. Nothing is rated meanwhile, so that what is marked as billed is what was summed.
 */
export function callCharges(books: TariffBooks, catalogue: Catalogue): ChargeSource {
  return {
    name: NAME,
    of: async (tx, tenantId, period) => {
      await shareRating(tx)
      const lines: ChargeLine[] = []
      for (const sum of await sumsOf(tx, tenantId, period.from)) lines.push(await lineOf(tx, books, sum))
      return lines
    },
    objection: async (tx, tenantId, { from }) =>
      (await waitsForRerating(tx, tenantId, from)) ?? unpricedCalls(tx, catalogue, tenantId, from),
    billed: async (tx, lines) => {
      for (const [tenantId, own] of Map.groupBy(lines, (line) => line.tenantId)) await markBilled(tx, tenantId, own)
    },
    isWhole: (tx, lines) => areAllThere(tx, books, lines),
    released: unmarkBilled,
    behind: (tx, tenantId, basis) => callsBehind(tx, tenantId, basis),
  }
}

/** What is charged and stands on no invoice yet. Numbers that somebody else bills are on no invoice of ours (BIL-10). */
async function sumsOf(tx: Tx, tenantId: string, from: string): Promise<readonly Sum[]> {
  const { rows } = await sql<Sum>`
    SELECT site_id, to_char(month, 'YYYY-MM') AS month, tariff_version_id AS version, zone, count(*) AS calls, sum(billed_seconds) AS seconds,
      sum(amount_sixtieths)::text AS amount
    FROM rated_call
    WHERE tenant_id = ${tenantId} AND month IN (SELECT month FROM unbilled_month WHERE tenant_id = ${tenantId} AND month <= ${from}::date)
      AND invoice_id IS NULL AND amount_sixtieths > 0 AND NOT is_separate
    GROUP BY site_id, month, tariff_version_id, zone ORDER BY month, site_id NULLS FIRST, zone, tariff_version_id`.execute(tx.tables())
  return rows
}

async function lineOf(tx: Tx, books: TariffBooks, sum: Sum): Promise<ChargeLine> {
  const book = await books.book(tx, sum.version)
  if (book === undefined) throw new Error(`The version ${sum.version} of a tariff is gone, although calls were rated by it.`)
  const name = book.tariff.zones.get(sum.zone)?.name ?? { de: sum.zone, en: sum.zone }
  const netMicros = inCents(BigInt(sum.amount), book.rounding)
  return {
    ...{ text: lineText(name, sum), quantity: 1, unit: 'lump-sum', unitMicros: netMicros, netMicros, currency: book.tariff.currency },
    ...{ tax: 'standard', siteId: sum.site_id, service: monthOf(sum.month), basis: { source: NAME, reference: referenceOf(sum) } },
  }
}

/** What calls of a line cost together, in whole cents. Those that were rounded one by one are that already. */
export function inCents(amount: bigint, rounding: Rounding): bigint {
  return rounding.where === 'call' ? microsOf(amount) : toCents(amount, SIXTIETHS_PER_MICRO, rounding.mode)
}

function lineText(name: Text, { calls, seconds }: Sum): Text {
  const time = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')} min`
  return {
    de: `${calls} ${calls === 1 ? 'Verbindung' : 'Verbindungen'} ${name.de}, ${time}`,
    en: `${calls} ${calls === 1 ? 'call' : 'calls'} ${name.en}, ${time}`,
  }
}

function referenceOf({ month, version, zone, site_id: siteId }: Sum): string {
  return [month, version, zone, siteId ?? ''].join(' ')
}

/** What `referenceOf` has put together. */
function partsOf(reference: string) {
  const [month = '', version = '', zone = '', siteId = ''] = reference.split(' ')
  return { month: `${month}-01`, version, zone, site: siteId === '' ? null : siteId }
}

/** First day of the month, ISO 8601, in which the calls of a line were made. */
export function monthOfLine(reference: string): string {
  return partsOf(reference).month
}

/** Condition on `rated_call`: calls of a line by its key; those that have become known since are of the next one. */
export function callsOfLine(tenantId: string, reference: string): RawBuilder<unknown> {
  const { month, version, zone, site } = partsOf(reference)
  return sql`tenant_id = ${tenantId} AND month = ${month}::date AND tariff_version_id = ${version}::uuid AND zone = ${zone}
    AND site_id IS NOT DISTINCT FROM ${site}::text AND amount_sixtieths > 0 AND NOT is_separate`
}

/** A customer's open calls are read once, on however many lines they stand: PostgreSQL would read them once for each if lines were joined. */
async function markBilled(tx: Tx, tenantId: string, lines: readonly BilledLine[]): Promise<void> {
  const invoiceOf = JSON.stringify(Object.fromEntries(lines.map(({ invoiceId, basis }) => [basis.reference, invoiceId])))
  const months = [...new Set(lines.map(({ basis }) => partsOf(basis.reference).month))]
  // As `referenceOf` puts it together.
  const reference = sql`concat_ws(' ', to_char(month, 'YYYY-MM'), tariff_version_id, zone, coalesce(site_id, ''))`
  await sql`
    UPDATE rated_call SET invoice_id = (${invoiceOf}::jsonb ->> ${reference})::uuid
    WHERE tenant_id = ${tenantId} AND month = ANY (${months}::date[]) AND invoice_id IS NULL AND amount_sixtieths > 0 AND NOT is_separate
      AND ${invoiceOf}::jsonb ? ${reference}`.execute(tx.tables())
  await sql`
    DELETE FROM unbilled_month WHERE tenant_id = ${tenantId} AND NOT EXISTS (
      SELECT FROM rated_call WHERE rated_call.tenant_id = ${tenantId} AND rated_call.month = unbilled_month.month AND invoice_id IS NULL
        AND amount_sixtieths > 0 AND NOT is_separate)`.execute(tx.tables())
}

/** Whether the calls of lines come to what was billed: retention deletes them some time after their invoice. They stay until the transaction ends. */
async function areAllThere(tx: Tx, books: TariffBooks, lines: readonly ReleasedLine[]): Promise<boolean> {
  const [tenantId, invoices, months] = [
    lines[0]?.tenantId,
    lines.map((line) => line.invoiceId),
    lines.map(({ basis }) => partsOf(basis.reference).month),
  ]
  const { rows } = await sql<Sum & { readonly invoice_id: string }>`
    WITH billed AS (
      SELECT invoice_id, site_id, month, tariff_version_id, zone, billed_seconds, amount_sixtieths FROM rated_call
      WHERE tenant_id = ${tenantId} AND month = ANY (${[...new Set(months)]}::date[]) AND invoice_id = ANY (${[...new Set(invoices)]}::uuid[]) FOR UPDATE)
    SELECT invoice_id, site_id, to_char(month, 'YYYY-MM') AS month, tariff_version_id AS version, zone, count(*) AS calls,
      sum(billed_seconds) AS seconds, sum(amount_sixtieths)::text AS amount
    FROM billed GROUP BY invoice_id, site_id, month, tariff_version_id, zone`.execute(tx.tables())
  const there = new Map(rows.map((sum) => [`${sum.invoice_id} ${referenceOf(sum)}`, sum]))
  for (const { invoiceId, basis, netMicros } of lines) {
    const sum = there.get(`${invoiceId} ${basis.reference}`)
    if (sum === undefined || (await lineOf(tx, books, sum)).netMicros !== netMicros) return false
  }
  return true
}

/** They are to be billed again. Customers and months are named because no index knows of invoices (migration 0340). */
async function unmarkBilled(tx: Tx, lines: readonly BilledLine[]): Promise<void> {
  const invoices = [...new Set(lines.map(({ invoiceId }) => invoiceId))]
  const tenants = [...new Set(lines.map(({ tenantId }) => tenantId))]
  const months = [...new Set(lines.map(({ basis }) => partsOf(basis.reference).month))]
  await sql`
    UPDATE rated_call SET invoice_id = NULL
    WHERE tenant_id = ANY (${tenants}::uuid[]) AND month = ANY (${months}::date[]) AND invoice_id = ANY (${invoices}::uuid[])`.execute(
    tx.tables(),
  )
}

async function callsBehind(
  tx: Tx,
  tenantId: string,
  basis: LineBasis,
): Promise<readonly { readonly text: string; readonly reference: string }[]> {
  const { rows } = await sql<{ usage_id: string; answered_at: Date; called: string; billed_seconds: number }>`
    SELECT usage_id, answered_at, called, billed_seconds FROM rated_call WHERE ${callsOfLine(tenantId, basis.reference)}
    ORDER BY answered_at, usage_id LIMIT ${MAX_BEHIND}`.execute(tx.tables())
  return rows.map((row) => ({
    text: `${row.answered_at.toISOString()} ${viewOfNumber(row.called, false)} ${row.billed_seconds} s`,
    reference: row.usage_id,
  }))
}
