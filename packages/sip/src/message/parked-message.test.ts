import assert from 'node:assert/strict'
import { test } from 'node:test'
import { park, unpark } from './parked-message.ts'

test('a parked message comes back with every byte as it was', () => {
  const bytes = Uint8Array.from({ length: 512 }, (_, i) => i % 256)
  assert.deepEqual(new Uint8Array(unpark(park(bytes.subarray(3)))), bytes.subarray(3))
})
