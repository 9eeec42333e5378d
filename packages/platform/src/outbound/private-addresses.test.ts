import assert from 'node:assert/strict'
import { test } from 'node:test'
import { privateAddresses } from './private-addresses.ts'

const PRIVATE = [
  ...['0.0.0.0', '10.1.2.3', '100.64.0.1', '127.0.0.1', '169.254.169.254', '172.31.255.255', '192.168.1.1', '224.0.0.1', '255.255.255.255'],
  ...['::', '::1', '::127.0.0.1', '::ffff:10.0.0.1', '::ffff:7f00:1', '::ffff:0:127.0.0.1', '64:ff9b::7f00:1', '64:ff9b:1::a00:1'],
  ...['2001::1', '2002:7f00:1::', 'fd00::1', 'fe80::1', 'fe80::1%lo', 'fec0::1', 'ff02::1'],
]
const PUBLIC = [
  '1.1.1.1',
  '9.255.255.255',
  '100.63.255.255',
  '100.128.0.1',
  '172.32.0.1',
  '193.0.0.1',
  '::ffff:1.1.1.1',
  '2606:4700::1111',
  '2a01:4f8::1',
]

for (const address of PRIVATE) test(`${address} is in a private network`, () => assert.equal(privateAddresses()(address), true))
for (const address of PUBLIC) test(`${address} is a public address`, () => assert.equal(privateAddresses()(address), false))
