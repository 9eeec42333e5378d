import assert from 'node:assert/strict'
import { test } from 'node:test'
import { OwnedNumbers, type SparseBlock } from './owned-numbers.ts'

const BLOCK: SparseBlock = { first: '+492215000000', size: 10_000, siteId: 'cologne' }
const SMALLER: SparseBlock = { first: '+492216000000', size: 1000 }
const ROWS = ['+4922149', '+492215000042', '+492215500000', '+4922170']

function owned(): OwnedNumbers {
  const rows = new Map(ROWS.map((e164) => [e164, { e164 }]))
  return new OwnedNumbers(rows, new Map([BLOCK, SMALLER].map((block) => [block.first, block])))
}

const rows: readonly (readonly [e164: string, isOwned: boolean, what: string])[] = [
  ['+492215000000', true, 'the first of a block of 10,000'],
  ['+492215009999', true, 'the last of it'],
  ['+492215010000', false, 'the next one'],
  ['+49221500000', false, 'one digit too few'],
  ['+4922150000000', false, 'one digit too many'],
  ['+492215000042', true, 'one of it with a row'],
  ['+492216000999', true, 'the last of a block of 1,000'],
  ['+492216001000', false, 'the next one behind a block of 1,000'],
  ['+4922149', true, 'a single number'],
  ['', false, 'nothing'],
]
for (const [e164, isOwned, what] of rows) {
  test(`${what} is ${isOwned ? '' : 'not '}the tenant’s: ${e164}`, () => {
    assert.equal(owned().has(e164), isOwned)
    assert.equal(owned().get(e164)?.e164, isOwned ? e164 : undefined)
  })
}

test('a number of a block stands at the site of its block, unless it has a row that says otherwise', () => {
  assert.deepEqual(owned().get('+492215000041'), { e164: '+492215000041', block: BLOCK.first, siteId: 'cologne' })
  assert.deepEqual(owned().get('+492215000042'), { e164: '+492215000042' })
})

test('all numbers come in the order of their digits, each once', () => {
  const numbers = [...owned().keys()]
  assert.equal(numbers.length, 11_003)
  assert.equal(owned().size, 11_003)
  assert.deepEqual(numbers, numbers.toSorted())
  assert.equal(new Set(numbers).size, numbers.length)
  assert.deepEqual([numbers[0], numbers[1]], ['+4922149', '+492215000000'])
})
