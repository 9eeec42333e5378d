import assert from 'node:assert/strict'
import { test } from 'node:test'
import { monthsToBill } from './invoiced-charges.ts'
import { BERLIN, begun, written } from './test-support/written-contract.ts'

const ROWS: readonly (readonly [what: string, recorded: string, billed: string | undefined, last: string, months: readonly string[]])[] = [
  ['the first invoice has the months since the contract is known', '2026-09-10', undefined, '2026-11', ['2026-09', '2026-10', '2026-11']],
  ['then each month once', '2026-09-10', '2026-10', '2026-11', ['2026-11']],
  ['a month that was left out comes with the next', '2026-09-10', '2026-09', '2026-11', ['2026-10', '2026-11']],
  ['a month that is billed is not billed again', '2026-09-10', '2026-11', '2026-11', []],
  ['nor is one before it', '2026-09-10', '2026-11', '2026-10', []],
  ['what is recorded later belongs to later months', '2026-12-01', undefined, '2026-11', []],
]
for (const [what, recorded, billed, last, months] of ROWS)
  test(what, () => {
    const { from } = Temporal.PlainYearMonth
    const history = written([[recorded, begun('2026-01-01')]])
    const found = monthsToBill(history, billed === undefined ? undefined : from(billed), from(last), BERLIN)
    assert.deepEqual(found.map(String), months)
  })

test('what was never billed for years is told for the last ten', () => {
  const { from } = Temporal.PlainYearMonth
  assert.equal(monthsToBill(written([['2000-01-01', begun('2000-01-01')]]), undefined, from('2026-11'), BERLIN).length, 120)
})
