import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type E164, mayBeCaller } from '@klinke/numbering'
import { NEVER_SHOWN, neverShown } from './never-shown.ts'

/** One number of each kind that may not be shown, by LAW-01 and CLI-03, and of each that may. */
const rows: readonly (readonly [number: E164, kind: string | undefined, incoming?: 'broken-off' | 'shown'])[] = [
  ['+49110', 'emergency', 'broken-off'],
  ['+49112', 'emergency', 'broken-off'],
  ['+49115', 'short-code', 'broken-off'],
  ['+49116117', 'short-code', 'broken-off'],
  ['+4911833', 'directory', 'broken-off'],
  ['+49118000', 'directory', 'broken-off'],
  ['+491371234567', 'mass-traffic', 'broken-off'],
  ['+491381234567', 'mass-traffic', 'shown'],
  ['+499001123456', 'premium', 'broken-off'],
  ['+499009123456', 'premium', 'broken-off'],
  ['+43123456789', 'foreign', 'shown'],
  ['+12025550100', 'foreign', 'shown'],
  ['+88161234567', 'international-network', 'shown'],
  ['+491033221123456', 'call-by-call', 'shown'],
  ['+4912012345678', 'innovative', 'shown'],
  ['+4916412345678', 'paging', 'shown'],
  ['+491811234567', 'user-group', 'shown'],
  ['+49191011', 'online-service', 'shown'],
  ['+491981234567', 'routing', 'shown'],
  ['+49310', 'test', 'shown'],
  ['+491901234567', 'unassigned', 'shown'],
  ['+4922112345', undefined],
  ['+4915112345678', undefined],
  ['+493222123456', undefined],
  ['+4970012345678', undefined],
  ['+498001234567', undefined],
  ['+491805123456', undefined],
]

for (const [number, kind, incoming] of rows) {
  test(`CLI-03, LAW-01: ${number} ${kind === undefined ? 'may be shown by who has the right to it' : `is never shown: ${kind}`}`, () => {
    assert.deepEqual([neverShown(number)?.kind, neverShown(number)?.incoming], [kind, incoming])
    assert.equal(neverShown(number) === undefined, mayBeCaller(number), 'as numbering has it')
  })
}

test('each row of the table has a number that proves it, and no two rows are for the same numbers', () => {
  const proven = new Set(rows.map(([number]) => neverShown(number)))
  assert.deepEqual(
    NEVER_SHOWN.filter((row) => row.kind !== 'invalid' && !proven.has(row)),
    [],
  )
  assert.equal(new Set(NEVER_SHOWN.map(({ kind, prefix }) => `${kind} ${prefix}`)).size, NEVER_SHOWN.length)
})
