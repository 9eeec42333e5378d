/** Parties that move to a call whose media is another worker's: two customers, each with a worker of its own. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assertHearsTone } from '@klinke/testbed'
import { loopbackEngine } from './support/embedded-engine.ts'
import { EventLog } from './support/event-log.ts'
import { TONE_LEVEL_DBM0 } from './support/rtp-peer.ts'
import { LONG_TAG, PLAIN, SECURE, type Setup, TwoParties } from './support/two-parties.ts'

const FRAMES = 40
/** A link passes the first packets on before it is heard at the other end. */
const HEARD = 25

/** Alice and Bob talk at one worker; Carol's call, which adopts Bob, is at the other. Carol has Alice's telephone. */
async function movedTo(name: string, setup: Setup = {}) {
  const parties = await TwoParties.talking(() => loopbackEngine({ workers: 2 }), { ...setup, session: { group: 'first' } })
  const { engine, session, alice, bob } = parties
  const other = engine.open('another call', { group: 'second' })
  const events = new EventLog(other)
  const adopted = await other.adopt(parties.b, session, name)
  const carol = other.endpoint('carol', PLAIN)
  alice.crypto = undefined
  alice.follow(await other.answer(carol, alice.describe()))
  await other.connect(adopted, carol)
  await other.statistics(carol)
  return { parties, engine, session, other, events, adopted, carol, alice, bob }
}

for (const [what, setup] of [
  ['a party', {}],
  ['an encrypted party', { bobProfile: SECURE, bobCrypto: LONG_TAG }],
] as const) {
  test(`${what} adopted from another worker hears and is heard, also when its old call is over`, async () => {
    const { parties, session, alice, bob } = await movedTo('transferred', setup)
    await using _closing = parties
    await session.close()
    bob.burst(1100, FRAMES)
    await alice.hears(HEARD)
    assertHearsTone('Carol', alice.sound(), { frequencyHz: 1100, levelDbm0: TONE_LEVEL_DBM0 })
    alice.burst(440, FRAMES)
    await bob.hears(HEARD)
    assertHearsTone('Bob', bob.sound(), { frequencyHz: 440, levelDbm0: TONE_LEVEL_DBM0 })
  })
}

test('its keys are told once, in its new call; it hears what is played; its negotiation goes on', async () => {
  const { parties, other, events, adopted, bob } = await movedTo('parked')
  await using _closing = parties
  bob.press('5')
  assert.deepEqual(await events.first('dtmf'), { kind: 'dtmf', endpoint: 'parked', digit: '5', durationMs: 100, by: 'telephone-event' })
  await other.play(adopted, { kind: 'tone', frequencyHz: 1000, levelDbm0: TONE_LEVEL_DBM0 })
  await bob.hears(HEARD)
  assertHearsTone('Bob', bob.sound(), { frequencyHz: 1000, levelDbm0: TONE_LEVEL_DBM0 })
  assert.match(await other.answer(adopted, bob.describe({ direction: 'sendonly' })), /a=recvonly/)
  assert.equal(other.direction(adopted), 'sendonly')
  assert.equal(events.seen.filter(({ kind }) => kind === 'dtmf').length, 1)
})

test('it may go home again, or be mixed with others where it is', async () => {
  const { parties, engine, other, adopted, carol, alice, bob } = await movedTo('moved')
  await using _closing = parties
  const room = other.room({ clockRateHz: 8000, maxMembers: 3 })
  await room.join(adopted)
  await room.join(carol)
  bob.burst(1100, FRAMES)
  await alice.hears(HEARD)
  room.close()
  const third = engine.open('a third call', { group: 'first' })
  const home = await third.adopt(adopted, other, 'home')
  await assert.rejects(other.statistics(adopted), { code: 'endpoint-unusable' })
  await third.play(home, { kind: 'tone', frequencyHz: 700, levelDbm0: TONE_LEVEL_DBM0 })
  bob.forget()
  await bob.hears(HEARD)
  assertHearsTone('Bob', bob.sound(), { frequencyHz: 700, levelDbm0: TONE_LEVEL_DBM0 })
  assert.ok((await third.remove(home)).packetsSent > 0)
})

test('a call that is over before the party has come gives its ports back', async () => {
  await using parties = await TwoParties.talking(() => loopbackEngine({ workers: 2 }), { session: { group: 'first' } })
  const { engine, session, a, b } = parties
  const other = engine.open('another call', { group: 'second' })
  const coming = other.adopt(b, session, 'late')
  await other.close()
  await assert.rejects(coming, { code: 'endpoint-unusable' })
  assert.ok(await session.statistics(a))
})
