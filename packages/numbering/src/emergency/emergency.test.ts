import assert from 'node:assert/strict'
import { test } from 'node:test'
import { AREA_CODES } from '../plan/area-code.ts'
import { type EmergencyNumber, emergencyNumber } from './emergency.ts'

const context = { areaCode: '221', outsideLinePrefix: '9' }

const rows: readonly (readonly [dialled: string, number: EmergencyNumber | undefined])[] = [
  ['110', '110'],
  ['112', '112'],
  ['112#', '112'],
  ['1-1-2', '112'],
  ['0112', '112'],
  ['9112', '112'],
  ['90110', '110'],
  ['+49112', '112'],
  ['0049110', '110'],
  ['+49221112', '112'],
  ['0221110', '110'],
  ['90221110', '110'],
  ['+49 (0) 112', '112'],
  ['*31#112', '112'],
  ['#31#110', '110'],
  ['urn:service:sos', '112'],
  ['urn:service:sos.police', '110'],
  ['urn:service:sos.fire', '112'],
  ['URN:SERVICE:SOS.Ambulance', '112'],
  ['00112', '112'],
  ['+112', '112'],
  ['+490112', '112'],
  ['00490110', '110'],
  ['+49 (0)221 112', '112'],
  ['+490221112', '112'],
  ['00490221110', '110'],
  ['9+49112', '112'],
  ['90049221112', '112'],
  ['0211112', '112'],
  ['+4930110', '110'],
  ['02129112', '112'],
  ['033056112', '112'],
  ['tel:112', '112'],
  ['tel:112;phone-context=+49', '112'],
  ['112;phone-context=klinke.example', '112'],
  ['TEL:+49-112', '112'],
  ['\u202a112\u202c', '112'],
  [' 1 1 0 ', '110'],
  ['#31#0112', '112'],
  ['*31#+49221112', '112'],
  ['1120', undefined],
  ['0110110', undefined],
  ['110112', undefined],
  ['19222', undefined],
  ['022119222', undefined],
  ['+4922119222', undefined],
  ['115', undefined],
  ['0115', undefined],
  ['221112', undefined],
  ['+49112112', undefined],
  ['0221 1112', undefined],
  ['00221112', undefined],
  ['0999112', undefined],
  ['+4999112', undefined],
  ['01511112', undefined],
  ['0800112', undefined],
  ['08000112', undefined],
  ['032112', undefined],
  ['113', undefined],
  ['911', undefined],
  ['1 1 2 x', undefined],
  ['112@klinke', undefined],
  ['١١٢', undefined],
  ['11', undefined],
  ['+43112', undefined],
  ['+492211120', undefined],
  ['116117', undefined],
  ['urn:service:counseling', undefined],
]

for (const [dialled, number] of rows) {
  test(`EMG-01: ${dialled} is ${number ?? 'no emergency call'}`, () => {
    assert.equal(emergencyNumber(dialled, context), number)
  })
}

test('EMG-01: without area code and prefix the bare numbers are recognised all the same', () => {
  assert.equal(emergencyNumber('112', { areaCode: undefined, outsideLinePrefix: undefined }), '112')
})

test('EMG-01: where 0 takes an outside line, the 0 of an area code and of the country may stand behind it', () => {
  const zero = { areaCode: '221', outsideLinePrefix: '0' }
  const forms = ['0112', '00112', '000112', '00221112', '00049112', '0+49221112']
  for (const dialled of forms) assert.equal(emergencyNumber(dialled, zero), '112', dialled)
})

test('EMG-01: 112 behind every area code is 112, since no subscriber number begins with 11', () => {
  for (const { areaCode } of AREA_CODES) {
    assert.equal(emergencyNumber(`0${areaCode}112`, context), '112')
    assert.equal(emergencyNumber(`+49${areaCode}110`, context), '110')
  }
})
