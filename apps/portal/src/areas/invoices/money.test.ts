import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dayText, moneyText, monthText } from './money.ts'

test('amounts are shown to the last place that they have, without becoming floating numbers', () => {
  assert.equal(moneyText({ amount: '39.50', currency: 'EUR' }, 'de').replace(/\s/, ' '), '39,50 €')
  assert.equal(moneyText({ amount: '0.0151', currency: 'EUR' }, 'en'), '€0.0151')
  assert.equal(moneyText({ amount: '999999999.999999', currency: 'EUR' }, 'en'), '€999,999,999.999999')
})

test('days and months are those of the calendar, wherever the browser is', () => {
  assert.deepEqual([dayText('2026-11-02', 'de'), monthText('2026-10-01', 'de')], ['02.11.2026', 'Oktober 2026'])
})
