import type { Tx } from '@klinke/platform'
import { type DebitNotice, type InvoiceContent, type InvoiceState, stateOf } from './invoice.ts'
import type { StoredInvoice } from './invoice-store.ts'
import { stamp } from './invoice-store.ts'
import { takeNumbers } from './numbers.ts'
import { addDays } from './period.ts'
import type { CreditSource, DebitSource, InvoiceSources } from './sources.ts'

/**
 * Issues drafts of one customer in their order: number, dates, and the word to who has given the lines, all in the transaction of the caller. From then
 * on nothing on them changes. What is collected by direct debit says so from now on, and is due on the day of collection.
 */
export async function issue(
  tx: Tx,
  drafts: readonly StoredInvoice[],
  issuedOn: string,
  { charges, debits, credit, contracts }: Pick<InvoiceSources, 'charges' | 'debits' | 'credit' | 'contracts'>,
): Promise<void> {
  const [first] = drafts
  const terms = first === undefined ? [] : ((await contracts?.of(tx, first.tenantId, issuedOn)) ?? [])
  // A credit note beside them pays a part: how much is collected is known once that is booked.
  const isOffset = drafts.some(({ content: { kind } }) => kind === 'credit-note')
  const [collecting, paying] = isOffset ? [undefined, undefined] : [debits, credit]
  // First, so that what calls took can be told of each invoice.
  await tellBilled(tx, drafts, charges)
  const byPrefix = Map.groupBy(drafts, ({ content: { kind, issuer } }) => (kind === 'invoice' ? issuer.invoicePrefix : issuer.creditPrefix))
  for (const [prefix, ofRange] of [...byPrefix].toSorted(([one], [other]) => one.localeCompare(other))) {
    const numbers = await takeNumbers(tx, prefix, issuedOn, ofRange.length)
    for (const [index, draft] of ofRange.entries()) {
      const number = numbers[index]
      if (number === undefined) throw new RangeError(`The range ${prefix} has given too few numbers.`)
      const dueOn = addDays(issuedOn, draft.content.paymentDays)
      const debit = await debitOf(tx, draft, { number, issuedOn, dueOn }, collecting)
      const paid = debit === undefined ? await paidFrom(tx, draft, { number, issuedOn, dueOn }, paying) : undefined
      const isToldTerms = terms.length > 0 && draft.content.kind === 'invoice'
      const said = { ...(isToldTerms && { contracts: terms }), ...(debit && { debit }), ...(paid && { prepaid: paid.micros }) }
      const content = Object.keys(said).length === 0 ? undefined : { ...draft.content, ...said }
      await stamp(tx, draft.id, { number, issuedOn, dueOn: debit?.collectedOn ?? dueOn, state: firstState(draft.content), content })
      await paid?.book()
    }
  }
}

async function tellBilled(tx: Tx, drafts: readonly StoredInvoice[], charges: InvoiceSources['charges']): Promise<void> {
  for (const source of charges) {
    const lines = drafts.flatMap(({ id, tenantId, content }) =>
      content.lines
        .filter(({ basis }) => basis.source === source.name)
        .map(({ basis, netMicros }) => ({ invoiceId: id, tenantId, basis, netMicros })),
    )
    if (lines.length > 0) await source.billed?.(tx, lines)
  }
}

async function debitOf(
  tx: Tx,
  { tenantId, content: { totals, currency } }: StoredInvoice,
  dated: { readonly number: string; readonly issuedOn: string; readonly dueOn: string },
  debits: DebitSource | undefined,
): Promise<DebitNotice | undefined> {
  return totals.gross > 0n ? debits?.announced(tx, { tenantId, ...dated, grossMicros: totals.gross, currency }) : undefined
}

function paidFrom(
  tx: Tx,
  { id, tenantId, content: { totals, currency } }: StoredInvoice,
  dated: { readonly number: string; readonly issuedOn: string; readonly dueOn: string },
  credit: CreditSource | undefined,
): ReturnType<CreditSource['pays']> {
  if (totals.gross <= 0n || credit === undefined) return Promise.resolve(undefined)
  return credit.pays(tx, { invoiceId: id, tenantId, ...dated, grossMicros: totals.gross, currency })
}

/** What is over nothing is paid from the first: nobody is ever reminded of it. */
function firstState({ kind, totals: { gross } }: InvoiceContent): InvoiceState {
  return kind === 'invoice' ? stateOf({ gross, paid: 0n, credited: 0n, dunningLevel: 0 }) : 'issued'
}
