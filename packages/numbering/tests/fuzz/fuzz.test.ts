import assert from 'node:assert/strict'
import { test } from 'node:test'
import { emergencyNumber, parseDialled, readWritten } from '@klinke/numbering'
import { Fuzzer } from './fuzz.ts'

const INPUTS = 20_000

test(`${INPUTS} inputs of rubbish break no reader of numbers`, () => {
  const fuzzer = new Fuzzer(5)
  for (let at = 0; at < INPUTS; at++) fuzzer.step()
})

/** Texts on which a pattern with two ways to the same end would try all of them. */
const LONG_TEXTS = [
  '1'.repeat(100_000),
  '- '.repeat(50_000),
  '1-'.repeat(50_000),
  '('.repeat(100_000),
  '0221 1 bis '.repeat(9_000),
  'tel:;'.repeat(20_000),
]

test('a text of 100,000 characters is refused at once', () => {
  const context = { areaCode: '221', outsideLinePrefix: '9', isExtension: () => false }
  for (const text of LONG_TEXTS) {
    assert.equal(parseDialled(text, context).kind, 'invalid')
    assert.equal(readWritten(text, '221').kind, 'invalid')
    assert.equal(emergencyNumber(text, context), undefined)
  }
})
