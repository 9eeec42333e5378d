import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bundleOf, valuesOf } from './bundle-values.ts'
import type { Bundle } from './bundle-words.ts'

const BUNDLE: Bundle = {
  ...{ id: 'flat', item: null, name: { de: 'Flatrate', en: 'Flat rate' }, zones: ['de-fixed'], kinds: null, countries: ['DE', 'AT'] },
  ...{ origins: ['own'], media: ['voice'], seconds: 5_400, of: 'seats', leastSeats: 10, allSeats: true, exceptPrefixes: ['+4932'] },
}

test('what a form does not change of a bundle is written as it was', () => {
  const { item: _, kinds: __, ...said } = BUNDLE
  assert.deepEqual(bundleOf(valuesOf(BUNDLE)), said)
})

test('an empty field says nothing: no limit of minutes, no least number of extensions', () => {
  const values = { ...valuesOf(undefined), id: 'new', de: 'Neu', en: 'New', zones: ['de-fixed'] }
  assert.deepEqual(bundleOf(values), {
    ...{
      id: 'new',
      name: { de: 'Neu', en: 'New' },
      of: 'customer',
      origins: ['own'],
      media: ['voice'],
      seconds: null,
      zones: ['de-fixed'],
    },
  })
  assert.equal(bundleOf({ ...values, minutes: 1.5 }).seconds, 90)
})
