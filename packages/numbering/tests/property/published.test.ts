import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type E164, type NumberKind, numberFault, numberKind, parsePublic } from '@klinke/numbering'

const berlin = { kind: 'geographic', areaCode: '30', place: 'Berlin' } as const
const frankfurt = { kind: 'geographic', areaCode: '69', place: 'Frankfurt am Main' } as const
const hamburg = { kind: 'geographic', areaCode: '40', place: 'Hamburg' } as const
const koeln = { kind: 'geographic', areaCode: '221', place: 'Köln' } as const
const muenchen = { kind: 'geographic', areaCode: '89', place: 'München' } as const
const mobile = (networkCode: string): NumberKind => ({ kind: 'mobile', networkCode })

/** Published numbers, as published: first the Bundesnetzagentur's for films (Mitteilung 148/2021), then those of authorities and standards. */
const rows: readonly (readonly [published: string, number: E164, kind: NumberKind])[] = [
  ['(0)30 23125 000', '+493023125000', berlin],
  ['(0)30 23125 999', '+493023125999', berlin],
  ['(0)69 90009 000', '+496990009000', frankfurt],
  ['(0)40 66969 000', '+494066969000', hamburg],
  ['(0)221 4710 000', '+492214710000', koeln],
  ['(0)89 99998 000', '+498999998000', muenchen],
  ['(0)152 28817386', '+4915228817386', mobile('1522')],
  ['(0)152 54599371', '+4915254599371', mobile('1525')],
  ['(0)171 39200 00', '+491713920000', mobile('171')],
  ['(0)172 9980752', '+491729980752', mobile('172')],
  ['(0)174 9091317', '+491749091317', mobile('174')],
  ['(0)176 040690 00', '+4917604069000', mobile('176')],
  ['+49 228 14-0', '+49228140', { kind: 'geographic', areaCode: '228', place: 'Bonn' }],
  ['0180 6 123456', '+491806123456', { kind: 'shared-cost', digit: '6' }],
  ['0900 5 123456', '+499005123456', { kind: 'premium', digit: '5' }],
  ['0800 33 01000', '+498003301000', { kind: 'freephone' }],
  ['+41 44 668 18 00', '+41446681800', { kind: 'foreign', callingCode: '41', region: 'CH' }],
  ['+1 (202) 555-0100', '+12025550100', { kind: 'foreign', callingCode: '1', region: 'US' }],
  ['+44 (0)20 7946 0000', '+442079460000', { kind: 'foreign', callingCode: '44', region: 'GB' }],
  ['+39 06 698 12345', '+390669812345', { kind: 'foreign', callingCode: '39', region: 'VA' }],
]

for (const [published, number, kind] of rows) {
  test(`${published} is ${number}`, () => {
    assert.deepEqual(parsePublic(published, undefined), { kind: 'public', number })
    assert.deepEqual(numberKind(number), kind)
    assert.equal(numberFault(number), undefined)
  })
}
