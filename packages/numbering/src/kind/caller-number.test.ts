import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { E164 } from '../e164/e164.ts'
import { areaCodeIn, mayBeCaller, tellsPlace } from './caller-number.ts'

const rows: readonly (readonly [number: E164, mayBe: boolean, tells: boolean])[] = [
  ['+492214710100', true, true],
  ['+4915112345678', true, false],
  ['+493222123456', true, false],
  ['+4970012345678', true, false],
  ['+498001234567', true, false],
  ['+491805123456', true, false],
  ['+499001123456', false, false],
  ['+491377123456', false, false],
  ['+491381123456', false, false],
  ['+4911833', false, false],
  ['+49115', false, false],
  ['+49116117', false, false],
  ['+49110', false, false],
  ['+49112', false, false],
  ['+49191011', false, false],
  ['+491811234567', false, false],
  ['+41443643232', false, false],
  ['+88161234567', false, false],
  ['+491901234567', false, false],
]

for (const [number, mayBe, tells] of rows) {
  test(`CLI-03: ${number} may ${mayBe ? '' : 'never '}be shown as the caller`, () => assert.equal(mayBeCaller(number), mayBe))
  test(`EMG-05: ${number} ${tells ? 'tells' : 'does not tell'} where its line is`, () => assert.equal(tellsPlace(number), tells))
}

test('NUM-02: the area code of a geographic number is known, and of no other', () => {
  assert.equal(areaCodeIn('+4961311620'), '6131')
  assert.equal(areaCodeIn('+491511234567'), undefined)
  assert.equal(areaCodeIn('+412212345'), undefined)
})
