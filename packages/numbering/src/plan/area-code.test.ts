import assert from 'node:assert/strict'
import { test } from 'node:test'
import { AREA_CODES, areaCodeNamed, areaCodeOf } from './area-code.ts'

const rows: readonly (readonly [national: string, areaCode: string | undefined, place: string | undefined])[] = [
  ['3012345', '30', 'Berlin'],
  ['4012345', '40', 'Hamburg'],
  ['6912345', '69', 'Frankfurt am Main'],
  ['8912345', '89', 'München'],
  ['22112345', '221', 'Köln'],
  ['61311620', '6131', 'Mainz'],
  ['212123', '212', 'Solingen'],
  ['2129123', '2129', 'Haan Rheinland'],
  ['33321234', '3332', 'Schwedt/Oder'],
  ['46511234', '4651', 'Sylt'],
  ['76021234', '7602', 'Oberried Breisgau'],
  ['3012', '30', 'Berlin'],
  ['3', undefined, undefined],
  ['1511234567', undefined, undefined],
  ['32212345', undefined, undefined],
  ['7001234', undefined, undefined],
  ['', undefined, undefined],
]

for (const [national, areaCode, place] of rows) {
  test(`NUM-02: 0${national} is ${areaCode === undefined ? 'in no Ortsnetz' : `in ${place}, 0${areaCode}`}`, () => {
    assert.deepEqual(areaCodeOf(national), areaCode === undefined ? undefined : { areaCode, place })
  })
}

test('every area code has two to five digits, none 0 or 1 in front, and its own place', () => {
  assert.equal(AREA_CODES.length, 5202)
  for (const { areaCode, place } of AREA_CODES) {
    assert.match(areaCode, /^[2-9]\d{1,4}$/)
    assert.match(place, /^[A-ZÄÖÜ]/)
    assert.equal(areaCodeOf(areaCode)?.place, place)
  }
})

test('no area code is the beginning of another, but for Haan, whose 02129 lies in the 0212 of Solingen', () => {
  const inside = AREA_CODES.filter(({ areaCode }) => areaCodeOf(areaCode.slice(0, -1)) !== undefined)
  assert.deepEqual(
    inside.map(({ areaCode }) => areaCode),
    ['2129'],
  )
})

test('an area code is found by its own digits and by no longer or shorter ones', () => {
  assert.equal(areaCodeNamed('221')?.place, 'Köln')
  assert.equal(areaCodeNamed('2211'), undefined)
  assert.equal(areaCodeNamed('22'), undefined)
})
