import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bodyOf, isAreaCode, lineOf, NEW_SITE } from './site.ts'

const ADDRESS = { street: ' Neumarkt ', houseNumber: '1', postalCode: '50667', city: 'Köln' }

test('a site is sent without blanks around, and its area code without the 0', () => {
  const body = bodyOf({ ...NEW_SITE, name: ' Zentrale ', areaCode: ' 0221', address: ADDRESS })
  assert.deepEqual(body, { name: 'Zentrale', areaCode: '221', address: { ...ADDRESS, street: 'Neumarkt' } })
})

for (const [text, isOne] of [
  ['0221', true],
  ['221', true],
  ['033701', true],
  ['0', false],
  ['+49221', false],
  ['', false],
] as const) {
  test(`"${text}" is ${isOne ? 'an' : 'no'} area code`, () => assert.equal(isAreaCode(text), isOne))
}

test('an address stands in one line', () => {
  assert.equal(lineOf({ ...ADDRESS, street: 'Neumarkt' }), 'Neumarkt 1, 50667 Köln')
})
