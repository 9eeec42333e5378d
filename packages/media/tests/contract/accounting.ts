import assert from 'node:assert/strict'
import { test } from 'node:test'
import { below, seededRandom } from '@klinke/foundation'
import { buildRtcp, compactNtp, parseRtcp } from '@klinke/rtp'
import { pause } from '../support/rtp-peer.ts'
import { LONG_TAG, type MakeEngine, SECURE, type Setup, TwoParties } from '../support/two-parties.ts'

const PACKET_OCTETS = 172
/** A silence that is watched for; engines may take a second more to notice. */
const INACTIVITY_SECONDS = 0.5
const HOLD_MS = 1700

const rtcpRows: readonly (readonly [what: string, setup: Setup])[] = [
  ['on the port above', {}],
  ['on the RTP port', { aliceRtcpMux: true }],
  ['under SRTCP', { aliceProfile: SECURE, aliceCrypto: LONG_TAG }],
]

/** Counters, reports and the watch for silence. */
export function accountingContract(name: string, makeEngine: MakeEngine): void {
  test(`${name}: packets, octets and seeded loss are counted for the party they come from`, async () => {
    await using parties = await TwoParties.talking(makeEngine)
    const { session, a, b, alice, bob } = parties
    const random = seededRandom(7)
    let lost = 0
    for (let frame = 0; frame < 200; frame++) {
      if (frame > 0 && frame < 199 && below(random, 20) === 0) {
        alice.lose(1)
        lost++
      } else alice.burst(440, 1)
      if (frame % 20 === 19) await bob.hears(frame + 1 - lost)
    }
    const ofA = await session.statistics(a)
    assert.ok(lost > 3)
    assert.equal(ofA.packetsReceived, 200 - lost)
    assert.equal(ofA.bytesReceived, (200 - lost) * PACKET_OCTETS)
    assert.equal(ofA.packetsLost, lost)
    const ofB = await session.remove(b)
    assert.equal(ofB.packetsSent, 200 - lost)
    assert.equal(ofB.packetsReceived, 0)
    assert.equal(ofB.mos, undefined)
  })

  test(`${name}: a clean stream scores as G.711 does, a broken one less`, async () => {
    await using parties = await TwoParties.talking(makeEngine)
    const { session, a, alice, bob } = parties
    await alice.talk(440, 50)
    await bob.hears(50)
    const clean = await session.statistics(a)
    assert.equal(clean.codec, 'PCMA')
    assert.ok(clean.jitterMs < 10, `jitter ${clean.jitterMs} ms`)
    assert.ok(clean.mos !== undefined && clean.mos > 4.2, `MOS ${clean.mos}`)
    alice.lose(20)
    alice.burst(440, 10)
    await bob.hears(60)
    const broken = await session.statistics(a)
    assert.ok(broken.mos !== undefined && broken.mos < 3.5, `MOS ${broken.mos}`)
  })

  for (const [what, setup] of rtcpRows) {
    test(`${name}: sender reports reach the party, and its answer tells the round trip, ${what}`, async () => {
      await using parties = await TwoParties.talking(makeEngine, setup)
      const { session, a, alice, bob } = parties
      alice.burst(440, 1)
      bob.burst(1100, 25)
      await alice.hears(25)
      await alice.hearsRtcp(1, 8000)
      const [report] = parseRtcp(Buffer.from(alice.rtcpReceived[0] ?? [])) ?? []
      assert.ok(report?.kind === 'sender-report')
      assert.equal(report.ssrc, bob.ssrc)
      assert.equal(report.packetCount, 25)
      const block = { ssrc: bob.ssrc, fractionLost: 0, cumulativeLost: 0, highestSequence: 25, jitter: 0 }
      const lastSenderReport = compactNtp(report.ntpSeconds, report.ntpFraction)
      const reports = [{ ...block, lastSenderReport, delaySinceLastSenderReport: 0 }]
      alice.sendRtcp(buildRtcp([{ kind: 'receiver-report', ssrc: alice.ssrc, reports }]))
      // The report is on its way over another socket than the packet behind it; frames carry the time until it is read.
      await alice.talk(440, 5)
      await bob.hears(6)
      const { roundTripMs } = await session.statistics(a)
      assert.ok(roundTripMs !== undefined && roundTripMs < 1000, `round trip ${roundTripMs} ms`)
    })
  }

  test(`${name}: silence of a party that should be sending is told once, and again after it spoke`, async () => {
    await using parties = await TwoParties.talking(makeEngine, { session: { inactivitySeconds: INACTIVITY_SECONDS } })
    const { alice, bob, events } = parties
    alice.burst(440, 1)
    await bob.hears(1)
    const event = await events.first('inactive')
    assert.ok(event.silentMs >= INACTIVITY_SECONDS * 1000)
  })

  test(`${name}: a party on hold may be silent; the watch begins anew when it is taken back`, async () => {
    await using parties = await TwoParties.talking(makeEngine, { session: { inactivitySeconds: INACTIVITY_SECONDS } })
    const { events } = parties
    await parties.aliceOffers({ direction: 'inactive' }, { direction: 'inactive' })
    await pause(HOLD_MS)
    assert.deepEqual(events.seen, [])
    await parties.aliceOffers()
    const { silentMs } = await events.first('inactive')
    assert.ok(silentMs >= INACTIVITY_SECONDS * 1000 && silentMs < HOLD_MS, `${silentMs} ms`)
  })

  test(`${name}: who talks to a peer that vanishes hears a signal instead of nothing, and the peer at once when it is back`, async () => {
    await using parties = await TwoParties.talking(makeEngine)
    const { session, a, b, alice, bob, events } = parties
    session.watchForStops(a, true)
    session.watchForStops(b, true)
    await alice.talk(440, 20)
    await bob.hears(20)
    const beganMs = performance.now()
    const stopped = await events.first('stopped')
    assert.equal(stopped.endpoint, 'a')
    await bob.hears(21)
    assert.ok(performance.now() - beganMs < 2000, `${performance.now() - beganMs} ms of nothing`)
    await bob.hears(24)
    const heard = bob.received.length
    alice.lose(100)
    alice.burst(440, 1)
    await events.first('returned')
    await bob.hears(heard + 1)
    await pause(300)
    assert.ok(bob.received.length <= heard + 3, 'the signal ends with the first packet')
    assert.deepEqual(
      events.seen.filter(({ kind }) => kind === 'stopped').map(({ endpoint }) => endpoint),
      ['a'],
    )
  })

  test(`${name}: events end with the session, and a removed endpoint is not known any more`, async () => {
    await using parties = await TwoParties.talking(makeEngine)
    const { session, a } = parties
    await session.remove(a)
    await assert.rejects(session.statistics(a), { code: 'endpoint-unusable' })
    await session.close()
    for await (const event of session.events) assert.fail(event.kind)
  })
}
