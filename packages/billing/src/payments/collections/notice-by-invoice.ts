import { findTenant } from '@klinke/accounts'
import type { Text, Tx } from '@klinke/platform'
import { dayWords } from '../../contracts/charges/words.ts'
import type { ReceivedInvoice } from '../../invoices/sources.ts'
import { dayOf } from '../day.ts'
import { type ItemBalance, listItems } from '../open-items/store.ts'
import { termsOf } from '../terms.ts'
import { inTurn } from './batches.ts'
import { changeDebit, listDebits, type StoredDebit } from './debits.ts'
import { debitDueOn } from './due-date.ts'

interface InvoiceTables {
  readonly invoice: { readonly number: string; readonly received_on: string | null }
}

/** When the invoices with these numbers have reached their customers, ISO 8601; null: not yet. Those of other systems are not in the answer. */
export async function receivedOn(tx: Tx, numbers: readonly string[]): Promise<ReadonlyMap<string, string | null>> {
  if (numbers.length === 0) return new Map()
  const query = tx
    .tables<InvoiceTables>()
    .selectFrom('invoice')
    .select(['number', dayOf('received_on').as('received')])
  const rows = await query.where('number', 'in', [...numbers]).execute()
  return new Map(rows.map(({ number, received }) => [number, received]))
}

/** Whether an invoice has announced the debit, and no mail of its own. */
export function isAnnouncedByInvoice(
  { attempt }: Pick<StoredDebit, 'attempt'>,
  item: Pick<ItemBalance, 'announcedOn'> | undefined,
): boolean {
  return attempt === 1 && item?.announcedOn != null
}

/** Due date of a debit whose payer has read of it on a day: all the days of notice lie between (BIL-08), whatever day the invoice names. */
export async function dueAfterNotice(
  tx: Tx,
  { tenantId, dueOn }: Pick<StoredDebit, 'tenantId' | 'dueOn'>,
  received: string,
  today: Temporal.PlainDate,
): Promise<string> {
  const { preNotificationDays } = termsOf((await findTenant(tx, tenantId))?.profile)
  const announced = { dueOn, announcedOn: Temporal.PlainDate.from(received), preNotificationDays }
  return debitDueOn(announced, today).toString()
}

/**
 * Before an invoice that announces a debit is handed over on a day: the debit is moved where the days of notice would be too few. Gives what is to be said then;
 * undefined: the debit comes when the invoice says, or not at all.
 */
export async function postponed(tx: Tx, { tenantId, number, collectedOn }: ReceivedInvoice, day: string): Promise<Text | undefined> {
  await inTurn(tx)
  const item = (await listItems(tx, { tenantId })).find((each) => each.number === number)
  const [debit] = item === undefined ? [] : await listDebits(tx, { itemIds: [item.id], states: ['announced'] }, 'for update')
  if (debit === undefined || !isAnnouncedByInvoice(debit, item)) return undefined
  const dueOn = await dueAfterNotice(tx, debit, day, Temporal.PlainDate.from(day))
  if (dueOn > debit.dueOn) await changeDebit(tx, debit.id, { dueOn })
  if (dueOn <= collectedOn) return undefined
  const { de, en } = dayWords(Temporal.PlainDate.from(dueOn))
  return {
    de: `Diese Rechnung erreicht Sie später als vorgesehen. Deshalb ziehen wir den Betrag nicht am darin genannten Tag ein, sondern erst am ${de}.`,
    en: `This invoice reaches you later than intended. We therefore do not collect on the day that it names, but on ${en}.`,
  }
}
