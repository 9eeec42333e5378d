import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Problem } from '../api/problem.ts'
import { problemHint } from './problem-texts.ts'

test('an invitation that cannot be sent is explained in the language of the portal, without names of the server', () => {
  const refused = new Problem('no-mail', 422, { detail: 'This server sends no mail (KLINKE_SMTP_URL). Give an initial password instead.' })
  assert.match(problemHint(refused, 'de'), /erstes Kennwort/)
  assert.doesNotMatch(problemHint(refused, 'en'), /KLINKE/)
})

test('what the portal has no words for is said as the server says it', () => {
  assert.equal(problemHint(new Problem('rare', 422, { detail: 'Something rare.' }), 'de'), 'Something rare.')
})
