import assert from 'node:assert/strict'
import { test } from 'node:test'
import { KlinkeError } from '@klinke/foundation'
import { TestExchange } from '../test-support/test-exchange.ts'

/** The caller hears the called party before it answers. */
async function hearing() {
  const exchange = new TestExchange()
  const caller = await exchange.call()
  const phone = exchange.phone()
  phone.ring(183, 'early')
  await exchange.settle()
  assert.deepEqual(caller.responses, ['183 early→caller'])
  return { exchange, caller, phone }
}

test('an offer of the called party before its answer goes to the caller, and its answer back', async () => {
  const { exchange, caller, phone } = await hearing()
  assert.deepEqual(await phone.sendUpdate('other'), { status: 200, sdp: 'answer to other→caller→called-1' })
  assert.deepEqual(caller.updates, ['other→caller'])
  phone.answer('other')
  await exchange.settle()
  assert.equal(caller.responses.at(-1), '200 other→caller')
  assert.equal(phone.session.offered.length, 0)
})

test('an offer of the caller before the answer goes to the party that it hears', async () => {
  const { exchange, caller, phone } = await hearing()
  assert.deepEqual(await caller.sendUpdate('mine'), { status: 200, sdp: 'answer to mine→called-1→caller' })
  assert.deepEqual(phone.updates, ['mine→called-1'])
  phone.answer()
  await exchange.settle()
  assert.equal(caller.final, 200)
  assert.equal(caller.session.offered.length, 0)
})

test('an offer that the other party refuses is refused with its word, and nothing has changed', async () => {
  const { exchange, caller, phone } = await hearing()
  caller.answersUpdates = () => ({ kind: 'rejected', status: 415 })
  assert.deepEqual(await phone.sendUpdate('other'), { status: 415 })
  assert.ok(exchange.media.sessions[0]?.log.some((line) => line.startsWith('reject')))
  phone.answer('early')
  await exchange.settle()
  assert.equal(caller.responses.at(-1), '200 early→caller')
})

test('of two offers that cross the second gets 491', async () => {
  const { phone, caller } = await hearing()
  const first = phone.sendUpdate('other')
  assert.deepEqual(await caller.sendUpdate('mine'), { status: 491 })
  assert.equal((await first).status, 200)
})

test('an offer that the media cannot follow is refused', async () => {
  const { exchange, phone } = await hearing()
  exchange.media.sessions[0]?.failures.set('offer', new KlinkeError('media-refused', 'no audio'))
  assert.deepEqual(await phone.sendUpdate('other'), { status: 488 })
})

test('a party that the caller does not hear cannot change anything', async () => {
  const exchange = new TestExchange()
  await exchange.call()
  exchange.phone().ring()
  await exchange.settle()
  assert.deepEqual(await exchange.phone().sendUpdate('other'), { status: 488 })
})

test('a caller that hears us before the answer is answered by us', async () => {
  const exchange = new TestExchange({
    flow: async (call) => {
      await call.earlyMedia()
      return new Promise(() => undefined)
    },
  })
  const caller = await exchange.call()
  assert.deepEqual(await caller.sendUpdate('mine'), { status: 200, sdp: 'answer to mine' })
})
