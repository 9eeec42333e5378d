import assert from 'node:assert/strict'
import { test } from 'node:test'
import { townElsewhere } from './town.ts'

const rows: readonly (readonly [city: string, areaCode: string, elsewhere: string | undefined])[] = [
  ['Köln', '221', undefined],
  ['Berlin', '221', '30'],
  ['berlin ', '221', '30'],
  ['Köln', '30', '221'],
  // Köln-Porz, and a town that shares the Ortsnetz of its neighbour.
  ['Köln', '2203', undefined],
  ['Halle (Saale)', '345', undefined],
  ['Frankfurt am Main', '89', '69'],
  // Of no Ortsnetz's name: nothing is known.
  ['Niemandsdorf', '221', undefined],
]

for (const [city, areaCode, elsewhere] of rows)
  test(`EMG-01: ${city} and 0${areaCode} ${elsewhere === undefined ? 'may be' : `contradict: it is in 0${elsewhere}`}`, () => {
    assert.equal(townElsewhere({ city }, areaCode)?.areaCode, elsewhere)
  })
