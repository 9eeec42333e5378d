import assert from 'node:assert/strict'
import { test } from 'node:test'
import { WRITTEN_ROWS } from '../test-support/written-rows.ts'
import { type DialContext, type Dialled, parseDialled, parsePublic } from './dialled.ts'

const extensions = new Set(['10', '11', '112', '1620'])
const context: DialContext = { areaCode: '6131', outsideLinePrefix: undefined, isExtension: (number) => extensions.has(number) }

const rows: readonly (readonly [dialled: string, meaning: Dialled])[] = [
  ['+4961311620', { kind: 'public', number: '+4961311620' }],
  ['004961311620', { kind: 'public', number: '+4961311620' }],
  ['061311620', { kind: 'public', number: '+4961311620' }],
  ['1621', { kind: 'public', number: '+4961311621' }],
  ['+49 (0) 6131 / 16-20', { kind: 'public', number: '+4961311620' }],
  ['+49061311620', { kind: 'public', number: '+4961311620' }],
  ['(0)6131 1620', { kind: 'public', number: '+4961311620' }],
  ['0049 (0) 6131/1620', { kind: 'public', number: '+4961311620' }],
  ['06131 16\u201320', { kind: 'public', number: '+4961311620' }],
  ['\u202a+49\u00a06131\u00a01620\u202c', { kind: 'public', number: '+4961311620' }],
  ['+39 (0)6 6982', { kind: 'public', number: '+39066982' }],
  ['19222', { kind: 'public', number: '+49613119222' }],
  ['1'.repeat(200), { kind: 'invalid', why: 'too-long' }],
  ['0041443643232', { kind: 'public', number: '+41443643232' }],
  ['77', { kind: 'invalid', why: 'too-short' }],
  ['10', { kind: 'extension', number: '10' }],
  ['1620', { kind: 'extension', number: '1620' }],
  ['112', { kind: 'emergency', number: '112' }],
  ['06131110', { kind: 'emergency', number: '110' }],
  ['116117', { kind: 'short-code', code: '116117' }],
  ['+49116117', { kind: 'short-code', code: '116117' }],
  ['11833', { kind: 'short-code', code: '11833' }],
  ['115', { kind: 'short-code', code: '115' }],
  ['alice', { kind: 'invalid', why: 'not-digits' }],
  ['', { kind: 'invalid', why: 'not-digits' }],
  ['+1', { kind: 'invalid', why: 'too-short' }],
  ['+491234567890123456', { kind: 'invalid', why: 'too-long' }],
]

for (const [dialled, meaning] of rows) {
  test(`NUM-04: "${dialled}" is ${JSON.stringify(meaning)}`, () => {
    assert.deepEqual(parseDialled(dialled, context), meaning)
  })
}

for (const [written, number] of WRITTEN_ROWS) {
  test(`NUM-04: "${written}" is ${number} anywhere`, () => assert.deepEqual(parsePublic(written, undefined), { kind: 'public', number }))
}

const callByCall = ['010332211234567', '01033022112345678', '0100330221123456', '+4910330221123456']
for (const dialled of callByCall) {
  test(`FRD-01: ${dialled} asks for another carrier and is no call`, () => {
    assert.deepEqual(parseDialled(dialled, context), { kind: 'invalid', why: 'call-by-call' })
  })
}

test('an outside-line prefix is taken off before the number is read', () => {
  const dialled = parseDialled('9061311620', { ...context, outsideLinePrefix: '9' })
  assert.deepEqual(dialled, { kind: 'public', number: '+4961311620' })
})

test('a local number without a known area code is refused', () => {
  assert.deepEqual(parsePublic('1620', undefined), { kind: 'invalid', why: 'no-area-code' })
})
