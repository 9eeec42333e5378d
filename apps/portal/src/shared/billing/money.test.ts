import assert from 'node:assert/strict'
import { test } from 'node:test'
import { civilDay, moneyText } from './money.ts'

const plain = (text: string) => text.replaceAll('\u00a0', ' ')

for (const [amount, german, english] of [
  ['8.50', '8,50 €', '€8.50'],
  ['0.0151', '0,0151 €', '€0.0151'],
  ['-1234.50', '-1.234,50 €', '-€1,234.50'],
] as const)
  test(`${amount} is ${german}`, () => {
    assert.deepEqual([plain(moneyText({ amount, currency: 'EUR' }, 'de')), moneyText({ amount, currency: 'EUR' }, 'en')], [german, english])
  })

test('a day of the calendar is that day in every time zone', () => {
  assert.deepEqual([civilDay('2026-11-30', 'de'), civilDay('2028-02-29', 'en')], ['30.11.2026', '29 Feb 2028'])
})
