import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seededRandom } from '@klinke/foundation'
import { computeHa1, generateSipAccount } from './sip-account.ts'

test('HA1 is that of the example of RFC 7616 §3.9.1, for MD5 and SHA-256', () => {
  const ha1 = computeHa1({ username: 'Mufasa', password: 'Circle of Life' }, 'http-auth@example.org')
  assert.equal(ha1.md5, '3d78807defe7de2157e2b0b6573a855f')
  assert.equal(ha1.sha256, '7987c64c30e25f1b74be53f966b49b90f2808aa92faf9a00262392d7b4794232')
})

test('an account shows its extension, and two are never alike', () => {
  const random = seededRandom(1)
  const [first, second] = [generateSipAccount('10', random), generateSipAccount('10', random)]
  assert.match(first.username, /^10-[a-z2-9]{5}$/)
  assert.match(first.password, /^[a-zA-Z2-9]{20}$/)
  assert.notDeepEqual(first, second)
})
