import assert from 'node:assert/strict'
import { test } from 'node:test'
import { amountField, amountIn, priceText } from './amounts.ts'

test('prices are read with comma or point, and shown with the comma in German', () => {
  assert.deepEqual([amountIn(' 0,0151 '), amountIn('0.0151'), amountIn('12'), amountIn('zwei')], ['0.0151', '0.0151', '12', 'zwei'])
  assert.deepEqual([amountField('0.0151', 'de'), amountField('0.0151', 'en'), amountField(null, 'de')], ['0,0151', '0.0151', ''])
  assert.equal(priceText('0.0151', 'EUR', 'de').replaceAll('\u00a0', ' '), '0,0151 €')
  assert.equal(priceText('zwei', 'EUR', 'de'), 'zwei')
})
