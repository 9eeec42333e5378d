import assert from 'node:assert/strict'
import { test } from 'node:test'
import { weaknessOf } from './password-policy.ts'

const ABOUT = ['Jutta Jansen', 'jutta.jansen@muster-gmbh.example']

test('length counts, not kinds of characters; what guessers try first does not', () => {
  for (const good of ['kranwolkesieb', 'Kran Wolke Sieb', 'x9$Gk2!vQ0pLz', 'äöüß 日本語 zwölf'])
    assert.equal(weaknessOf(good, ABOUT), undefined, good)
  for (const weak of [
    'short1!',
    'aaaaaaaaaaaaaaaa',
    'Passwort1234',
    'password2026!',
    '123456789012',
    'qwertzuiop12',
    'Jutta.Jansen1',
    'muster-gmbh12',
    'abababababab',
  ])
    assert.notEqual(weaknessOf(weak, ABOUT), undefined, weak)
  assert.notEqual(weaknessOf('x9$Gk2!vQ0pLz'.repeat(20), ABOUT), undefined)
})
