import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isFromThisMachine } from './https-only.ts'

test('only connections over loopback are from this machine', () => {
  const rows: readonly (readonly [localAddress: string, isOurs: boolean])[] = [
    ['127.0.0.1', true],
    ['127.0.0.53', true],
    ['::ffff:127.0.0.1', true],
    ['::1', true],
    ['192.0.2.1', false],
    ['::ffff:192.0.2.1', false],
    ['2001:db8::1', false],
    ['::127.0.0.1', false],
    ['', false],
  ]
  for (const [localAddress, isOurs] of rows) assert.equal(isFromThisMachine({ localAddress }), isOurs, localAddress)
  assert.equal(isFromThisMachine({}), false, 'gone before we looked')
})
