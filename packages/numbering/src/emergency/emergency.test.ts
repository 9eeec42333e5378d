import assert from 'node:assert/strict'
import { test } from 'node:test'
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
  ['1120', undefined],
  ['11', undefined],
  ['0211112', undefined],
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
