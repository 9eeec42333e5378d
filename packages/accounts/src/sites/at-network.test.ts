import assert from 'node:assert/strict'
import { test } from 'node:test'
import { whereabouts } from './at-network.ts'

const networks = ['203.0.113.0/24', '198.51.100.7', '2001:db8:1::/48']
for (const [address, where] of [
  ['203.0.113.200', 'here'],
  ['::ffff:203.0.113.1', 'here'],
  ['198.51.100.7', 'here'],
  ['2001:db8:1:2::9', 'here'],
  ['198.51.100.8', 'elsewhere'],
  ['2001:db8:2::1', 'elsewhere'],
  ['127.0.0.1', 'elsewhere'],
] as const) {
  test(`EMG-04: who comes from ${address} is ${where}`, () => assert.equal(whereabouts({ networks }, address), where))
}

test('EMG-04: of a site without networks nobody knows who is there', () => {
  assert.equal(whereabouts({}, '203.0.113.1'), 'unknown')
  assert.equal(whereabouts({ networks: [] }, '203.0.113.1'), 'unknown')
  assert.equal(whereabouts(undefined, '203.0.113.1'), 'unknown')
})
