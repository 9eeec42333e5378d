import { randomUUIDv7 } from 'node:crypto'
import { NotFound, type Tx } from '@klinke/platform'
import { type Generated, type Selectable, sql } from 'kysely'

export const OUTCOMES = ['accepted', 'refused'] as const
export type Outcome = (typeof OUTCOMES)[number]

interface ObjectionTables {
  readonly invoice_objection: {
    readonly id: string
    readonly tenant_id: string
    readonly invoice_id: string
    readonly text: string
    readonly raised_by: string
    readonly raised_at: Generated<Date>
    readonly outcome: Generated<Outcome | null>
    readonly answer: Generated<string | null>
    readonly decided_by: Generated<string | null>
    readonly decided_at: Generated<Date | null>
  }
}

export type Objection = Selectable<ObjectionTables['invoice_objection']>

export async function insertObjection(
  tx: Tx,
  { tenantId, invoiceId, text, by }: { readonly tenantId: string; readonly invoiceId: string; readonly text: string; readonly by: string },
): Promise<Objection> {
  const row = { id: randomUUIDv7(), tenant_id: tenantId, invoice_id: invoiceId, text, raised_by: by }
  return tx.tables<ObjectionTables>().insertInto('invoice_objection').values(row).returningAll().executeTakeFirstOrThrow()
}

/** In the order in which they were raised. */
export async function objectionsOf(tx: Tx, invoiceId: string): Promise<readonly Objection[]> {
  return tx
    .tables<ObjectionTables>()
    .selectFrom('invoice_objection')
    .selectAll()
    .where('invoice_id', '=', invoiceId)
    .orderBy('id')
    .execute()
}

/** Throws `NotFound`, also for one that is decided. */
export async function decideObjection(
  tx: Tx,
  id: string,
  { outcome, answer, by }: { readonly outcome: Outcome; readonly answer: string; readonly by: string },
): Promise<Objection> {
  const set = { outcome, answer, decided_by: by, decided_at: sql<Date>`now()` }
  const query = tx.tables<ObjectionTables>().updateTable('invoice_objection').set(set).where('id', '=', id).where('outcome', 'is', null)
  const decided = await query.returningAll().executeTakeFirst()
  if (decided === undefined) throw new NotFound('open objection', id)
  return decided
}
