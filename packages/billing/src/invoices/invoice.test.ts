import assert from 'node:assert/strict'
import { test } from 'node:test'
import { stateOf } from './invoice.ts'

const rows: readonly (readonly [paid: bigint, credited: bigint, dunningLevel: number, state: string])[] = [
  [0n, 0n, 0, 'issued'],
  [40n, 0n, 0, 'partly-paid'],
  [100n, 0n, 0, 'paid'],
  [120n, 0n, 0, 'paid'],
  [0n, 0n, 1, 'dunned'],
  [40n, 0n, 2, 'dunned'],
  [100n, 0n, 2, 'paid'],
  [0n, 100n, 1, 'credited'],
  [60n, 40n, 0, 'paid'],
  [0n, 40n, 0, 'issued'],
]
for (const [paid, credited, dunningLevel, state] of rows) {
  test(`of 100, ${paid} paid and ${credited} credited, at dunning level ${dunningLevel}: ${state}`, () => {
    assert.equal(stateOf({ gross: 100n, paid, credited, dunningLevel }), state)
  })
}
