import { createHash } from 'node:crypto'
import type { Database, Tx } from '@klinke/platform'
import { inTurn, listBatches } from '../collections/batches.ts'
import { listDebits, type StoredDebit } from '../collections/debits.ts'
import { findCreditor } from '../creditor.ts'
import { takeInvoices } from '../open-items/invoices.ts'
import { listItems } from '../open-items/store.ts'
import { BankFileDiffers, BankFileRefused, DebitNotGivenOut, ForeignAccount } from '../problems.ts'
import { partOf } from '../sepa/direct-debit-file.ts'
import { bookShares } from './assign.ts'
import type { BankFile, ReturnedDebit, Transfer } from './bank-file.ts'
import { changeEntry, type FileCounts, insertEntry, insertFile, listFiles, noteCounts } from './entries.ts'
import { Claims } from './match-transfer.ts'
import { readBankFile } from './read-bank-file.ts'
import { returnDebit, type Taking, unmakeDebit } from './return-debit.ts'

/** Invoices that were paid within so many months are known: who pays one twice is found. */
const PAID_KNOWN_MONTHS = 12

export interface TakenFile {
  readonly fileId: string
  /** The same file was taken before; nothing was done. */
  readonly isRepeated: boolean
}

const NOTHING: FileCounts = { returned: 0, matched: 0, unclear: 0, known: 0, others: 0 }

/**
 * Takes what the bank has sent: all of it or, with an error that says why, nothing. The same file counts once, by its number at the bank; the same entry
 * in another file counts once, by the bank's reference. Throws `BankFileRefused`, `BankFileDiffers`, `ForeignAccount` or
 * `DebitNotGivenOut`.
 */
export async function takeBankFile(
  database: Pick<Database, 'withOperator'>,
  octets: Uint8Array,
  name: string,
  taking: Taking,
): Promise<TakenFile> {
  const read = await readBankFile(octets)
  if (!read.ok) throw new BankFileRefused(read.error)
  const sha256 = createHash('sha256').update(octets).digest('hex')
  return database.withOperator((tx) => take(tx, read.value, { name, sha256 }, taking))
}

async function take(
  tx: Tx,
  file: BankFile,
  { name, sha256 }: { readonly name: string; readonly sha256: string },
  taking: Taking,
): Promise<TakenFile> {
  const { kind, messageId, ibans, others } = file
  await inTurn(tx)
  await takeInvoices(tx)
  const [before] = await listFiles(tx, { kind, messageId })
  if (before !== undefined) {
    if (before.sha256 !== sha256) throw new BankFileDiffers(messageId)
    return { fileId: before.id, isRepeated: true }
  }
  const creditor = await findCreditor(tx)
  const foreign = creditor && ibans.find((iban) => iban !== creditor.iban)
  if (foreign !== undefined) throw new ForeignAccount(foreign)
  const fileId = await insertFile(tx, { kind, messageId, name, sha256, takenBy: taking.by, counts: NOTHING })
  const returns = await takeReturns(tx, file, taking)
  const transfers = await takeTransfers(tx, file.transfers, fileId, taking)
  const counts = { ...transfers, returned: returns.returned, known: returns.known + transfers.known, others: others + returns.others }
  await noteCounts(tx, fileId, counts)
  return { fileId, isRepeated: false }
}

type ReturnCounts = Pick<FileCounts, 'returned' | 'known' | 'others'>

async function takeReturns(tx: Tx, { returns }: BankFile, taking: Taking): Promise<ReturnCounts> {
  const counts = { returned: 0, known: 0, foreign: 0 }
  for (const returned of returns) {
    if (returned.endToEndId === undefined) counts.returned += await takeWhole(tx, returned, taking)
    else counts[await returnDebit(tx, returned, taking)] += 1
  }
  return { returned: counts.returned, known: counts.known, others: counts.foreign }
}

/** A file, or a part of it, that the bank turned down without naming its debits. */
async function takeWhole(tx: Tx, returned: ReturnedDebit, taking: Taking): Promise<number> {
  const [batch] = returned.messageId === undefined ? [] : await listBatches(tx, { messageId: returned.messageId })
  if (batch === undefined) return 0
  if (batch.givenOutAt === null) throw new DebitNotGivenOut(batch.messageId)
  const debits = await listDebits(tx, { batchId: batch.id }, 'for update')
  const concerned = debits.filter((debit) => isConcerned(debit, debits, returned, batch.messageId))
  for (const debit of concerned) await unmakeDebit(tx, debit, returned, taking)
  return concerned.length
}

function isConcerned(debit: StoredDebit, all: readonly StoredDebit[], { paymentInformationId }: ReturnedDebit, messageId: string): boolean {
  if (debit.state !== 'collected') return false
  return paymentInformationId === undefined || partOf(messageId, all, debit) === paymentInformationId
}

async function takeTransfers(
  tx: Tx,
  transfers: readonly Transfer[],
  fileId: string,
  taking: Taking,
): Promise<Pick<FileCounts, 'matched' | 'unclear' | 'known' | 'others'>> {
  const counts = { matched: 0, unclear: 0, known: 0, others: 0 }
  if (transfers.length === 0) return counts
  const issuedSince = taking.today.subtract({ months: PAID_KNOWN_MONTHS }).toString()
  const claims = new Claims((await listItems(tx, { issuedSince })).map((item) => ({ ...item })))
  for (const transfer of transfers) {
    const entryId = await insertEntry(tx, fileId, transfer)
    if (entryId === undefined) {
      counts.known += 1
      continue
    }
    const match = claims.match(transfer)
    counts[match.kind] += 1
    if (match.kind === 'unclear') {
      await changeEntry(tx, entryId, { state: 'unclear', why: match.why, tenantId: match.tenantId ?? null })
      continue
    }
    claims.settle(match.shares)
    await bookShares(tx, { id: entryId, ...transfer }, match.tenantId, match.shares, taking.by)
  }
  return counts
}
