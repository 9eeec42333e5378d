import assert from 'node:assert/strict'
import { test } from 'node:test'
import { keyPressPackets, ssrcOf } from '@klinke/rtp'
import { assertHearsTone } from '@klinke/testbed'
import { TONE_LEVEL_DBM0 } from '../support/rtp-peer.ts'
import { LONG_TAG, type MakeEngine, SECURE, type Setup, SHORT_TAG, TwoParties } from '../support/two-parties.ts'

const FRAMES = 12
const OVER_IPV6 = { srtp: 'none', addressFamily: 'IPv6' } as const

const rows: readonly (readonly [what: string, setup: Setup])[] = [
  ['over IPv4', {}],
  ['over IPv6', { aliceProfile: OVER_IPV6, bobProfile: OVER_IPV6 }],
  ['from IPv4 to IPv6', { bobProfile: OVER_IPV6 }],
  ['from SRTP to RTP', { aliceProfile: SECURE, aliceCrypto: LONG_TAG }],
  ['from RTP to SRTP', { bobProfile: SECURE, bobCrypto: LONG_TAG }],
]

/** Sound passes between two parties, whatever they speak. */
export function relayContract(name: string, makeEngine: MakeEngine): void {
  for (const [what, setup] of rows) {
    test(`${name}: a tone of each party is heard by the other, ${what}`, async () => {
      await using parties = await TwoParties.talking(makeEngine, setup)
      const { alice, bob } = parties
      await Promise.all([alice.talk(440, FRAMES), bob.talk(1100, FRAMES)])
      await Promise.all([alice.hears(FRAMES), bob.hears(FRAMES)])
      assertHearsTone('Bob', bob.sound(), { frequencyHz: 440, levelDbm0: TONE_LEVEL_DBM0 })
      assertHearsTone('Alice', alice.sound(), { frequencyHz: 1100, levelDbm0: TONE_LEVEL_DBM0 })
    })
  }

  test(`${name}: SRTP with a short tag is spoken too`, async () => {
    await using parties = await TwoParties.talking(makeEngine, { aliceProfile: SECURE, aliceCrypto: SHORT_TAG })
    parties.alice.burst(440, FRAMES)
    parties.bob.burst(1100, FRAMES)
    await Promise.all([parties.alice.hears(FRAMES), parties.bob.hears(FRAMES)])
  })

  test(`${name}: a packet without protection is not passed on from a party that agreed on SRTP`, async () => {
    await using parties = await TwoParties.talking(makeEngine, { aliceProfile: SECURE, aliceCrypto: LONG_TAG })
    const { alice, bob } = parties
    for (let i = 0; i < 5; i++) bob.sendRaw(bob.packet(8, new Uint8Array(160)), alice.destination)
    alice.burst(440, 3)
    await bob.hears(3)
    assert.ok(bob.received.every(({ bytes }) => ssrcOf(bytes) === alice.ssrc))
  })

  test(`${name}: a codec nobody here knows passes untouched`, async () => {
    const formats = [[97, 'wonder/48000']] as const
    await using parties = await TwoParties.talking(makeEngine, { offer: { formats }, answer: { formats } })
    const payload = Uint8Array.from({ length: 61 }, (_, index) => (index * 37) & 0xff)
    const sent = parties.alice.packet(97, payload)
    parties.alice.sendRaw(sent)
    await parties.bob.hears(1)
    assert.deepEqual(Buffer.from(parties.bob.received[0]?.bytes ?? []), Buffer.from(sent))
  })

  test(`${name}: a key press passes to the other party and is told, once`, async () => {
    await using parties = await TwoParties.talking(makeEngine)
    const { alice, bob, events } = parties
    for (const { payload, marker } of keyPressPackets('5', 100)) alice.sendRaw(alice.packet(101, payload, marker))
    const event = await events.first('dtmf')
    assert.deepEqual(event, { kind: 'dtmf', endpoint: 'a', digit: '5', durationMs: 100, by: 'telephone-event' })
    await bob.hears(keyPressPackets('5', 100).length)
    assert.equal(events.seen.length, 1)
  })

  test(`${name}: between parties negotiated apart, A-law becomes µ-law and back`, async () => {
    await using parties = await TwoParties.apart(makeEngine)
    const { session, a, b, alice, bob } = parties
    alice.follow(await session.answer(a, alice.describe({ formats: [[8, 'PCMA/8000']] })))
    bob.follow(await session.answer(b, bob.describe({ formats: [[0, 'PCMU/8000']] })))
    await session.connect(a, b)
    await session.statistics(a)
    alice.burst(440, FRAMES)
    bob.burst(1100, FRAMES, 0)
    await Promise.all([alice.hears(FRAMES), bob.hears(FRAMES)])
    assertHearsTone('Bob', bob.sound(0), { frequencyHz: 440, levelDbm0: TONE_LEVEL_DBM0 })
    assertHearsTone('Alice', alice.sound(8), { frequencyHz: 1100, levelDbm0: TONE_LEVEL_DBM0 })
  })
}
