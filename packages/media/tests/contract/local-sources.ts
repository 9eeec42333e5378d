import assert from 'node:assert/strict'
import { test } from 'node:test'
import { payloadTypeOf, sequenceNumberOf, ssrcOf, timestampOf } from '@klinke/rtp'
import { assertHearsTone } from '@klinke/testbed'
import { TONE_LEVEL_DBM0 } from '../support/rtp-peer.ts'
import { type MakeEngine, TwoParties } from '../support/two-parties.ts'

const FRAMES = 12

/** What a party hears when it is connected to no other one. */
export function localSourcesContract(name: string, makeEngine: MakeEngine): void {
  for (const [codec, payloadType] of [
    ['PCMA', 8],
    ['PCMU', 0],
  ] as const) {
    test(`${name}: a tone is played in ${codec}, in frames that follow each other`, async () => {
      await using parties = await TwoParties.apart(makeEngine)
      const { session, a, alice } = parties
      await session.answer(a, alice.describe({ formats: [[payloadType, `${codec}/8000`]] }))
      await session.play(a, { kind: 'tone', frequencyHz: 425, levelDbm0: -10 })
      await alice.hears(25)
      assertHearsTone('Alice', alice.sound(payloadType), { frequencyHz: 425, levelDbm0: -10 })
      alice.received.reduce(
        (before, { bytes }) => {
          assert.equal(sequenceNumberOf(bytes), (before + 1) & 0xffff)
          return sequenceNumberOf(bytes)
        },
        sequenceNumberOf(alice.received[0]?.bytes ?? new Uint8Array(12)) - 1,
      )
      const [first, second] = alice.received
      assert.ok(first && second)
      assert.equal((timestampOf(second.bytes) - timestampOf(first.bytes)) >>> 0, 160)
    })
  }

  test(`${name}: an echo returns what the party says`, async () => {
    await using parties = await TwoParties.apart(makeEngine)
    const { session, a, alice } = parties
    alice.follow(await session.answer(a, alice.describe()))
    await session.play(a, { kind: 'echo' })
    await session.statistics(a)
    alice.burst(700, FRAMES)
    await alice.hears(FRAMES)
    assertHearsTone('Alice', alice.sound(), { frequencyHz: 700, levelDbm0: TONE_LEVEL_DBM0 })
  })

  test(`${name}: a party that only listens is not heard, whatever it sends`, async () => {
    await using parties = await TwoParties.apart(makeEngine)
    const { session, a, alice } = parties
    alice.follow(await session.answer(a, alice.describe({ direction: 'recvonly' })))
    await session.play(a, { kind: 'echo' })
    await session.statistics(a)
    alice.burst(700, FRAMES)
    await session.play(a, { kind: 'tone', frequencyHz: 425, levelDbm0: -10 })
    await alice.hears(FRAMES)
    assert.ok(alice.received.every(({ bytes }) => ssrcOf(bytes) !== alice.ssrc))
    assert.equal((await session.statistics(a)).packetsReceived, 0)
  })

  test(`${name}: a call of our own is offered, accepted and hears a tone; silence ends it`, async () => {
    await using parties = await TwoParties.apart(makeEngine)
    const { session, a, alice } = parties
    alice.follow(await session.offer(a))
    await session.accept(a, alice.describe())
    await session.play(a, { kind: 'tone', frequencyHz: 425, levelDbm0: -20 })
    await alice.hears(FRAMES)
    assert.ok(alice.received.every(({ bytes }) => payloadTypeOf(bytes) === 8))
    await session.play(a, { kind: 'silence' })
    const { packetsSent } = await session.statistics(a)
    await alice.hears(packetsSent)
    assert.equal((await session.statistics(a)).packetsSent, packetsSent)
  })

  test(`${name}: connecting two parties ends what was played to them`, async () => {
    await using parties = await TwoParties.talking(makeEngine)
    const { session, a, b, alice, bob } = parties
    await session.play(a, { kind: 'tone', frequencyHz: 425, levelDbm0: -10 })
    await alice.hears(3)
    await session.connect(a, b)
    const { packetsSent } = await session.statistics(a)
    await alice.hears(packetsSent)
    alice.forget()
    bob.burst(1100, FRAMES)
    await alice.hears(FRAMES)
    assertHearsTone('Alice', alice.sound(), { frequencyHz: 1100, levelDbm0: TONE_LEVEL_DBM0 })
  })
}
