import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assertAllOver } from '../../src/test-support/simulation/invariants.ts'
import { SimulatedExchange, type SimulatedExchangeOptions } from './simulated-exchange.ts'

const HOUR_MS = 3_600_000

async function talking(options: SimulatedExchangeOptions = { seed: 1 }) {
  const exchange = new SimulatedExchange(options)
  const anna = exchange.phone('10', { kind: 'ring' })
  const bea = exchange.phone('11', { kind: 'answer', afterMs: 1000 })
  await exchange.clock.settled(Promise.all([anna.register(7200), bea.register(7200)]))
  const call = anna.call('11')
  await exchange.clock.until(() => call.state.kind === 'talking')
  return { exchange, anna, bea, call }
}

test('a call of two hours lives through its session timers and has one record', async () => {
  const { exchange, bea, call } = await talking()
  await exchange.clock.advance(2 * HOUR_MS)
  assert.equal(call.state.kind, 'talking')
  bea.calls[0]?.hangUp()
  await assertAllOver(exchange)
  assert.deepEqual(exchange.records.causes, ['hung-up-by-called'])
  const [record] = exchange.records.calls
  assert.ok((record?.ended?.endedAtMs ?? 0) - (record?.answered?.answeredAtMs ?? 0) >= 2 * HOUR_MS)
})

test('hold and resume are answered by the exchange; the other phone is not asked and hears music meanwhile', async () => {
  const { exchange, bea, call } = await talking()
  const [media] = exchange.media.sessions
  const before = bea.calls[0]?.remoteSdp
  assert.equal((await exchange.clock.settled(call.hold())).kind, 'answered')
  assert.match(call.remoteSdp ?? '', /a=recvonly/)
  assert.deepEqual(media?.log.slice(-2), ['play caller silence', 'play called-1 signal'])
  assert.equal((await exchange.clock.settled(call.resume())).kind, 'answered')
  assert.match(call.remoteSdp ?? '', /a=sendrecv/)
  assert.equal(media?.log.at(-1), 'connect caller called-1')
  assert.equal(bea.calls[0]?.remoteSdp, before)
  call.hangUp()
  await assertAllOver(exchange)
})

test('both phones changing the call at once settle with what one of them wanted', async () => {
  const { exchange, bea, call } = await talking({ seed: 3 })
  const other = bea.calls[0]
  assert.ok(other)
  const outcomes = await exchange.clock.settled(Promise.all([call.hold(), other.hold()]))
  assert.deepEqual(
    outcomes.map(({ kind }) => kind),
    ['answered', 'answered'],
  )
  call.hangUp()
  await assertAllOver(exchange)
})

test('a phone that loses its network ends the call for the other within the session interval', async () => {
  const { exchange, bea, call } = await talking({ seed: 1, profile: { sessionExpiresSeconds: 300 } })
  exchange.unplug(bea)
  await exchange.clock.until(() => call.state.kind === 'ended', HOUR_MS)
  assert.ok(exchange.clock.nowMs() < 400_000, `${exchange.clock.nowMs()} ms`)
  await assertAllOver(exchange)
  assert.deepEqual(exchange.records.causes, ['unreachable'])
})

test('a drain ends the call at both phones', async () => {
  const { exchange, call } = await talking()
  await exchange.clock.settled(exchange.control.drain({ withinMs: 10_000, emergencyWithinMs: 10_000 }))
  await exchange.clock.settled(call.over)
  await assertAllOver(exchange)
  assert.deepEqual(exchange.records.causes, ['drained'])
})
