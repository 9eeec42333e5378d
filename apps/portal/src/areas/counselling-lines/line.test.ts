import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lineOf, listedNumber, valuesOf } from './line.ts'

for (const [written, listed] of [
  ['0800 111 0 111', '+498001110111'],
  ['+49 800 1110111', '+498001110111'],
  ['116 123', '+49116123'],
  ['116016', '+49116016'],
  ['0800', undefined],
  ['+49', undefined],
  ['110', undefined],
  ['TelefonSeelsorge', undefined],
] as const)
  test(`"${written}" is ${listed ?? 'no line of the list'}`, () => {
    assert.equal(listedNumber(written), listed)
  })

test('days that are not said are left out, and come back as empty fields', () => {
  const values = { number: '116 123', name: ' TelefonSeelsorge ', from: '', until: '2027-01-31' }
  const line = lineOf(values, '+49116123')
  assert.deepEqual(line, { number: '+49116123', name: 'TelefonSeelsorge', until: '2027-01-31' })
  assert.deepEqual(valuesOf(line), { number: '+49116123', name: 'TelefonSeelsorge', from: '', until: '2027-01-31' })
})
