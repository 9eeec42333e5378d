import { randomUUIDv7 } from 'node:crypto'
import type { Tx } from '@klinke/platform'
import { internalNumberTaken } from '../destinations/store.ts'

interface AccessTables {
  readonly mailbox_access: { readonly id: string; readonly tenant_id: string; readonly name: string; readonly number: string | null }
}

/** Where any mailbox of a tenant is reached with its number and PIN. */
export interface MailboxAccess {
  readonly id: string
  readonly number: string | null
}

export async function findAccess(tx: Tx, tenantId: string): Promise<MailboxAccess | undefined> {
  const query = tx.tables<AccessTables>().selectFrom('mailbox_access').select(['id', 'number'])
  return query.where('tenant_id', '=', tenantId).executeTakeFirst()
}

/** Throws `InternalNumberTaken`. */
export async function saveAccess(tx: Tx, tenantId: string, number: string | null): Promise<MailboxAccess> {
  try {
    return await tx
      .tables<AccessTables>()
      .insertInto('mailbox_access')
      .values({ id: randomUUIDv7(), tenant_id: tenantId, name: 'Voicemail', number })
      .onConflict((conflict) => conflict.column('tenant_id').doUpdateSet({ number }))
      .returning(['id', 'number'])
      .executeTakeFirstOrThrow()
  } catch (error) {
    throw internalNumberTaken(error, number) ?? error
  }
}
