import type { Text, Tx } from '@klinke/platform'
import { microsOf, type Rounding, SIXTIETHS_PER_MICRO } from '@klinke/rating'
import { sql } from 'kysely'
import type { Catalogue } from '../catalogue/catalogue.ts'
import type { ChargeLine } from '../invoices/line.ts'
import { monthOf } from '../invoices/period.ts'
import type { ChargeSource, ReleasedLine } from '../invoices/sources.ts'
import { toCents } from '../to-cents.ts'
import { markBilled, unmarkBilled } from './billed-calls.ts'
import { CALLS_NAME, referenceOf } from './line-reference.ts'
import { shareRating } from './rating-job.ts'
import { waitsForRerating } from './reratings.ts'
import type { TariffBooks } from './tariff-books.ts'
import { unpricedCalls } from './unpriced-calls.ts'

interface Sum {
  readonly site: string | null
  /** First day, ISO 8601: of the month of the calls. */
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
    name: CALLS_NAME,
    of: async (tx, tenantId, period) => {
      await shareRating(tx)
      const lines: ChargeLine[] = []
      for (const sum of await sumsOf(tx, tenantId, period.from)) lines.push(await lineOf(tx, books, sum))
      return lines
    },
    objection: async (tx, tenantId, { from }) =>
      (await waitsForRerating(tx, tenantId, from)) ?? unpricedCalls(tx, catalogue, tenantId, from),
    billed: markBilled,
    isWhole: (tx, lines) => areAllThere(tx, books, lines),
    released: unmarkBilled,
  }
}

/** What is charged and stands on no invoice yet. Numbers that somebody else bills are on no invoice of ours (BIL-10). */
async function sumsOf(tx: Tx, tenantId: string, from: string): Promise<readonly Sum[]> {
  const { rows } = await sql<Sum>`
    SELECT site_id AS site, month::text AS month, tariff_version_id AS version, zone, count(*) AS calls, sum(billed_seconds) AS seconds,
      sum(amount_sixtieths)::text AS amount
    FROM call_with_invoice
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
    ...{
      tax: 'standard',
      siteId: sum.site,
      service: monthOf(sum.month.slice(0, 'YYYY-MM'.length)),
      basis: { source: CALLS_NAME, reference: referenceOf(sum) },
    },
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

/** Whether the calls of lines come to what was billed: retention deletes them some time after their invoice. They stay until the transaction ends. */
async function areAllThere(tx: Tx, books: TariffBooks, lines: readonly ReleasedLine[]): Promise<boolean> {
  const invoices = [...new Set(lines.map(({ invoiceId }) => invoiceId))]
  const { rows } = await sql<Sum & { readonly invoice_id: string }>`
    WITH billed AS (
      SELECT range.invoice_id, call.site_id, call.month, call.tariff_version_id, call.zone, call.billed_seconds, call.amount_sixtieths
      FROM billed_calls AS range JOIN rated_call AS call ON call.tenant_id = range.tenant_id AND call.month = range.month
        AND call.tariff_version_id = range.tariff_version_id AND call.zone = range.zone AND call.site_id IS NOT DISTINCT FROM range.site_id
        AND call.place > range.after_place AND call.place <= range.until_place AND call.amount_sixtieths > 0 AND NOT call.is_separate
      WHERE range.invoice_id = ANY (${invoices}::uuid[]) FOR UPDATE OF call)
    SELECT invoice_id, site_id AS site, month::text AS month, tariff_version_id AS version, zone, count(*) AS calls,
      sum(billed_seconds) AS seconds, sum(amount_sixtieths)::text AS amount
    FROM billed GROUP BY invoice_id, site_id, month, tariff_version_id, zone`.execute(tx.tables())
  const there = new Map(rows.map((sum) => [`${sum.invoice_id} ${referenceOf(sum)}`, sum]))
  for (const { invoiceId, basis, netMicros } of lines) {
    const sum = there.get(`${invoiceId} ${basis.reference}`)
    if (sum === undefined || (await lineOf(tx, books, sum)).netMicros !== netMicros) return false
  }
  return true
}
