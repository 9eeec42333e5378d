import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { E164 } from '../e164/e164.ts'
import { readWritten, type Written } from './written-number.ts'

const AREA = '221'
const number = (number: E164, extensionDigits = 0, dialledThrough?: string): Written => ({
  kind: 'number',
  number,
  extensionDigits,
  ...(dialledThrough !== undefined && { dialledThrough }),
})
const block = (from: string, to: string, stem: E164 = '+49221123456'): Written => ({ kind: 'block', block: { stem, from, to } })

const rows: readonly (readonly [text: string, meaning: Written])[] = [
  ['+49221123456', number('+49221123456')],
  ['0049221123456', number('+49221123456')],
  ['0221 123456', number('+49221123456')],
  ['123456', number('+49221123456')],
  ['0221/123456', number('+49221123456')],
  ['0221-123456', number('+49221123456')],
  ['(0221) 12 34 56', number('+49221123456')],
  ['(0)221 123456', number('+49221123456')],
  ['+49 (0)221 123456', number('+49221123456')],
  ['0049 (0) 221 123456', number('+49221123456')],
  ['0221 123456-0', number('+492211234560', 1)],
  ['0221 123456-789', number('+49221123456789', 3)],
  ['0221 123456–789', number('+49221123456789', 3)],
  ['+49 221 123456 - 0', number('+492211234560', 1)],
  ['123456-0', number('+492211234560', 1)],
  ['0221 123456 Durchwahl 12', number('+4922112345612', 2)],
  ['0221 123456-0 DW 12', number('+4922112345612', 2)],
  ['0221 123456 App. 7', number('+492211234567', 1)],
  ['0221 123456 ext. 12', number('+49221123456', 0, '12')],
  ['+49 221 123456 x12', number('+49221123456', 0, '12')],
  ['tel:+49-221-123456', number('+49221123456')],
  ['TEL:+49(221)123.456', number('+49221123456')],
  ['tel:+49221123456;ext=12', number('+49221123456', 0, '12')],
  ['tel:123456;phone-context=+49221', number('+49221123456')],
  ['tel:0221123456;phone-context=+49', number('+49221123456')],
  ['tel:123456;phone-context=pbx.example', number('+49221123456')],
  ['tel:+49221123456;isub=1;x=y', number('+49221123456')],
  ['tel:116117;phone-context=+49', { kind: 'short-code', code: '116117' }],
  ['tel:112;phone-context=+49', { kind: 'emergency', number: '112' }],
  ['tel:', { kind: 'invalid', why: 'not-digits' }],
  ['tel:7042;phone-context=+1-914-555', number('+19145557042')],
  ['0221-123456 [100–200]', block('100', '200')],
  ['0221-123456 [100-200]', block('100', '200')],
  ['0221 123456-[100 bis 200]', block('100', '200')],
  ['0221 123456-00 bis -99', block('00', '99')],
  ['0221 123456-00 … 99', block('00', '99')],
  ['0221 123456-0..9', block('0', '9')],
  ['+49 221 123456-00 to 99', block('00', '99')],
  ['+492211234500 bis +492211234599', block('00', '99', '+4922112345')],
  ['02211234500 – 02211234599', block('00', '99', '+4922112345')],
  ['123456 [0–9]', block('0', '9')],
  ['0221 [100-200]', { kind: 'invalid', why: 'too-short' }],
  ['0221-123456 [200–100]', { kind: 'invalid', why: 'block-backwards' }],
  ['0221-123456 [10–200]', { kind: 'invalid', why: 'block-lengths-differ' }],
  ['0221-123 [00000–10000]', { kind: 'invalid', why: 'block-too-large' }],
  ['0800-33-00-11', number('+49800330011', 2)],
  ['115', { kind: 'short-code', code: '115' }],
  ['110', { kind: 'emergency', number: '110' }],
  ['0221 112', { kind: 'emergency', number: '112' }],
  ['keine', { kind: 'invalid', why: 'not-digits' }],
  ['', { kind: 'invalid', why: 'not-digits' }],
  ['12', { kind: 'invalid', why: 'too-short' }],
  ['9'.repeat(101), { kind: 'invalid', why: 'too-long' }],
]

for (const [text, meaning] of rows) {
  test(`NUM-04: "${text.slice(0, 40)}" is ${JSON.stringify(meaning)}`, () => assert.deepEqual(readWritten(text, AREA), meaning))
}

test('NUM-04: a number without area code is refused where no place is known', () => {
  assert.deepEqual(readWritten('123456', undefined), { kind: 'invalid', why: 'no-area-code' })
  assert.deepEqual(readWritten('tel:123456;phone-context=+49221', undefined), number('+49221123456'))
})
