import type { Tx } from '@klinke/platform'
import { sql } from 'kysely'
import { findInvoice, type InvoiceTables, invoiceOf, type StoredInvoice, selectInvoices } from './invoice-store.ts'
import { NotToRelease } from './problems.ts'
import type { ChargeSource } from './sources.ts'

interface ReleaseTables {
  readonly invoice_release: {
    readonly invoice_id: string
    readonly tenant_id: string
    readonly released_by: string
    readonly released_at: Date
  }
}

/**
 * Lets the next run bill a customer's month once more: all invoices of it, one or one for each site, were taken back whole by credit notes. They stay as they are;
 * what had given their lines forgets that it was billed. Throws `NotToRelease` while one is not taken back, or a later month is billed, whose charges would come twice, or
 * something that the lines were made of is deleted.
 */
export async function release(
  tx: Tx,
  invoiceId: string,
  { sources, by, at }: { readonly sources: readonly ChargeSource[]; readonly by: string; readonly at: Date },
): Promise<void> {
  const { tenantId, content, runId } = await findInvoice(tx, invoiceId, 'for-update')
  if (runId === null) throw new NotToRelease('no-run')
  const standing = await standingFrom(tx, tenantId, content.period.from)
  const ofMonth = standing.filter((each) => each.content.period.from === content.period.from)
  if (!ofMonth.some(({ id }) => id === invoiceId)) throw new NotToRelease('released')
  if (ofMonth.some(({ state }) => state !== 'credited')) throw new NotToRelease('not-credited')
  if (ofMonth.length < standing.length) throw new NotToRelease('later-month')
  const released = sources.map((source) => ({
    source,
    lines: ofMonth.flatMap(({ id, content: { lines } }) =>
      lines.flatMap(({ basis, netMicros }) => (basis.source === source.name ? [{ invoiceId: id, tenantId, basis, netMicros }] : [])),
    ),
  }))
  for (const { source, lines } of released)
    if (lines.length > 0 && (await source.isWhole?.(tx, lines)) === false) throw new NotToRelease('deleted')
  const rows = ofMonth.map(({ id }) => ({ invoice_id: id, tenant_id: tenantId, released_by: by, released_at: at }))
  await tx.tables<ReleaseTables>().insertInto('invoice_release').values(rows).execute()
  for (const { source, lines } of released) if (lines.length > 0) await source.released?.(tx, lines)
}

/** Since when the month of an invoice is released; null: it is not. */
export async function releasedAt(tx: Tx, invoiceId: string): Promise<Date | null> {
  const query = tx.tables<ReleaseTables>().selectFrom('invoice_release').select('released_at').where('invoice_id', '=', invoiceId)
  return (await query.executeTakeFirst())?.released_at ?? null
}

/** What runs have issued of a customer for months from this day (ISO 8601) on, and nobody has released. */
async function standingFrom(tx: Tx, tenantId: string, from: string): Promise<readonly StoredInvoice[]> {
  const query = selectInvoices(tx).where('tenant_id', '=', tenantId).where('run_id', 'is not', null).where('state', '!=', 'draft')
  const later = query.where(sql<boolean>`period_from >= ${from}::date`).where(isNotReleased)
  return (await later.forUpdate().execute()).map(invoiceOf)
}

const isNotReleased = sql<boolean>`NOT EXISTS (SELECT FROM invoice_release WHERE invoice_release.invoice_id = invoice.id)`

/** True when a run has issued the customer's month, and nobody has released it. */
export async function isBilled(tx: Tx, tenantId: string, from: string): Promise<boolean> {
  const query = tx.tables<InvoiceTables>().selectFrom('invoice').select('id').where('tenant_id', '=', tenantId)
  const issued = query.where('run_id', 'is not', null).where('state', '!=', 'draft').where(sql<boolean>`period_from = ${from}::date`)
  return (await issued.where(isNotReleased).limit(1).executeTakeFirst()) !== undefined
}
