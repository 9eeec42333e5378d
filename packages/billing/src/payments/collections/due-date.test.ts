import assert from 'node:assert/strict'
import { test } from 'node:test'
import { debitDueOn, earliestDueOn } from './due-date.ts'

const rows: readonly (readonly [what: string, dueOn: string, announced: string, days: number, today: string, then: string])[] = [
  ['the invoice says so', '2026-12-16', '2026-11-20', 14, '2026-11-20', '2026-12-16'],
  ['the payer must know of it for 14 days', '2026-11-25', '2026-11-20', 14, '2026-11-20', '2026-12-04'],
  ['the payer has agreed on five days', '2026-11-23', '2026-11-20', 5, '2026-11-20', '2026-11-25'],
  ['the bank needs the file before', '2026-11-01', '2026-10-01', 14, '2026-11-20', '2026-11-24'],
  ['it is due on Christmas Day', '2026-12-25', '2026-11-20', 14, '2026-11-20', '2026-12-28'],
  ['it is due on Good Friday', '2026-04-03', '2026-03-01', 14, '2026-03-02', '2026-04-07'],
  ['the days of notice end on a Sunday', '2026-11-25', '2026-11-22', 14, '2026-11-22', '2026-12-07'],
]
for (const [what, dueOn, announced, preNotificationDays, today, then] of rows) {
  test(`BIL-08: a debit is due on ${then} because ${what}`, () => {
    const due = debitDueOn({ dueOn, announcedOn: Temporal.PlainDate.from(announced), preNotificationDays }, Temporal.PlainDate.from(today))
    assert.equal(due.toString(), then)
  })
}

test('a file of Maundy Thursday comes in time for the Wednesday after Easter', () => {
  assert.equal(earliestDueOn(Temporal.PlainDate.from('2026-04-02')).toString(), '2026-04-08')
})
