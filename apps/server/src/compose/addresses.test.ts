import assert from 'node:assert/strict'
import { test } from 'node:test'
import { reachableHost } from './addresses.ts'

const rows: readonly (readonly [publicAddress: string | undefined, bindAddresses: readonly string[], host: string])[] = [
  ['203.0.113.5', ['0.0.0.0'], '203.0.113.5'],
  [undefined, ['0.0.0.0', '::'], '127.0.0.1'],
  [undefined, ['::'], '::1'],
  [undefined, ['192.0.2.7'], '192.0.2.7'],
]

for (const [publicAddress, bindAddresses, host] of rows) {
  test(`bound to ${bindAddresses.join(' and ')}${publicAddress ? `, known as ${publicAddress}` : ''}: reached at ${host}`, () => {
    assert.equal(reachableHost({ publicAddress, bindAddresses }), host)
  })
}
