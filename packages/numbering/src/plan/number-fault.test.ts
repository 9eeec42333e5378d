import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { E164 } from '../e164/e164.ts'
import { areaCodeNamed } from './area-code.ts'
import { type NumberFault, numberFault, subscriberLengths } from './number-fault.ts'
import { NUMBER_RANGES, rangeOf } from './ranges.ts'

const rows: readonly (readonly [number: E164, fault: NumberFault | undefined])[] = [
  ['+4922147', undefined],
  ['+492214', 'too-short'],
  ['+492214710100', undefined],
  ['+492214710123456', undefined],
  ['+4922147101234567', 'too-long'],
  ['+492210123456', 'no-subscriber'],
  ['+49221112', 'no-subscriber'],
  ['+4922119222', undefined],
  ['+4915112345678', undefined],
  ['+491511234567', 'too-short'],
  ['+49151131234567', 'wrong-length'],
  ['+4915113123456789', 'too-long'],
  ['+491711234567', undefined],
  ['+4917112345678', undefined],
  ['+491711312345678', undefined],
  ['+491901234567', 'not-assigned'],
  ['+491381123456', 'not-assigned'],
  ['+499001123456', undefined],
  ['+499002123456', 'not-assigned'],
  ['+49115', undefined],
  ['+49116117', undefined],
  ['+4911611', 'too-short'],
  ['+4911833', undefined],
  ['+498001234567', undefined],
  ['+49800123456', 'too-short'],
  ['+495001234567', 'not-assigned'],
  ['+41443643232', undefined],
  ['+414436', 'too-short'],
  ['+4144364323212345', 'too-long'],
  ['+12025550100', undefined],
  ['+1202555010', 'too-short'],
  ['+9991234567', 'not-assigned'],
]

for (const [number, fault] of rows) {
  test(`${number} ${fault === undefined ? 'can be a number' : `is none: ${fault}`}`, () => assert.equal(numberFault(number), fault))
}

for (const { prefix, use, lengths } of NUMBER_RANGES) {
  /** A digit behind the prefix that does not lead into a smaller range. */
  const filler = ['7', '2', '4', '0'].find((digit) => rangeOf(prefix.padEnd(12, digit))?.prefix === prefix) ?? ''
  const filled = (digits: number): E164 => `+49${prefix.padEnd(digits, filler)}`
  if (lengths.length === 0) {
    test(`0${prefix} (${use}) has no numbers`, () => assert.equal(numberFault(filled(10)), 'not-assigned'))
    continue
  }
  const [shortest, longest] = [Math.min(...lengths), Math.max(...lengths)]
  test(`0${prefix} (${use}) has numbers of ${shortest} to ${longest} digits`, () => {
    for (const digits of lengths) assert.equal(numberFault(filled(digits)), undefined)
    if (shortest > prefix.length) assert.equal(numberFault(filled(shortest - 1)), 'too-short')
    assert.equal(numberFault(filled(longest + 1)), 'too-long')
  })
}

const areas: readonly (readonly [areaCode: string, assigned: number, longest: number])[] = [
  ['30', 8, 11],
  ['89', 8, 11],
  ['221', 8, 10],
  ['6131', 7, 9],
  ['33056', 6, 8],
]

for (const [areaCode, assigned, longest] of areas) {
  test(`behind 0${areaCode} subscriber numbers are assigned with ${assigned} digits and have at most ${longest}`, () => {
    const area = areaCodeNamed(areaCode)
    assert.ok(area)
    assert.deepEqual(subscriberLengths(area), { shortest: 2, longest, assigned })
  })
}
