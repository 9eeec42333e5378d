import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { SecretBox } from './secret-box.ts'

const box = new SecretBox(Buffer.alloc(32, 7))

test('a sealed secret opens at its place', () => {
  assert.equal(box.unseal(box.seal('Tüte', 'carrier/1'), 'carrier/1'), 'Tüte')
})

test('sealing twice gives two texts, none with the secret in it', () => {
  const [first, second] = [box.seal('hunter2', 'carrier/1'), box.seal('hunter2', 'carrier/1')]
  assert.notEqual(first, second)
  assert.ok(!Buffer.from(first, 'base64url').includes('hunter2'))
})

const sealed = box.seal('hunter2', 'carrier/1')
const rows: readonly (readonly [what: string, open: () => string])[] = [
  ['at another place', () => box.unseal(sealed, 'carrier/2')],
  ['with another key', () => new SecretBox(Buffer.alloc(32, 8)).unseal(sealed, 'carrier/1')],
  ['with a changed byte', () => box.unseal(`${sealed.slice(0, 20)}${sealed[20] === 'A' ? 'B' : 'A'}${sealed.slice(21)}`, 'carrier/1')],
  ['when it is no sealed text', () => box.unseal('hunter2', 'carrier/1')],
]
for (const [what, open] of rows) {
  test(`a secret does not open ${what}`, () => {
    assert.throws(open, { code: 'secret-unreadable' })
  })
}

test('the key file is made once, closed to others, and used again', () => {
  const folder = mkdtempSync(join(tmpdir(), 'secrets-'))
  const file = join(folder, 'keys', 'secrets.key')
  const text = SecretBox.open(file).seal('hunter2', 'x')
  assert.equal(statSync(file).mode & 0o777, 0o600)
  assert.equal(SecretBox.open(file).unseal(text, 'x'), 'hunter2')
  rmSync(folder, { recursive: true })
})
