import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Problem } from '../api/problem.ts'
import { fieldOf, showFieldProblems } from './field-problems.ts'

for (const [pointer, field] of [
  ['/name', 'name'],
  ['/forwardings/0/to', 'forwardings.0.to'],
  ['/a~1b~0c', 'a/b~c'],
] as const) {
  test(`${pointer} is the field ${field}`, () => assert.equal(fieldOf(pointer), field))
}

function form() {
  const shown = new Map<string, unknown>()
  return {
    shown,
    getValues: () => ({ number: '', name: '' }),
    setFieldError: (path: unknown, error: unknown) => void shown.set(String(path), error),
  }
}

function refused(...pointers: readonly string[]): Problem {
  return new Problem('invalid-request', 400, { fields: pointers.map((pointer) => ({ pointer, detail: `wrong ${pointer}` })) })
}

test('each field that the server names shows what is wrong with it', () => {
  const { shown, ...fields } = form()
  assert.equal(
    showFieldProblems(fields, refused('/number', '/name'), () => ''),
    true,
  )
  assert.deepEqual(
    [...shown],
    [
      ['number', 'wrong /number'],
      ['name', 'wrong /name'],
    ],
  )
})

test('what has no field is left for a notice', () => {
  const { shown, ...fields } = form()
  assert.equal(
    showFieldProblems(fields, refused('/name', '/tenantId'), () => ''),
    false,
  )
  assert.deepEqual([...shown.keys()], ['name'])
})

test('a problem of a known kind stands at its field with what to do', () => {
  const { shown, ...fields } = form()
  const taken = new Problem('extension-taken', 409, {})
  assert.equal(
    showFieldProblems(fields, taken, () => 'choose another', { 'extension-taken': 'number' }),
    true,
  )
  assert.deepEqual([...shown], [['number', 'choose another']])
})

test('what is no problem of the server has no field', () => {
  const { shown: _, ...fields } = form()
  assert.equal(
    showFieldProblems(fields, new Error('bug'), () => ''),
    false,
  )
})
