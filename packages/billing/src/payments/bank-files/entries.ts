import { randomUUIDv7 } from 'node:crypto'
import type { Tx } from '@klinke/platform'
import type { Micros } from '@klinke/rating'
import type { ColumnType, Generated } from 'kysely'
import { dayOf } from '../day.ts'
import type { BankFileKind, Transfer } from './bank-file.ts'
import type { Unclear } from './match-transfer.ts'

export interface BankTables {
  readonly bank_file: {
    readonly id: string
    readonly kind: BankFileKind
    readonly message_id: string
    readonly name: string
    readonly sha256: string
    readonly taken_at: Generated<Date>
    readonly taken_by: string
    readonly counts: ColumnType<FileCounts, string, string>
  }
  readonly bank_entry: {
    readonly id: string
    readonly bank_file_id: string
    readonly entry_key: string
    readonly amount_micros: ColumnType<number, bigint, never>
    readonly currency: string
    readonly booked_on: string
    readonly payer_name: string | null
    readonly payer_iban: string | null
    readonly remittance: string
    readonly state: 'matched' | 'unclear'
    readonly why: string | null
    readonly tenant_id: string | null
  }
}

/** What became of a file. */
export interface FileCounts {
  /** Debits that came back. */
  readonly returned: number
  readonly matched: number
  readonly unclear: number
  /** Known from a file before. */
  readonly known: number
  /** What concerns neither customers' payments nor our debits, or debits that are not ours. */
  readonly others: number
}

export interface StoredFile {
  readonly id: string
  readonly kind: BankFileKind
  readonly messageId: string
  readonly name: string
  readonly sha256: string
  readonly takenAt: Date
  readonly takenBy: string
  readonly counts: FileCounts
}

export async function insertFile(tx: Tx, file: Omit<StoredFile, 'id' | 'takenAt'>): Promise<string> {
  const { kind, messageId, name, sha256, takenBy, counts } = file
  const id = randomUUIDv7()
  const row = { id, kind, message_id: messageId, name, sha256, taken_by: takenBy, counts: JSON.stringify(counts) }
  await tx.tables<BankTables>().insertInto('bank_file').values(row).execute()
  return id
}

export async function noteCounts(tx: Tx, id: string, counts: FileCounts): Promise<void> {
  await tx
    .tables<BankTables>()
    .updateTable('bank_file')
    .set({ counts: JSON.stringify(counts) })
    .where('id', '=', id)
    .execute()
}

const MAX_LISTED = 500

/** The newest first. */
export async function listFiles(
  tx: Tx,
  of: { readonly id?: string; readonly kind?: BankFileKind; readonly messageId?: string } = {},
): Promise<readonly StoredFile[]> {
  let query = tx.tables<BankTables>().selectFrom('bank_file').selectAll().orderBy('id', 'desc').limit(MAX_LISTED)
  if (of.id !== undefined) query = query.where('id', '=', of.id)
  if (of.kind !== undefined) query = query.where('kind', '=', of.kind)
  if (of.messageId !== undefined) query = query.where('message_id', '=', of.messageId)
  return (await query.execute()).map((row) => ({
    ...{ id: row.id, kind: row.kind, messageId: row.message_id, name: row.name, sha256: row.sha256 },
    ...{ takenAt: row.taken_at, takenBy: row.taken_by, counts: row.counts },
  }))
}

/** Money that has come, and whose it is. */
export interface BankEntry {
  readonly id: string
  readonly amountMicros: Micros
  readonly currency: string
  readonly bookedOn: string
  readonly payerName: string | null
  readonly payerIban: string | null
  readonly remittance: string
  readonly state: 'matched' | 'unclear'
  /** Why somebody has to look at it. */
  readonly why: Unclear | 'undone' | null
  /** Whose it is, or seems to be. */
  readonly tenantId: string | null
}

/** Undefined: the same entry was in another file. */
export async function insertEntry(tx: Tx, fileId: string, transfer: Transfer): Promise<string | undefined> {
  const { key, amountMicros, currency, bookedOn, payerName, payerIban, remittance } = transfer
  const row = {
    ...{ id: randomUUIDv7(), bank_file_id: fileId, entry_key: key, amount_micros: amountMicros, currency, booked_on: bookedOn },
    ...{
      payer_name: payerName ?? null,
      payer_iban: payerIban ?? null,
      remittance,
      state: 'unclear' as const,
      why: 'nothing-named',
      tenant_id: null,
    },
  }
  const inserting = tx.tables<BankTables>().insertInto('bank_entry').values(row)
  const inserted = inserting.onConflict((conflict) => conflict.constraint('bank_entry_key').doNothing()).returning('id')
  return (await inserted.executeTakeFirst())?.id
}

export async function changeEntry(tx: Tx, id: string, change: Pick<BankEntry, 'state' | 'why' | 'tenantId'>): Promise<void> {
  const { state, why, tenantId } = change
  await tx.tables<BankTables>().updateTable('bank_entry').set({ state, why, tenant_id: tenantId }).where('id', '=', id).execute()
}

/** The newest first. */
export async function listEntriesOfBank(
  tx: Tx,
  of: { readonly id?: string | undefined; readonly state?: BankEntry['state'] | undefined },
  lock?: 'for update',
): Promise<readonly BankEntry[]> {
  let query = tx
    .tables<BankTables>()
    .selectFrom('bank_entry')
    .select(['id', 'amount_micros', 'currency', 'payer_name', 'payer_iban', 'remittance', 'state', 'tenant_id'])
    .select((eb) => [eb.ref('why').$castTo<BankEntry['why']>().as('why'), dayOf('booked_on').as('booked_on')])
    .orderBy('id', 'desc')
    .limit(MAX_LISTED)
  if (of.id !== undefined) query = query.where('id', '=', of.id)
  if (of.state !== undefined) query = query.where('state', '=', of.state)
  return (await (lock === undefined ? query : query.forUpdate()).execute()).map((row) => ({
    ...{ id: row.id, amountMicros: BigInt(row.amount_micros), currency: row.currency, bookedOn: row.booked_on, payerName: row.payer_name },
    ...{ payerIban: row.payer_iban, remittance: row.remittance, state: row.state, why: row.why, tenantId: row.tenant_id },
  }))
}
