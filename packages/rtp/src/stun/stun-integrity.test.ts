import assert from 'node:assert/strict'
import { Buffer } from 'node:buffer'
import { test } from 'node:test'
import { seededRandom } from '@klinke/foundation'
import { buildBindingResponse, buildCheck } from './build-stun.ts'
import { buildBindingError } from './build-stun-error.ts'
import { parseStun } from './parse-stun.ts'
import { hasFingerprint, hasIntegrity, sign } from './stun-integrity.ts'

// RFC 5769 §2.1: a connectivity check, with its password.
const PASSWORD = 'VOkJxbRl1RmTxUk/WvJxBt'
const REQUEST = Buffer.from(
  '000100582112a442b7e7a701bc34d686fa87dfae802200105354554e207465737420636c69656e74002400046e0001ff80290008932ff9b151263b36000600096576746a3a68367659202020000800149aeaa70cbfd8cb56781ef2b5b2d3f249c1b571a280280004e57a3bcf',
  'hex',
)
// §2.2: the response to it.
const RESPONSE = Buffer.from(
  '0101003c2112a442b7e7a701bc34d686fa87dfae8022000b7465737420766563746f7220002000080001a147e112a643000800142b91f599fd9e90c38c7489f92af9ba53f06be7d780280004c07d4c96',
  'hex',
)

test('the check of RFC 5769 is read, and its integrity and fingerprint hold', () => {
  const message = parseStun(REQUEST)
  assert.ok(message)
  assert.equal(message.username, 'evtj:h6vY')
  assert.equal(message.priority, 0x6e0001ff)
  assert.equal(message.role, 'controlled')
  assert.equal(message.useCandidate, false)
  assert.equal(hasIntegrity(REQUEST, message, PASSWORD), true)
  assert.equal(hasFingerprint(REQUEST, message), true)
})

test('the response of RFC 5769 holds too', () => {
  const message = parseStun(RESPONSE)
  assert.ok(message && hasIntegrity(RESPONSE, message, PASSWORD) && hasFingerprint(RESPONSE, message))
})

for (const [what, at] of [
  ['the header', 9],
  ['the user name', 70],
  ['the code itself', 90],
] as const) {
  test(`a check changed in ${what} has no integrity and no fingerprint`, () => {
    const changed = Buffer.from(REQUEST)
    changed[at] = (changed[at] ?? 0) ^ 1
    const message = parseStun(changed)
    assert.ok(message)
    assert.equal(hasIntegrity(changed, message, PASSWORD), false)
    assert.equal(hasFingerprint(changed, message), false)
  })
}

test('another password is noticed', () => {
  const message = parseStun(REQUEST)
  assert.ok(message)
  assert.equal(hasIntegrity(REQUEST, message, 'VOkJxbRl1RmTxUk/WvJxBu'), false)
})

test('a check that is built and signed can be read and holds', () => {
  const content = { username: 'here:there', priority: 1_862_270_975, role: 'controlling', useCandidate: true } as const
  const packet = sign(buildCheck(content, seededRandom(1)), PASSWORD)
  const message = parseStun(packet)
  assert.ok(message && hasIntegrity(packet, message, PASSWORD) && hasFingerprint(packet, message))
  const { username, priority, role, useCandidate, unknownRequired } = message
  assert.deepEqual({ username, priority, role, useCandidate }, content)
  assert.deepEqual(unknownRequired, [])
})

test('what stands behind the integrity is not believed', () => {
  const source = { addressFamily: 'IPv4', address: '192.0.2.1', port: 1 } as const
  const signed = sign(buildBindingResponse(new Uint8Array(12), source) ?? Buffer.alloc(0), PASSWORD)
  // USE-CANDIDATE, put in by somebody on the way.
  const forged = Buffer.concat([signed, Buffer.from('00250000', 'hex')])
  forged.writeUInt16BE(forged.length - 20, 2)
  const message = parseStun(forged)
  assert.ok(message)
  assert.equal(message.useCandidate, false)
  assert.equal(hasFingerprint(forged, message), false)
})

test('a refusal names its code and what was not understood', () => {
  const message = parseStun(buildBindingError(new Uint8Array(12), 420, [0x7fff]))
  assert.equal(message?.kind, 'binding-error')
  assert.equal(message?.errorCode, 420)
  assert.equal(parseStun(buildBindingError(new Uint8Array(12), 487))?.errorCode, 487)
})

test('a message without integrity or fingerprint has none', () => {
  const packet = buildCheck({ username: 'a:b', priority: 1, role: 'controlling', useCandidate: false }, seededRandom(2))
  const message = parseStun(packet)
  assert.ok(message)
  assert.equal(hasIntegrity(packet, message, PASSWORD) || hasFingerprint(packet, message), false)
})
