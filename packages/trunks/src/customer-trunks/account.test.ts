import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { seededRandom } from '@klinke/foundation'
import { newLogin, withNewPassword } from './account.ts'

test('what is kept of a password is its HA1 in the realm of the customer', () => {
  const { login, password } = newLogin('muster.example', '+49221123400', seededRandom(1))
  const text = `${login.username}:muster.example:${password}`
  assert.equal(login.ha1.md5, createHash('md5').update(text).digest('hex'))
  assert.equal(login.ha1.sha256, createHash('sha256').update(text).digest('hex'))
  assert.equal(login.block, '+49221123400')
})

test('no account of a trunk has the name of an extension or the same password as another', () => {
  const random = seededRandom(2)
  const drawn = Array.from({ length: 100 }, () => newLogin('muster.example', undefined, random))
  assert.ok(drawn.every(({ login }) => /^t[a-z2-9]{10}$/.test(login.username)))
  assert.equal(new Set(drawn.map(({ password }) => password)).size, 100)
  assert.ok(drawn.every(({ password }) => password.length === 24))
})

test('a renewed password leaves the user name, and the old one does not hold any more', () => {
  const random = seededRandom(3)
  const before = newLogin('muster.example', undefined, random)
  const after = withNewPassword(before.login, 'muster.example', random)
  assert.equal(after.login.username, before.login.username)
  assert.notEqual(after.password, before.password)
  assert.notEqual(after.login.ha1.md5, before.login.ha1.md5)
})
