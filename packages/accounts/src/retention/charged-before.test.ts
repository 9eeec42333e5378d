import assert from 'node:assert/strict'
import { test } from 'node:test'
import { chargedBefore, type DispatchedInvoice } from './charged-before.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const invoice = (periodUntil: string, dispatchedOn: string): DispatchedInvoice => ({
  periodUntil: day(periodUntil),
  dispatchedOn: day(dispatchedOn),
})
const TWO = [invoice('2026-02-01', '2026-02-05'), invoice('2026-03-01', '2026-03-04')]

const ROWS: readonly (readonly [string, readonly DispatchedInvoice[], string, number | undefined, string])[] = [
  ['the last day on which January is kept', TWO, '2026-08-03', undefined, '1970-01-01'],
  ['180 days after the dispatch of January’s invoice', TWO, '2026-08-04', undefined, '2026-02-01'],
  ['180 days after the dispatch of February’s', TWO, '2026-08-31', undefined, '2026-03-01'],
  ['eight weeks, where the product says so', TWO, '2026-04-02', 56, '2026-02-01'],
  ['what was stored before as six weeks is eight', TWO, '2026-04-01', 42, '1970-01-01'],
  ['and goes with the eight', TWO, '2026-04-02', 42, '2026-02-01'],
  ['an invoice that comes late keeps its calls longer', [invoice('2026-02-01', '2026-06-30')], '2026-12-26', undefined, '1970-01-01'],
  ['nobody gets an invoice: months that ended 180 days and a month ago', [], '2026-09-27', undefined, '2026-02-01'],
  ['nobody gets an invoice: the last of that month', [], '2026-09-26', undefined, '2026-02-01'],
]
for (const [name, invoices, today, chargedCallDays, expected] of ROWS) {
  test(`PRI-01: charged calls before ${expected} may go on ${today}: ${name}`, () => {
    const profile = chargedCallDays === undefined ? {} : { chargedCallDays }
    assert.equal(chargedBefore(invoices, day(today), profile).toString(), expected)
  })
}
