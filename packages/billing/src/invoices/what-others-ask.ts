import { DEFAULT_TIME_ZONE, type DispatchedInvoice, type HeldDays } from '@klinke/accounts'
import type { Tx } from '@klinke/platform'
import { sql } from 'kysely'
import { selectInvoices } from './invoice-store.ts'
import { findIssuer } from './settings-store.ts'

/** Invoices that have been dispatched: which days they are about, and since when their calls are kept for objections (PRI-01). */
export async function dispatchedInvoices(tx: Tx, tenantId: string): Promise<readonly DispatchedInvoice[]> {
  const query = selectInvoices(tx).select(sql<string>`period_until::text`.as('last_day')).where('tenant_id', '=', tenantId)
  const rows = await query.where('kind', '=', 'invoice').where('number', 'is not', null).execute()
  return rows.flatMap(({ last_day, issued_on, received_on }) => {
    const dispatched = received_on ?? issued_on
    if (dispatched === null) return []
    return [{ periodUntil: Temporal.PlainDate.from(last_day).add({ days: 1 }), dispatchedOn: Temporal.PlainDate.from(dispatched) }]
  })
}

/** Days of the calls on invoices with an objection that nobody has decided: from the first of them, which may be a late one of a month before (PRI-01). */
export async function disputedDays(tx: Tx, tenantId: string): Promise<readonly HeldDays[]> {
  const { rows } = await sql<HeldDays>`
    SELECT until_day::text AS until, least(from_day, (
      SELECT min((coalesce(answered_at, ended_at) AT TIME ZONE ${DEFAULT_TIME_ZONE})::date) FROM call_with_invoice
      WHERE tenant_id = ${tenantId} AND month <= disputed.until_day AND invoice_id = disputed.id))::text AS "from"
    FROM (
      SELECT id, period_from AS from_day, period_until AS until_day FROM invoice
      WHERE tenant_id = ${tenantId} AND EXISTS (SELECT FROM invoice_objection WHERE invoice_id = invoice.id AND outcome IS NULL)) AS disputed`.execute(
    tx.tables(),
  )
  return rows
}

/** Whether an invoice is due and not paid (ORD-03); `today` as ISO 8601 date. */
export async function owesMoney(tx: Tx, tenantId: string, today: string): Promise<boolean> {
  const query = selectInvoices(tx)
    .where('tenant_id', '=', tenantId)
    .where('kind', '=', 'invoice')
    .where(sql<boolean>`due_on < ${today}::date AND gross > paid + credited`)
  return (await query.where('state', 'in', ['issued', 'partly-paid', 'dunned']).limit(1).executeTakeFirst()) !== undefined
}

/** Name and address of the operator as they stand on invoices, on one line; empty: nobody has said. */
export async function operatorName(tx: Tx): Promise<string> {
  const issuer = await findIssuer(tx)
  if (issuer === undefined) return ''
  const { name, street, postalCode, city } = issuer
  return [name, street, `${postalCode} ${city}`].join(', ')
}
