import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PacketSource, Peer } from '../../packet-io/packet-io.ts'
import { LOCK_AFTER_PACKETS, MOVED_AFTER_SILENCE_MS, REPLACED_AFTER_SILENCE_MS, SourceLatch, type SourceVerdict } from './source-latch.ts'

const SIGNALLED = peer('192.168.1.20:4000')
const NAT = '198.51.100.7:31000'

function peer(text: string): Peer {
  const [address = '', port] = text.split(':')
  return { family: 'IPv4', address, port: Number(port), octets: new Uint8Array(0), pointer: 0n }
}

function source(text: string): PacketSource {
  const from = peer(text)
  return { isPeer: (other) => other.address === from.address && other.port === from.port, toPeer: () => from }
}

/** Judges `count` packets from one source and gives the last verdict. */
function packets(latch: SourceLatch, from: string, count: number, ssrc = 1, nowMs = 0): SourceVerdict | undefined {
  let verdict: SourceVerdict | undefined
  for (let i = 0; i < count; i++) {
    verdict = latch.judge(source(from), ssrc, nowMs)
    if (verdict === 'same') latch.heard(ssrc, nowMs)
    if (verdict === 'new') latch.learn(source(from), ssrc, nowMs)
  }
  return verdict
}

function destination(latch: SourceLatch): string {
  return `${latch.destination?.address}:${latch.destination?.port}`
}

function locked(): SourceLatch {
  const latch = new SourceLatch()
  latch.signal(SIGNALLED)
  packets(latch, NAT, LOCK_AFTER_PACKETS)
  return latch
}

test('packets go to the described address until the first one has come', () => {
  const latch = new SourceLatch()
  assert.equal(latch.destination, undefined)
  latch.signal(SIGNALLED)
  assert.equal(destination(latch), '192.168.1.20:4000')
  assert.equal(packets(latch, NAT, 1), 'new')
  assert.equal(destination(latch), NAT)
  assert.equal(packets(latch, NAT, 1), 'same')
})

test('while learning, the described address wins over a source that came first', () => {
  const latch = new SourceLatch()
  latch.signal(SIGNALLED)
  packets(latch, '203.0.113.66:666', LOCK_AFTER_PACKETS - 1)
  assert.equal(packets(latch, '192.168.1.20:4000', 1), 'new')
  assert.equal(packets(latch, '203.0.113.66:666', 1), 'stranger')
})

test('once locked, even the described address is a stranger', () => {
  assert.equal(packets(locked(), '192.168.1.20:4000', 1), 'stranger')
})

const silenceRows: readonly (readonly [what: string, silentMs: number, ssrc: number, verdict: SourceVerdict])[] = [
  ['the same stream from elsewhere at once', MOVED_AFTER_SILENCE_MS - 1, 1, 'stranger'],
  ['the same stream from elsewhere after a gap', MOVED_AFTER_SILENCE_MS, 1, 'new'],
  ['another stream after a gap', REPLACED_AFTER_SILENCE_MS - 1, 2, 'stranger'],
  ['another stream after long silence', REPLACED_AFTER_SILENCE_MS, 2, 'new'],
]

for (const [what, silentMs, ssrc, verdict] of silenceRows) {
  test(`${what}: ${verdict}`, () => assert.equal(packets(locked(), '203.0.113.9:5000', 1, ssrc, silentMs), verdict))
}

test('the same description again keeps what was learned', () => {
  const latch = locked()
  latch.signal(peer('192.168.1.20:4000'))
  assert.equal(destination(latch), NAT)
  assert.equal(packets(latch, '203.0.113.9:5000', 1), 'stranger')
})

test('a description with another public address starts over there', () => {
  const latch = locked()
  latch.signal(peer('203.0.113.9:5000'))
  assert.equal(destination(latch), '203.0.113.9:5000')
  assert.equal(packets(latch, '203.0.113.9:5000', 1, 2), 'new')
})

test('a description with a private address keeps the public source until another one is heard', () => {
  const latch = locked()
  latch.signal(peer('192.168.1.30:4000'))
  assert.equal(destination(latch), NAT)
  assert.equal(packets(latch, NAT, 1), 'same')
  assert.equal(packets(latch, '198.51.100.7:31002', 1, 2), 'new')
  assert.equal(destination(latch), '198.51.100.7:31002')
})

test('a packet that is judged but not taken for good changes nothing', () => {
  const latch = new SourceLatch()
  latch.signal(SIGNALLED)
  assert.equal(latch.judge(source(NAT), 1, 0), 'new')
  assert.equal(destination(latch), '192.168.1.20:4000')
})
