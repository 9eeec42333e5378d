import assert from 'node:assert/strict'
import { test } from 'node:test'
import { e164, numbersOfBlock } from './rules.ts'

test('a block of ten are the ten numbers with the last digit 0 to 9', () => {
  const numbers = numbersOfBlock('+4922112345670', 10)
  assert.deepEqual([numbers.length, numbers[0], numbers[9]], [10, '+4922112345670', '+4922112345679'])
})

test('a block of a hundred has two digits of its own', () => {
  const numbers = numbersOfBlock('+4922112345600', 100)
  assert.deepEqual([numbers.length, numbers[7], numbers[99]], [100, '+4922112345607', '+4922112345699'])
})

test('a single number is a block of one', () => {
  assert.deepEqual(numbersOfBlock('+4922112345678', 1), ['+4922112345678'])
})

test('a block that does not begin at its first number is refused', () => {
  assert.throws(() => numbersOfBlock('+4922112345675', 10), { code: 'block-misaligned' })
  assert.throws(() => numbersOfBlock('+4922112345670', 100), { code: 'block-misaligned' })
})

const rows: readonly (readonly [number: string, valid: boolean])[] = [
  ['+4922112345670', true],
  ['022112345670', false],
  ['+0221123456', false],
  ['+490221123456', false],
  ['+4922112345670123', false],
  ['+49 221 123456', false],
]
for (const [number, valid] of rows) {
  test(`${number} is ${valid ? 'an' : 'no'} E.164 number`, () => {
    assert.equal(e164.safeParse(number).success, valid)
  })
}
