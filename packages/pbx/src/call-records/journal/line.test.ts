import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decodeLine, encodeLine } from './line.ts'

const json = JSON.stringify({ id: 'c1', displayName: 'Jörg\n"Amt"' })
const line = encodeLine('S', json).slice(0, -1)

test('a line comes back as it was written', () => {
  assert.deepEqual(decodeLine(line), { kind: 'S', json })
})

test('a line is one line, whatever is in it', () => {
  assert.equal(encodeLine('S', json).split('\n').length, 2)
})

const torn: readonly (readonly [what: string, text: string])[] = [
  ['cut off', line.slice(0, -3)],
  ['changed', line.replace('c1', 'c2')],
  ['of another kind', `E${line.slice(1)}`],
  ['empty', ''],
  ['zeros', '\0'.repeat(40)],
]
for (const [what, text] of torn) {
  test(`a line that is ${what} is not taken for one`, () => {
    assert.equal(decodeLine(text), undefined)
  })
}
