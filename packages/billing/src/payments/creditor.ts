import type { Tx } from '@klinke/platform'
import type { Creditor } from './sepa/direct-debit-file.ts'

interface CreditorTables {
  readonly sepa_creditor: {
    readonly id: boolean
    readonly name: string
    readonly creditor_id: string
    readonly iban: string
    readonly bic: string | null
  }
}

/** Whose account collects; undefined: it is not set yet. For the operator's transactions. */
export async function findCreditor(tx: Tx): Promise<Creditor | undefined> {
  const row = await tx.tables<CreditorTables>().selectFrom('sepa_creditor').selectAll().executeTakeFirst()
  return row && { name: row.name, creditorId: row.creditor_id, iban: row.iban, bic: row.bic ?? undefined }
}

export async function putCreditor(tx: Tx, { name, creditorId, iban, bic }: Creditor): Promise<void> {
  const row = { name, creditor_id: creditorId, iban, bic: bic ?? null }
  await tx
    .tables<CreditorTables>()
    .insertInto('sepa_creditor')
    .values({ id: true, ...row })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute()
}
