import assert from 'node:assert/strict'
import { test } from 'node:test'
import { columnsOf, remapped, rowsInWords } from './import-source.ts'

const TABLE = { columns: ['name', null, 'work'].map((field) => ({ title: '', field, samples: [] })) }

test('chosen rows are written as ranges, so that a thousand fit into an address', () => {
  assert.equal(rowsInWords([7, 2, 3, 4, 9, 10]), '2-4,7,9-10')
  assert.equal(rowsInWords([]), '')
})

test('a field has one column: who gives it to another leaves the first without', () => {
  assert.equal(columnsOf(TABLE), 'name,-,work')
  assert.equal(remapped(TABLE, 1, 'work'), 'name,work,-')
  assert.equal(remapped(TABLE, 0, '-'), '-,-,work')
  assert.equal(columnsOf(null), undefined)
})
