import type { Tx } from '@klinke/platform'
import { type InvoiceContent, type InvoiceState, stateOf } from './invoice.ts'
import type { StoredInvoice } from './invoice-store.ts'
import { stamp } from './invoice-store.ts'
import { takeNumbers } from './numbers.ts'
import { addDays } from './period.ts'
import type { ChargeSource } from './sources.ts'

/**
 * Issues drafts of one customer in their order: number, dates, and the word to who has given the lines, all in the transaction of the caller. From then
 * on nothing on them changes.
 */
export async function issue(tx: Tx, drafts: readonly StoredInvoice[], issuedOn: string, sources: readonly ChargeSource[]): Promise<void> {
  const byPrefix = Map.groupBy(drafts, ({ content: { kind, issuer } }) => (kind === 'invoice' ? issuer.invoicePrefix : issuer.creditPrefix))
  for (const [prefix, ofRange] of [...byPrefix].toSorted(([one], [other]) => one.localeCompare(other))) {
    const numbers = await takeNumbers(tx, prefix, issuedOn, ofRange.length)
    for (const [index, { id, content }] of ofRange.entries()) {
      const number = numbers[index]
      if (number === undefined) throw new RangeError(`The range ${prefix} has given too few numbers.`)
      await stamp(tx, id, { number, issuedOn, dueOn: addDays(issuedOn, content.paymentDays), state: firstState(content) })
    }
  }
  for (const source of sources) {
    const lines = drafts.flatMap(({ id, tenantId, content }) =>
      content.lines.filter(({ basis }) => basis.source === source.name).map(({ basis }) => ({ invoiceId: id, tenantId, basis })),
    )
    if (lines.length > 0) await source.billed?.(tx, lines)
  }
}

/** What is over nothing is paid from the first: nobody is ever reminded of it. */
function firstState({ kind, totals: { gross } }: InvoiceContent): InvoiceState {
  return kind === 'invoice' ? stateOf({ gross, paid: 0n, credited: 0n, dunningLevel: 0 }) : 'issued'
}
