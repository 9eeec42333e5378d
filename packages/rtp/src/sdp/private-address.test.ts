import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isPrivateAddress } from './private-address.ts'

const rows: readonly (readonly [address: string, isPrivate: boolean])[] = [
  ['10.1.2.3', true],
  ['172.15.0.1', false],
  ['172.16.0.1', true],
  ['172.31.255.1', true],
  ['172.32.0.1', false],
  ['192.168.178.20', true],
  ['100.63.0.1', false],
  ['100.64.0.1', true],
  ['100.127.0.1', true],
  ['100.128.0.1', false],
  ['169.254.1.1', true],
  ['217.0.18.10', false],
  ['fd12:3456::1', true],
  ['fe80::1', true],
  ['2003:de::1', false],
  ['::1', false],
]

for (const [address, isPrivate] of rows) {
  test(`${address} is ${isPrivate ? 'private' : 'public'}`, () => assert.equal(isPrivateAddress(address), isPrivate))
}
