import assert from 'node:assert/strict'
import { test } from 'node:test'
import { networkPrefix } from './network-prefix.ts'

test('an IPv4 address stands for itself, an IPv6 address for its /64', () => {
  const rows = [
    ['192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8:1:2::6', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ]
  for (const [address = '', prefix] of rows) assert.equal(networkPrefix(address), prefix, address)
})
