import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pairNumbers } from './renumber.ts'

test('NUM-02: in blocks that are alike each number keeps its last digits', () => {
  const blocks = { old: [{ first: '+49221987000', size: 10 }], gained: [{ first: '+493044000', size: 10 }] }
  assert.deepEqual(pairNumbers(['+49221987000', '+49221987003'], blocks), [
    { from: '+49221987000', to: '+493044000' },
    { from: '+49221987003', to: '+493044003' },
  ])
})

test('what has no number at its place gets the next free one, and the last ones none', () => {
  const blocks = {
    old: [
      { first: '+49221987000', size: 10 },
      { first: '+49221555', size: 1 },
    ],
    gained: [
      { first: '+4930441', size: 1 },
      { first: '+4930442', size: 1 },
    ],
  }
  assert.deepEqual(pairNumbers(['+49221555', '+49221987000', '+49221987004'], blocks), [
    { from: '+49221555', to: '+4930442' },
    { from: '+49221987000', to: '+4930441' },
    { from: '+49221987004', to: null },
  ])
})
