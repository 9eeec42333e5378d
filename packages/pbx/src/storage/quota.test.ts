import assert from 'node:assert/strict'
import { test } from 'node:test'
import { storageUse } from './quota.ts'

for (const [used, state] of [
  [0, 'ok'],
  [799, 'ok'],
  [800, 'nearly-full'],
  [999, 'nearly-full'],
  [1000, 'full'],
  [1200, 'full'],
] as const) {
  test(`REC-01: ${used} of 1000 bytes is ${state}`, () => {
    assert.equal(storageUse(used, 1000).state, state)
  })
}
