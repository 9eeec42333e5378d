import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decodeCursor, encodeCursor, page } from './paging.ts'

const cut = (rows: readonly string[]) =>
  page(
    rows,
    2,
    (row) => row,
    (row) => [row],
  )

test('a page with more after it ends with the position of its last entry', () => {
  const { items, nextCursor } = cut(['a', 'b', 'c'])
  assert.deepEqual(items, ['a', 'b'])
  assert.deepEqual(decodeCursor(nextCursor ?? undefined, 1), ['b'])
})

test('the last page has no cursor', () => {
  assert.equal(cut(['a', 'b']).nextCursor, null)
  assert.equal(cut([]).nextCursor, null)
})

for (const cursor of ['garbage', encodeCursor(['a', 'b']), Buffer.from('{"a":1}').toString('base64url')]) {
  test(`the cursor ${cursor} is refused`, () => {
    assert.throws(() => decodeCursor(cursor, 1), { code: 'invalid-request' })
  })
}
