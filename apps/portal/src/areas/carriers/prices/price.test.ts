import assert from 'node:assert/strict'
import { test } from 'node:test'
import { endsFirst, NEW_RATE, overlapsIn, pricePerMinute, type Rate, rateOf, rateValuesOf } from './price.ts'

test('a price is shown to the parts of a cent that carriers reckon in', () => {
  assert.equal(pricePerMinute(12_300, 'de').replaceAll('\u00a0', ' '), '0,0123 €')
  assert.equal(pricePerMinute(8_755, 'en'), '€0.008755')
})

test('a price that is shown and saved unchanged stays as it is, also within a day', () => {
  const rate: Rate = { microsPerMinute: 12_345, validFrom: '2026-12-01T10:30:00Z', validUntil: '2027-01-01T12:00:00Z' }
  assert.deepEqual(rateOf(rateValuesOf(rate)), rate)
})

test('a last day counts whole: the price ends with the midnight after it', () => {
  const { validUntil } = rateOf({ ...NEW_RATE, euros: 0.01, lastDay: '2026-12-31' })
  assert.equal(validUntil, new Date('2027-01-01T00:00').toISOString())
})

test('prices that hold at the same time are found at the later one; one that ends where the next begins is none', () => {
  const until = { ...NEW_RATE, lastDay: '2026-12-31' }
  assert.deepEqual(overlapsIn([{ ...NEW_RATE, firstDay: '2027-01-01' }, until]), [])
  assert.deepEqual(overlapsIn([{ ...NEW_RATE, firstDay: '2026-12-31' }, until]), [0])
  assert.equal(endsFirst({ ...NEW_RATE, firstDay: '2027-01-01', lastDay: '2026-12-31' }), true)
})
