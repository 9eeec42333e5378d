import assert from 'node:assert/strict'
import { test } from 'node:test'
import { DEFAULT_TERMS } from '../terms.ts'
import { type DunningStep, nextLevel } from './next-level.ts'

const DUE = '2026-11-16'
const rows: readonly (readonly [what: string, level: number, dunAfter: string | null, today: string, step: DunningStep])[] = [
  ['on the seventh day after the due date it still waits', 0, null, '2026-11-23', { kind: 'wait', until: '2026-11-23' }],
  [
    'on the eighth it is reminded, without a fee',
    ...([0, null, '2026-11-24'] as const),
    { kind: 'dun', level: 1, fee: 0n, payUntil: '2026-12-01', nextAfter: '2026-12-08' },
  ],
  [
    'a week after the day that the reminder had set, 5.00',
    ...([1, '2026-12-08', '2026-12-09'] as const),
    { kind: 'dun', level: 2, fee: 5_000_000n, payUntil: '2026-12-16', nextAfter: '2026-12-23' },
  ],
  ['before that it waits', 1, '2026-12-08', '2026-12-08', { kind: 'wait', until: '2026-12-08' }],
  [
    'a server that was away for months goes on level by level',
    ...([0, null, '2027-03-01'] as const),
    { kind: 'dun', level: 1, fee: 0n, payUntil: '2027-03-08', nextAfter: '2027-03-15' },
  ],
  [
    'the last level has no next one',
    ...([2, '2026-12-23', '2026-12-24'] as const),
    { kind: 'dun', level: 3, fee: 5_000_000n, payUntil: '2026-12-31', nextAfter: '9999-12-31' },
  ],
  ['after the last level a person decides', 3, '2026-12-23', '2027-01-24', { kind: 'over' }],
]
for (const [what, level, dunAfter, today, step] of rows) {
  test(what, () => {
    assert.deepEqual(nextLevel({ dueOn: DUE, level, dunAfter }, DEFAULT_TERMS, today), step)
  })
}

test('a profile without levels never duns', () => {
  assert.deepEqual(nextLevel({ dueOn: DUE, level: 0, dunAfter: null }, { dunning: [] }, '2030-01-01'), { kind: 'over' })
})
