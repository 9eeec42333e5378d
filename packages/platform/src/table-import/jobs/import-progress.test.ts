import assert from 'node:assert/strict'
import { test } from 'node:test'
import { IMPORT_STAGES, percentOf, rowsAtATime } from './import-progress.ts'

for (const dryRun of [true, false])
  test(`the per cent of ${dryRun ? 'a trial' : 'an import'} only grow, from 0 to 99`, () => {
    const all = IMPORT_STAGES.flatMap((stage) => [0, 1, 500, 999, 1_000].map((done) => percentOf(dryRun, stage, done, 1_000)))
    assert.deepEqual(
      all,
      all.toSorted((a, b) => a - b),
    )
    assert.deepEqual([all[0], all.at(-1)], [0, 99])
    assert.ok(new Set(all).size > 8)
  })

test('a stage without rows is over at once', () => {
  assert.equal(percentOf(false, 'checking', 0, 0), percentOf(false, 'comparing', 0, 1))
})

test('a thousand rows are written in twenty steps, a few in one, very many in as large ones as may be', () => {
  assert.deepEqual(
    [1_000, 5, 100_000].map((total) => rowsAtATime(total, 1_000)),
    [50, 20, 1_000],
  )
})
