import assert from 'node:assert/strict'
import { test } from 'node:test'
import { KlinkeError } from '@klinke/foundation'
import { PaperMedia } from '@klinke/testbed'
import type { Talk } from '../bridge/talk.ts'
import type { CallPlan } from '../dial-plan.ts'
import { plan, ringAndTalk, TestExchange, target } from '../test-support/test-exchange.ts'

const LOST = new KlinkeError('media-lost', 'the worker has ended')
const REFUSED = new KlinkeError('media-refused', 'no common codec')

/** An exchange that every call is an emergency call for; descriptions that passed the relay are marked `→endpoint`. */
function emergencyExchange(): { exchange: TestExchange; directMedia: PaperMedia } {
  const directMedia = new PaperMedia()
  const asWritten = (_from: unknown, _to: unknown, sdp: string): Promise<string> => Promise.resolve(sdp)
  const open = directMedia.open.bind(directMedia)
  directMedia.open = (id) => Object.assign(open(id), { relayOffer: asWritten, relayAnswer: asWritten })
  const dialPlan = (): CallPlan => ({ ...plan(ringAndTalk(target('11'))), emergency: true })
  return { exchange: new TestExchange({ dialPlan, parts: { directMedia } }), directMedia }
}

for (const emergency of [false, true]) {
  test(`who goes along with conversations ${emergency ? 'is not told of an emergency call (EMG-01)' : 'is told when two talk'}`, async () => {
    const talks: Talk[] = []
    const parts = { talks: { began: (_call: unknown, talk: Talk) => void talks.push(talk), gathered: () => undefined } }
    const exchange = new TestExchange({ dialPlan: () => ({ ...plan(ringAndTalk(target('11'))), emergency }), parts })
    await exchange.call()
    exchange.phone().answer('answer')
    await exchange.settle()
    assert.equal(talks.length, emergency ? 0 : 1)
  })
}

test('an emergency call is relayed as long as the media engine lives', async () => {
  const { exchange } = emergencyExchange()
  const caller = await exchange.call()
  assert.equal(exchange.phone().invite.offer, 'offer→called-1')
  exchange.phone().answer('answer')
  await exchange.settle()
  assert.deepEqual(caller.responses, ['200 answer→caller'])
  assert.deepEqual(exchange.phone().session.offered, [])
})

for (const error of [LOST, REFUSED]) {
  test(`an engine that fails with ${error.code} at the caller's offer: the parties get each other's own descriptions (EMG-01)`, async () => {
    const { exchange } = emergencyExchange()
    const open = exchange.media.open.bind(exchange.media)
    exchange.media.open = (id) => {
      const session = open(id)
      session.failures.set('offer', error)
      return session
    }
    const caller = await exchange.call()
    assert.equal(exchange.phone().invite.offer, 'offer')
    exchange.phone().answer('answer')
    await exchange.settle()
    assert.deepEqual(caller.responses, ['200 answer'])
    assert.deepEqual(exchange.phone().session.offered, [])
  })
}

test("an engine that dies while it rings: after the answer both are led to each other's own descriptions (EMG-01)", async () => {
  const { exchange } = emergencyExchange()
  const caller = await exchange.call()
  exchange.media.sessions[0]?.events.send({ kind: 'lost', endpoint: 'caller' })
  await exchange.settle()
  exchange.phone().answer('answer')
  await exchange.settle()
  assert.equal(caller.final, 200)
  assert.deepEqual(exchange.phone().session.offered, ['offer'])
  assert.deepEqual(caller.session.offered, ['answer to offer'])
  assert.equal(caller.session.over, false)
})

test('an engine that fails at the answer ends no emergency call (EMG-01)', async () => {
  const { exchange } = emergencyExchange()
  const caller = await exchange.call()
  exchange.media.sessions[0]?.failures.set('answer', LOST)
  exchange.phone().answer('answer')
  await exchange.settle()
  assert.deepEqual(caller.responses, ['200 answer'])
  assert.deepEqual(exchange.phone().session.offered, ['offer'])
})

test('an engine that dies during an emergency call: both are led to each other, once (EMG-01)', async () => {
  const { exchange } = emergencyExchange()
  const caller = await exchange.call()
  exchange.phone().answer('answer')
  await exchange.settle()
  for (const endpoint of ['caller', 'called-1']) exchange.media.sessions[0]?.events.send({ kind: 'lost', endpoint })
  await exchange.settle()
  assert.deepEqual(exchange.phone().session.offered, ['offer'])
  assert.deepEqual(caller.session.offered, ['answer to offer'])
  caller.session.hangUp()
  await exchange.settle()
  assert.deepEqual(exchange.records.causes, ['hung-up-by-caller'])
  assert.deepEqual(exchange.records.steps(), ['media-lost', 'media-direct', 'media-lost'])
})

test('a control centre that refuses the change keeps the caller on the line (EMG-01)', async () => {
  const { exchange } = emergencyExchange()
  const caller = await exchange.call()
  exchange.phone().answer('answer')
  await exchange.settle()
  exchange.phone().session.answersOffers = () => ({ kind: 'rejected', status: 488 })
  exchange.media.sessions[0]?.events.send({ kind: 'lost', endpoint: 'caller' })
  await exchange.settle()
  assert.equal(caller.session.over, false)
  assert.equal(exchange.phone().session.over, false)
})

test('a change of an emergency call that cannot be had is refused, and the call stays relayed', async () => {
  const { exchange } = emergencyExchange()
  const caller = await exchange.call()
  exchange.phone().answer('answer')
  await exchange.settle()
  exchange.media.sessions[0]?.failures.set('offer', REFUSED)
  assert.equal((await caller.session.sendOffer('video only')).status, 488)
  assert.equal((await caller.session.sendOffer('hold')).sdp, 'answer to hold→called-1→caller')
})

test('a call that is no emergency ends when its media is lost', async () => {
  const exchange = new TestExchange({ parts: { directMedia: new PaperMedia() } })
  const caller = await exchange.call()
  exchange.phone().answer('answer')
  await exchange.settle()
  exchange.media.sessions[0]?.events.send({ kind: 'lost', endpoint: 'caller' })
  await exchange.settle()
  assert.equal(caller.session.over, true)
})

test('who calls for help with a browser that does not prove who it is stays in the call, without sound (EMG-01)', async () => {
  const { exchange } = emergencyExchange()
  const caller = await exchange.call()
  exchange.phone().answer('answer')
  await exchange.settle()
  exchange.media.sessions[0]?.events.send({ kind: 'unprotected', endpoint: 'caller', why: 'handshake-timeout' })
  await exchange.settle()
  assert.equal(caller.session.over, false)
})
