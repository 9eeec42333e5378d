import assert from 'node:assert/strict'
import { scryptSync } from 'node:crypto'
import { test } from 'node:test'
import { hashPin, isPin } from './pin-hash.ts'

test('a PIN is known again by its hash and no other one is; the same PIN is never stored alike', async () => {
  const [stored, again] = await Promise.all([hashPin('4711'), hashPin('4711')])
  assert.notEqual(stored, again)
  assert.deepEqual([await isPin('4711', stored), await isPin('4712', stored), await isPin('', stored)], [true, false, false])
})

test('a PIN of a conference room that was stored in hexadecimal is still right', async () => {
  const salt = Buffer.alloc(16, 7)
  const stored = `${salt.toString('hex')}:${scryptSync('1111', salt, 32).toString('hex')}`
  assert.deepEqual([await isPin('1111', stored), await isPin('2222', stored)], [true, false])
})

test('what is no hash matches no PIN', async () => {
  assert.deepEqual([await isPin('', ''), await isPin('1111', '1111')], [false, false])
})
