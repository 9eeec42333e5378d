import assert from 'node:assert/strict'
import { test } from 'node:test'
import { codesFor, deviations } from './deviations.ts'

const KNOWN = { name: 'Muster GmbH', address: { street: 'Lange Straße', houseNumber: '7 a', postalCode: '50667', city: 'Köln' } }
const HOLDER = { name: KNOWN.name, ...KNOWN.address }

const ROWS: readonly (readonly [string, Partial<typeof HOLDER>, readonly string[], readonly string[]])[] = [
  ['the same', {}, [], []],
  ['written otherwise', { name: 'MUSTER GMBH', street: 'Lange Str.', houseNumber: '7a', city: 'KÖLN' }, [], []],
  ['another company', { name: 'Muster AG' }, ['name'], ['AIF']],
  ['another house', { houseNumber: '9' }, ['houseNumber'], ['ADF']],
  ['another town', { postalCode: '50668', city: 'Bonn' }, ['postalCode', 'city'], ['ADF']],
  ['all of it', { name: 'Anders', street: 'Kurze Gasse' }, ['name', 'street'], ['AIF', 'ADF']],
]
for (const [name, given, fields, codes] of ROWS) {
  test(`ORD-03: a form that says ${name} deviates in: ${fields.join(', ') || 'nothing'}`, () => {
    const found = deviations({ ...HOLDER, ...given }, KNOWN)
    assert.deepEqual(
      found.map(({ field }) => field),
      fields,
    )
    assert.deepEqual(codesFor(found), codes)
  })
}

test('ORD-03: of an address that nobody has told us nothing deviates', () => {
  assert.deepEqual(deviations(HOLDER, { name: 'Muster GmbH', address: undefined }), [])
})
