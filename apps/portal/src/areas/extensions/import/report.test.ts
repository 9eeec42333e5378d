import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rowsInWords } from './report.ts'

test('chosen rows are written as ranges, so that a thousand fit into an address', () => {
  assert.equal(rowsInWords([7, 2, 3, 4, 9, 10]), '2-4,7,9-10')
  assert.equal(rowsInWords([]), '')
})
