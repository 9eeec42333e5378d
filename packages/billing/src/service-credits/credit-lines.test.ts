import assert from 'node:assert/strict'
import { test } from 'node:test'
import { creditOfYear, type SideOfYear, shareOf, ticketLine, yearLine } from './credit-lines.ts'

const CREDITS = [
  { below: 99.9, percent: 5 },
  { below: 99, percent: 20 },
]
const side = (name: SideOfYear['side'], target: number, percent: number): SideOfYear => ({ side: name, target, percent })

const YEARS: readonly (readonly [what: string, sides: readonly SideOfYear[], credited: number | undefined])[] = [
  ['as promised', [side('all', 99.9, 99.9)], undefined],
  ['just below', [side('all', 99.9, 99.89)], 5],
  ['far below', [side('all', 99.9, 98)], 20],
  ['one of two sides: its own target counts', [side('internet', 99.9, 99.95), side('upstream', 99, 99.5)], undefined],
  ['both sides: the one that gives more, once', [side('internet', 99.9, 99.8), side('upstream', 99, 97)], 20],
  ['nothing was promised', [], undefined],
]
for (const [what, sides, credited] of YEARS)
  test(`credit of a year, ${what}: ${credited ?? 0} %`, () => {
    assert.equal(creditOfYear(sides, CREDITS)?.credited, credited)
  })

test('a share is exact to the micro-unit, and no part of one is given', () => {
  assert.equal(shareOf(184_800_000n, 5), 9_240_000n)
  assert.equal(shareOf(99_990_000n, 12.5), 12_498_750n)
  assert.equal(shareOf(1n, 50), 0n)
})

test('a credit lowers the last month of its year; compensation is without VAT', () => {
  const year = { from: Temporal.PlainDate.from('2026-07-15'), until: Temporal.PlainDate.from('2027-07-14') }
  const line = yearLine(year, { ...side('all', 99.9, 99.5), credited: 5 }, 100_000_000n, 'EUR')
  assert.deepEqual([line.netMicros, line.unitMicros, line.quantity, line.tax], [-5_000_000n, 5_000_000n, -1, 'standard'])
  assert.deepEqual(line.service, { from: '2027-07-01', until: '2027-07-31' })
  assert.equal(line.basis.reference, 'availability/2026-07-15/2027-07-14')
  const ticket = { ticketId: 't', number: 'K-2026-000001', resolvedOn: Temporal.PlainDate.from('2026-12-06') }
  assert.equal(ticketLine(ticket, 5_000_000n, 'EUR').tax, 'none')
})
