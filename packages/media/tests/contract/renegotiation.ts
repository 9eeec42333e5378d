import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assertHearsTone } from '@klinke/testbed'
import { RtpPeer, TONE_LEVEL_DBM0 } from '../support/rtp-peer.ts'
import { type MakeEngine, PLAIN, TwoParties } from '../support/two-parties.ts'

const FRAMES = 12

/** Hold, change of codec, refusal, another party: what changes during a call. */
export function renegotiationContract(name: string, makeEngine: MakeEngine): void {
  test(`${name}: a party on hold hears the other's music but is not heard, until it is taken back`, async () => {
    await using parties = await TwoParties.talking(makeEngine)
    const { alice, bob } = parties
    await parties.aliceOffers({ direction: 'sendonly' }, { direction: 'recvonly' })
    bob.burst(1100, 5)
    alice.burst(440, FRAMES)
    await bob.hears(FRAMES)
    await parties.aliceOffers()
    bob.burst(1400, FRAMES)
    await alice.hears(FRAMES)
    assert.equal(alice.received.length, FRAMES)
    assertHearsTone('Alice', alice.sound(), { frequencyHz: 1400, levelDbm0: TONE_LEVEL_DBM0 })
  })

  test(`${name}: the parties change to another codec`, async () => {
    await using parties = await TwoParties.talking(makeEngine)
    const formats = [[0, 'PCMU/8000']] as const
    await parties.aliceOffers({ formats }, { formats })
    parties.alice.burst(440, FRAMES, 0)
    await parties.bob.hears(FRAMES)
    assertHearsTone('Bob', parties.bob.sound(0), { frequencyHz: 440, levelDbm0: TONE_LEVEL_DBM0 })
    assert.equal((await parties.session.statistics(parties.a)).codec, 'PCMU')
  })

  test(`${name}: a refused offer leaves everything as it was`, async () => {
    await using parties = await TwoParties.talking(makeEngine)
    const { session, a, b, alice, bob } = parties
    await session.relayOffer(b, a, bob.describe({ direction: 'inactive' }))
    await session.rejectOffer(b, a)
    alice.burst(440, FRAMES)
    bob.burst(440, FRAMES)
    await Promise.all([alice.hears(FRAMES), bob.hears(FRAMES)])
  })

  test(`${name}: media follows a party that moves to another address by an offer`, async () => {
    await using parties = await TwoParties.talking(makeEngine)
    const { session, a, b, alice, bob } = parties
    alice.burst(440, FRAMES)
    await bob.hears(FRAMES)
    const mobile = await RtpPeer.open(77)
    await session.relayOffer(a, b, mobile.describe())
    mobile.follow(await session.relayAnswer(b, a, bob.describe()))
    await session.statistics(a)
    bob.burst(1100, FRAMES)
    await mobile.hears(FRAMES)
    assert.equal(alice.received.length, 0)
    mobile.close()
  })

  test(`${name}: another fork's answer takes the caller over from the first one`, async () => {
    await using parties = await TwoParties.apart(makeEngine)
    const { session, a, b, alice, bob } = parties
    const carol = await RtpPeer.open(3)
    const c = session.endpoint('c', PLAIN)
    const offer = alice.describe()
    bob.follow(await session.relayOffer(a, b, offer))
    carol.follow(await session.relayOffer(a, c, offer))
    await session.relayAnswer(b, a, bob.describe())
    alice.follow(await session.relayAnswer(c, a, carol.describe()))
    await session.statistics(a)
    alice.burst(440, FRAMES)
    bob.burst(600, FRAMES)
    carol.burst(1100, FRAMES)
    await Promise.all([carol.hears(FRAMES), alice.hears(FRAMES)])
    assertHearsTone('Alice', alice.sound(), { frequencyHz: 1100, levelDbm0: TONE_LEVEL_DBM0 })
    assert.equal(bob.received.length, 0)
    carol.close()
  })

  test(`${name}: a description that cannot be read is refused`, async () => {
    await using parties = await TwoParties.apart(makeEngine)
    const { session, a, b } = parties
    await assert.rejects(session.relayOffer(a, b, 'not a description'), { code: 'media-refused', reason: 'bad-sdp' })
  })
}
