import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ssrcOf } from '@klinke/rtp'
import { pause, RtpPeer } from '../support/rtp-peer.ts'
import { type MakeEngine, TwoParties } from '../support/two-parties.ts'

const FRAMES = 12
/** Longer than any engine takes to believe that the old source is gone. */
const GAP_MS = 400

/** Who is listened to: NAT, moves, strangers, floods. */
export function sourcesContract(name: string, makeEngine: MakeEngine): void {
  test(`${name}: a party behind NAT, whose description names the wrong port, is heard and hears`, async () => {
    await using parties = await TwoParties.talking(makeEngine, { offer: { port: 9, address: '127.0.0.9' } })
    const { alice, bob, events } = parties
    alice.burst(440, FRAMES)
    await bob.hears(FRAMES)
    bob.burst(1100, FRAMES)
    await alice.hears(FRAMES)
    const changed = await events.first('source-changed')
    assert.deepEqual(changed, { kind: 'source-changed', endpoint: 'a', address: '127.0.0.1', port: alice.port })
  })

  test(`${name}: a party whose NAT gives it another port is followed`, async () => {
    await using parties = await TwoParties.talking(makeEngine)
    const { alice, bob, events } = parties
    alice.burst(440, FRAMES)
    await bob.hears(FRAMES)
    await pause(GAP_MS)
    const moved = await RtpPeer.open(alice.ssrc)
    moved.destination = alice.destination
    moved.burst(440, FRAMES)
    assert.equal((await events.first('source-changed')).port, moved.port)
    bob.burst(1100, FRAMES)
    await moved.hears(FRAMES)
    moved.close()
  })

  test(`${name}: a stranger who finds the port is neither heard nor given anything to hear, and floods in vain`, async () => {
    await using parties = await TwoParties.talking(makeEngine)
    const { alice, bob } = parties
    alice.burst(440, FRAMES)
    await bob.hears(FRAMES)
    const stranger = await RtpPeer.open(0xbad)
    stranger.destination = alice.destination
    const flood = setInterval(() => stranger.burst(600, 40), 5)
    await Promise.all([alice.talk(440, 25), bob.talk(1100, 25)])
    await Promise.all([bob.hears(FRAMES + 25), alice.hears(25)])
    clearInterval(flood)
    assert.ok(bob.received.every(({ bytes }) => ssrcOf(bytes) === alice.ssrc))
    assert.equal(stranger.received.length, 0)
    stranger.close()
  })

  test(`${name}: garbage on all ports disturbs nobody`, async () => {
    await using parties = await TwoParties.talking(makeEngine)
    const { alice, bob } = parties
    alice.burst(440, 1)
    await bob.hears(1)
    const garbage: readonly Uint8Array[] = [
      new Uint8Array(0),
      Uint8Array.of(0x80),
      new Uint8Array(11).fill(0x80),
      new Uint8Array(1500).fill(0xff),
      Uint8Array.of(0x9f, 8, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1),
      Uint8Array.of(0xbf, 8, ...new Uint8Array(40)),
      Uint8Array.of(0x80, 200, 0xff, 0xff, 0, 0, 0, 1),
      Uint8Array.of(0, 1, 0, 0, 0x21, 0x12, 0xa4, 0x42),
    ]
    for (const packet of garbage) {
      alice.sendRaw(packet)
      alice.sendRtcp(packet)
    }
    alice.burst(440, FRAMES)
    await bob.hears(1 + FRAMES)
    assert.equal(bob.received.length, 1 + FRAMES)
  })
}
