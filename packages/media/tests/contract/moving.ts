import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assertHearsTone } from '@klinke/testbed'
import { EventLog } from '../support/event-log.ts'
import { TONE_LEVEL_DBM0 } from '../support/rtp-peer.ts'
import { type MakeEngine, PLAIN, TwoParties } from '../support/two-parties.ts'

const FRAMES = 12
const GROUP = { session: { group: 'a tenant' } }

/** Endpoints that move from session to session without their peers being asked: transfer, pickup, park. */
export function movingContract(name: string, makeEngine: MakeEngine): void {
  test(`${name}: a party adopted by another call hears silence, then whom it is connected to; its old call goes on without it`, async () => {
    await using parties = await TwoParties.talking(makeEngine, GROUP)
    const { engine, session, a, alice, bob } = parties
    const other = engine.open('another call', { group: 'a tenant' })
    const events = new EventLog(other)
    const adopted = await other.adopt(parties.b, session, 'transferred')
    await other.statistics(adopted)
    alice.burst(440, FRAMES)
    await session.statistics(a)
    const carol = other.endpoint('carol', PLAIN)
    alice.follow(await other.answer(carol, alice.describe()))
    await other.connect(adopted, carol)
    await other.statistics(adopted)
    bob.burst(1100, FRAMES)
    await alice.hears(FRAMES)
    assertHearsTone('Alice', alice.sound(), { frequencyHz: 1100, levelDbm0: TONE_LEVEL_DBM0 })
    assert.equal(bob.received.length, 0)
    await assert.rejects(session.statistics(parties.b), { code: 'endpoint-unusable' })
    assert.deepEqual(
      [adopted.id, events.seen.every(({ endpoint }) => endpoint === 'transferred' || endpoint === 'carol')],
      ['transferred', true],
    )
    await session.close()
    bob.burst(1100, FRAMES)
    await alice.hears(2 * FRAMES)
  })

  test(`${name}: key presses of an adopted party are told in its new call, and its negotiation goes on`, async () => {
    await using parties = await TwoParties.talking(makeEngine, GROUP)
    const { engine, session, bob } = parties
    const other = engine.open('another call', { group: 'a tenant' })
    const events = new EventLog(other)
    const adopted = await other.adopt(parties.b, session, 'parked')
    const answer = await other.answer(adopted, bob.describe({ direction: 'sendonly' }))
    assert.match(answer, /a=recvonly/)
    assert.equal(other.direction(adopted), 'sendonly')
    bob.press('5')
    assert.deepEqual(await events.first('dtmf'), { kind: 'dtmf', endpoint: 'parked', digit: '5', durationMs: 100, by: 'telephone-event' })
  })

  test(`${name}: a party cannot be adopted twice, nor under a name that is taken`, async () => {
    await using parties = await TwoParties.talking(makeEngine, GROUP)
    const { engine, session, a, b } = parties
    const other = engine.open('another call', { group: 'a tenant' })
    await other.adopt(b, session, 'first')
    await assert.rejects(other.adopt(b, session, 'second'), { code: 'endpoint-unusable' })
    await assert.rejects(other.adopt(a, session, 'first'), { code: 'endpoint-unusable' })
    assert.ok(await session.statistics(a))
  })

  test(`${name}: the direction tells who holds whom`, async () => {
    await using parties = await TwoParties.apart(makeEngine)
    const { session, a, b } = parties
    assert.deepEqual([session.direction(a), session.direction(b)], ['inactive', 'inactive'])
    await parties.aliceOffers()
    assert.deepEqual([session.direction(a), session.direction(b)], ['sendrecv', 'sendrecv'])
    await parties.aliceOffers({ direction: 'sendonly' }, { direction: 'recvonly' })
    assert.deepEqual([session.direction(a), session.direction(b)], ['sendonly', 'recvonly'])
  })
}
