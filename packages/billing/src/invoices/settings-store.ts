import { type Tx, violatedConstraint } from '@klinke/platform'
import { type ColumnType, type Generated, sql } from 'kysely'
import { type IssuerDetails, issuerDetails, NEW_RECIPIENT, type RecipientDetails, recipientDetails } from './party.ts'
import { CustomerNumberTaken } from './problems.ts'

interface SettingsTables {
  readonly invoice_issuer: {
    readonly id: Generated<boolean>
    readonly details: ColumnType<unknown, string, string>
    readonly updated_at: Generated<Date>
  }
  readonly invoice_recipient: {
    readonly tenant_id: string
    readonly number: string
    readonly profile: string
    readonly details: ColumnType<unknown, string, string>
    readonly created_at: Generated<Date>
    readonly updated_at: Generated<Date>
  }
  readonly site: { readonly id: string; readonly tenant_id: string; readonly name: string }
}

/** Undefined: nobody has said who issues invoices. */
export async function findIssuer(tx: Tx): Promise<IssuerDetails | undefined> {
  const row = await tx.tables<SettingsTables>().selectFrom('invoice_issuer').select('details').executeTakeFirst()
  return row && issuerDetails.parse(row.details)
}

export async function putIssuer(tx: Tx, details: IssuerDetails): Promise<void> {
  await tx
    .tables<SettingsTables>()
    .insertInto('invoice_issuer')
    .values({ details: JSON.stringify(details) })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ details: JSON.stringify(details), updated_at: sql<Date>`now()` }))
    .execute()
}

/** Undefined: nobody has said to whom invoices of the customer go. */
export async function findRecipient(tx: Tx, tenantId: string): Promise<RecipientDetails | undefined> {
  const query = tx.tables<SettingsTables>().selectFrom('invoice_recipient').select('details').where('tenant_id', '=', tenantId)
  const row = await query.executeTakeFirst()
  // What was stored before a field came has the field's usual value.
  return row && recipientDetails.parse({ ...NEW_RECIPIENT, ...(row.details as object) })
}

/** Throws `CustomerNumberTaken`. */
export async function insertRecipient(tx: Tx, tenantId: string, details: RecipientDetails): Promise<void> {
  const { number, profile } = details
  const row = { tenant_id: tenantId, number, profile, details: JSON.stringify(details) }
  await inWords(tx.tables<SettingsTables>().insertInto('invoice_recipient').values(row).execute(), number)
}

/** Throws `CustomerNumberTaken`. */
export async function updateRecipient(tx: Tx, tenantId: string, details: RecipientDetails): Promise<void> {
  const { number, profile } = details
  const set = { number, profile, details: JSON.stringify(details), updated_at: sql<Date>`now()` }
  await inWords(tx.tables<SettingsTables>().updateTable('invoice_recipient').set(set).where('tenant_id', '=', tenantId).execute(), number)
}

/** Names of a customer's sites by their ids. */
export async function siteNames(tx: Tx, tenantId: string): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.tables<SettingsTables>().selectFrom('site').select(['id', 'name']).where('tenant_id', '=', tenantId).execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

async function inWords<T>(query: Promise<T>, number: string): Promise<T> {
  try {
    return await query
  } catch (error) {
    if (violatedConstraint(error) === 'invoice_recipient_number') throw new CustomerNumberTaken(number)
    throw error
  }
}
