import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { E164 } from '../e164/e164.ts'
import {
  type BlockFault,
  blockFault,
  blockOfSize,
  firstNumber,
  headNumber,
  lastNumber,
  type NumberBlock,
  singleNumber,
  sizeOf,
} from './block.ts'
import { covers, overlap, prefixesOf, splitBlock, withoutPart } from './block-arithmetic.ts'
import { isInBlock, type PlaceInBlock, placeInBlock } from './place-in-block.ts'

const STEM = '+49221123456'
const block = (from: string, to: string, stem: E164 = STEM): NumberBlock => ({ stem, from, to })

const faults: readonly (readonly [block: NumberBlock, fault: BlockFault | undefined])[] = [
  [block('100', '200'), undefined],
  [block('', ''), undefined],
  [block('0000', '9999', '+4922112345'), undefined],
  [block('00000', '10000', '+49221123'), 'too-large'],
  [block('200', '100'), 'backwards'],
  [block('10', '200'), 'lengths-differ'],
  [block('1a', '20'), 'not-digits'],
  [block('0', '9', '+'), 'not-digits'],
  [block('00000', '00009', '+49221123456'), 'too-long'],
]
for (const [each, fault] of faults) {
  test(`a block ${each.stem} [${each.from}–${each.to}] is ${fault ?? 'a block'}`, () => assert.equal(blockFault(each), fault))
}

const sizes = [
  [10, '+492211234560', '+492211234569'],
  [100, '+4922112345600', '+4922112345699'],
  [1_000, '+49221123456000', '+49221123456999'],
  [10_000, '+492211234560000', '+492211234569999'],
] as const
for (const [size, first, last] of sizes) {
  test(`NUM-01: a block of ${size} runs from ${first} to ${last}`, () => {
    const made = blockOfSize(STEM, size)
    assert.deepEqual([sizeOf(made), firstNumber(made), lastNumber(made), headNumber(made)], [size, first, last, '+492211234560'])
    assert.equal(blockFault(made), undefined)
  })
}

test('a single number is a block of one, and its own head', () => {
  const single = singleNumber(STEM)
  assert.deepEqual([sizeOf(single), firstNumber(single), headNumber(single)], [1, STEM, STEM])
})

const places: readonly (readonly [number: E164, block: NumberBlock, place: PlaceInBlock | undefined])[] = [
  ['+49221123456150', block('100', '200'), { place: 'inside', extension: '150' }],
  ['+49221123456100', block('100', '200'), { place: 'inside', extension: '100' }],
  ['+49221123456200', block('100', '200'), { place: 'inside', extension: '200' }],
  ['+49221123456201', block('100', '200'), { place: 'outside', extension: '201' }],
  ['+49221123456099', block('100', '200'), { place: 'outside', extension: '099' }],
  ['+4922112345615077', block('100', '200'), { place: 'beyond', extension: '150', extraDigits: '77' }],
  ['+492211234569991', block('100', '200'), { place: 'outside', extension: '9991' }],
  ['+4922112345615', block('100', '200'), { place: 'incomplete', extension: '15' }],
  ['+492211234560', block('100', '200'), { place: 'head' }],
  ['+49221123456', block('100', '200'), { place: 'head' }],
  ['+492211234560', block('0', '9'), { place: 'inside', extension: '0' }],
  ['+49221123457150', block('100', '200'), undefined],
  [STEM, singleNumber(STEM), { place: 'inside', extension: '' }],
  ['+492211234567', singleNumber(STEM), { place: 'beyond', extension: '', extraDigits: '7' }],
]
for (const [number, each, place] of places) {
  test(`NUM-05: ${number} is ${place?.place ?? 'elsewhere'} by ${each.stem} [${each.from}–${each.to}]`, () => {
    assert.deepEqual(placeInBlock(number, each), place)
    assert.equal(isInBlock(number, each), place?.place === 'inside')
  })
}

const overlaps: readonly (readonly [one: NumberBlock, other: NumberBlock, shared: boolean])[] = [
  [block('100', '200'), block('200', '300'), true],
  [block('100', '199'), block('200', '300'), false],
  [block('00', '49'), block('50', '99'), false],
  [block('00', '99'), block('500', '509'), true],
  [block('00', '49'), block('500', '509'), false],
  [singleNumber('+492211234'), block('0', '9'), true],
  [singleNumber('+492211235'), block('0', '9'), false],
  [block('00', '99', '+4922112345'), block('0', '9'), true],
]
for (const [one, other, shared] of overlaps) {
  test(`${one.stem} [${one.from}–${one.to}] and ${other.stem} [${other.from}–${other.to}] ${shared ? '' : 'do not '}overlap`, () => {
    assert.equal(overlap(one, other), shared)
    assert.equal(overlap(other, one), shared)
  })
}

test('a block covers its parts and what lies behind them, and no more', () => {
  assert.equal(covers(block('00', '99'), block('10', '19')), true)
  assert.equal(covers(block('00', '99'), block('1000', '1999')), true)
  assert.equal(covers(block('00', '50'), block('50', '51')), false)
  assert.equal(covers(block('10', '19'), block('00', '99')), false)
})

test('a block is split into parts of equal size, the rest in the last', () => {
  const ranges = splitBlock(block('100', '124'), 10).map(({ from, to }) => `${from}-${to}`)
  assert.deepEqual(ranges, ['100-109', '110-119', '120-124'])
  assert.equal(splitBlock(blockOfSize(STEM, 100), 10).length, 10)
  assert.deepEqual(splitBlock(block('008', '009'), 1), [block('008', '008'), block('009', '009')])
  assert.equal(splitBlock(blockOfSize(STEM, 10), 0).length, 10)
})

test('what is ported away leaves nothing, one piece or two', () => {
  assert.deepEqual(withoutPart(block('00', '99'), '00', '99'), [])
  assert.deepEqual(withoutPart(block('00', '99'), '00', '09'), [block('10', '99')])
  assert.deepEqual(withoutPart(block('00', '99'), '90', '99'), [block('00', '89')])
  assert.deepEqual(withoutPart(block('00', '99'), '10', '19'), [block('00', '09'), block('20', '99')])
  assert.deepEqual(withoutPart(block('10', '19'), '50', '59'), [block('10', '19')])
})

const prefixes: readonly (readonly [block: NumberBlock, behindStem: readonly string[]])[] = [
  [block('000', '999'), ['']],
  [block('100', '209'), ['1', '20']],
  [block('100', '200'), ['1', '200']],
  [block('08', '12'), ['08', '09', '10', '11', '12']],
  [block('', ''), ['']],
]
for (const [each, behind] of prefixes) {
  test(`the numbers [${each.from}–${each.to}] begin with ${behind.join(', ') || 'the stem'}`, () => {
    assert.deepEqual(
      prefixesOf(each),
      behind.map((digits) => STEM + digits),
    )
  })
}
