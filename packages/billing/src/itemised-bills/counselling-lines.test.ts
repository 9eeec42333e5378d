/** Which calls nobody may recognise (§ 11 (5) TDDDG). */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { CounsellingLines, counsellingEntry, KNOWN_LINES } from './counselling-lines.ts'

const DAY = '2026-10-10'

test('the nationwide lines are known, by their short codes, too', () => {
  const lines = new CounsellingLines(KNOWN_LINES)
  for (const called of ['+498001110111', '+498001110222', '+49116111', '+49116123', '+49116006', '+49116016', '+498000116016'])
    assert.ok(lines.has(called, DAY), called)
  for (const called of ['+498001110112', '+4911612', '+493012345678', '+49', '']) assert.ok(!lines.has(called, DAY), called)
})

test('a line is one on its days only, and so are the numbers that begin with it', () => {
  const lines = new CounsellingLines([
    { number: '+4930123456', name: 'Beratung', from: '2026-10-01', until: '2026-10-31' },
    { number: '+4930123456', name: 'Beratung', from: '2027-01-01' },
  ])
  const on = (day: string) => lines.has('+493012345678', day)
  assert.deepEqual(['2026-09-30', '2026-10-01', '2026-10-31', '2026-11-01', '2027-01-01'].map(on), [false, true, true, false, true])
})

test('an entry that would hide a whole network is refused', () => {
  for (const number of ['+4930', '030123456', '+49x', '+49301234567890123'])
    assert.equal(counsellingEntry.safeParse({ number, name: 'Beratung' }).success, false, number)
  for (const { number, name } of KNOWN_LINES) assert.ok(counsellingEntry.safeParse({ number, name }).success, number)
})
