import assert from 'node:assert/strict'
import { test } from 'node:test'
import { heldConsents } from './held-consents.ts'

const entry = (id: string, purpose: string, person: string, given: boolean) => ({ id, purpose, person, email: null, given })

test('what was said last holds, for each person and purpose by itself; the rest is its history', () => {
  const ledger = [
    entry('4', 'newsletter', 'Anna', false),
    entry('3', 'directory-entry', 'Anna', true),
    entry('2', 'newsletter', 'Bert', true),
    entry('1', 'newsletter', 'Anna', true),
  ]
  assert.deepEqual(
    heldConsents(ledger).map(({ last, earlier }) => [last.id, earlier.map(({ id }) => id)]),
    [
      ['4', ['1']],
      ['3', []],
      ['2', []],
    ],
  )
})
