import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inCents } from './call-charges.ts'

test('calls of a line are added up exactly and rounded once, by the rule of their tariff', () => {
  // 45 s at 0.06 €/min are 0.045 €; a hundred calls of 7 s at 0.0151 €/min are 0.176166… €.
  const [half, hundred] = [60_000n * 45n, 100n * 15_100n * 7n]
  assert.equal(inCents(half, { where: 'line', mode: 'half-up' }), 50_000n)
  assert.equal(inCents(half, { where: 'line', mode: 'half-even' }), 40_000n)
  assert.equal(inCents(hundred, { where: 'line', mode: 'half-up' }), 180_000n)
})

test('calls that were rounded one by one are whole cents: nothing is left to round, and what is not was not rounded', () => {
  assert.equal(inCents(60n * 10_000n * 17n, { where: 'call', mode: 'half-up' }), 170_000n)
  assert.throws(() => inCents(60_001n, { where: 'call', mode: 'half-up' }), RangeError)
})
