import assert from 'node:assert/strict'
import { test } from 'node:test'
import { returnReason } from './return-reasons.ts'

const rows: readonly (readonly [code: string, charged: boolean, retried: boolean, ends: boolean])[] = [
  ['AM04', true, true, false],
  ['MS03', true, true, false],
  ['MS02', true, false, false],
  ['MD06', true, false, false],
  ['AC01', true, false, true],
  ['AC04', true, false, true],
  ['MD01', false, false, true],
  ['MD07', false, false, true],
  ['AM05', false, false, false],
  ['BE05', false, false, false],
  ['FF01', false, false, false],
  ['ZZ99', false, false, false],
]
for (const [code, charged, retried, ends] of rows) {
  test(`BIL-07: a debit returned for ${code} ${charged ? 'costs the fee' : 'costs nothing'}, ${retried ? 'is tried again' : 'is not tried again'}, and ${ends ? 'ends' : 'leaves'} the mandate`, () => {
    const reason = returnReason(code)
    assert.deepEqual([reason.isCharged, reason.isRetried, reason.endsMandate], [charged, retried, ends])
  })
}
