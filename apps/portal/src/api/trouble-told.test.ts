import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Problem } from './problem.ts'
import { troubleTold } from './trouble-told.ts'

const FORM = { isKnown: true, isFollowed: false }

for (const [what, status, read, isTold] of [
  ['a server out of reach takes no page away on which something was read', 0, FORM, false],
  ['nor does one in trouble', 503, FORM, false],
  ['nor one that was asked too often', 429, FORM, false],
  ['a thing that is gone is told', 404, FORM, true],
  ['a right that was taken away is told', 403, FORM, true],
  ['where nothing was read yet the trouble is told', 503, { ...FORM, isKnown: false }, true],
  ['figures of now are not shown as such while they cannot be read', 503, { ...FORM, isFollowed: true }, true],
] as const) {
  test(what, () => {
    const error = new Problem('p', status, {})
    assert.equal(troubleTold(error, read), isTold ? error : null)
  })
}

test('no trouble is none', () => assert.equal(troubleTold(null, FORM), null))
