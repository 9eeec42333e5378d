import assert from 'node:assert/strict'
import { test } from 'node:test'
import { creditOf, isRefundable } from './pro-rata.ts'

const YEAR = { amountMicros: 365_000_000n, from: '2026-01-01', until: '2026-12-31' }
const credits: readonly (readonly [what: string, paid: Partial<typeof YEAR>, endsOn: string, micros: bigint])[] = [
  ['a year that ends after a day', {}, '2026-01-01', 364_000_000n],
  ['a year that ends with September', {}, '2026-09-30', 92_000_000n],
  ['a year that was used up', {}, '2026-12-31', 0n],
  ['a year that was over before', {}, '2027-05-01', 0n],
  ['a year that had not begun', {}, '2025-12-31', 365_000_000n],
  ['February of a leap year', { amountMicros: 29_000_000n, from: '2028-02-01', until: '2028-02-29' }, '2028-02-10', 19_000_000n],
  ['parts of a cent', { amountMicros: 10_000_000n, from: '2026-11-01', until: '2026-11-30' }, '2026-11-10', 6_670_000n],
]
for (const [what, paid, endsOn, micros] of credits) {
  test(`BIL-09: of ${what}, ${Number(micros) / 1e6} € come back`, () => assert.equal(creditOf({ ...YEAR, ...paid }, endsOn), micros))
}

const refunds: readonly (readonly [endedOn: string | null, today: string, refundable: boolean, months?: number])[] = [
  [null, '2026-11-20', false],
  ['2026-11-20', '2026-11-19', false],
  ['2026-11-20', '2026-11-20', true],
  ['2026-11-20', '2027-11-20', true],
  ['2026-11-20', '2027-11-21', false],
  ['2024-02-29', '2025-02-28', true],
  ['2024-02-29', '2025-03-01', false],
  ['2026-11-20', '2027-11-21', true, 24],
  ['2026-11-20', '2027-02-21', false, 3],
]
for (const [endedOn, today, refundable, months = 12] of refunds) {
  test(`BIL-09: credit of a contract that ended on ${endedOn ?? 'no day yet'} can ${refundable ? '' : 'not '}be asked back on ${today}, within ${months} months`, () => {
    assert.equal(isRefundable(endedOn, Temporal.PlainDate.from(today), months), refundable)
  })
}
