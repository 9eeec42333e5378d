import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assertAllOver } from '../../src/test-support/simulation/invariants.ts'
import { DOMAIN, SimulatedExchange } from './simulated-exchange.ts'

const HOUR_MS = 3_600_000
const SESSION_SECONDS = 300
const REFER_EXPIRES_MS = 310_000

/** 10 talks to 11, and 12 rings when it is called. */
async function talking(third: 'rings' | 'answers') {
  const exchange = new SimulatedExchange({ seed: 5, profile: { sessionExpiresSeconds: SESSION_SECONDS } })
  const anna = exchange.phone('10', { kind: 'ring' })
  const bea = exchange.phone('11', { kind: 'answer', afterMs: 500 })
  const carl = exchange.phone('12', third === 'rings' ? { kind: 'ring' } : { kind: 'answer', afterMs: 3000 })
  await exchange.clock.settled(Promise.all([anna, bea, carl].map((phone) => phone.register(7200))))
  const call = anna.call('11')
  await exchange.clock.until(() => call.state.kind === 'talking')
  return { exchange, anna, bea, carl, call }
}

const TO_12 = `sip:12@${DOMAIN}`

test('the phone that transfers vanishes: the other two talk all the same', async () => {
  const { exchange, anna, bea, carl, call } = await talking('answers')
  void call.transfer(TO_12)
  await exchange.clock.until(() => carl.calls.length === 1)
  exchange.unplug(anna)
  await exchange.clock.until(() => carl.calls[0]?.state.kind === 'talking')
  assert.equal(bea.calls[0]?.state.kind, 'talking')
  bea.calls[0]?.hangUp()
  await exchange.clock.until(() => carl.calls[0]?.state.kind === 'ended')
  call.hangUp()
  // As long as the phone waits for word of its transfer (RFC 3515 §2.4.4).
  await exchange.clock.advance(REFER_EXPIRES_MS)
  await assertAllOver(exchange)
})

test('the phone that transfers vanishes and nobody answers: it is rung in vain, then the call ends', async () => {
  const { exchange, anna, bea, call } = await talking('rings')
  void call.transfer(TO_12)
  await exchange.clock.advance(1000)
  exchange.unplug(anna)
  await exchange.clock.until(() => bea.calls[0]?.state.kind === 'ended', HOUR_MS)
  assert.ok(exchange.clock.nowMs() < 2 * SESSION_SECONDS * 1000, `${exchange.clock.nowMs()} ms`)
  call.hangUp()
  await assertAllOver(exchange)
})

test('the phone that is rung vanishes: the other party is given back to the one that transferred', async () => {
  const { exchange, bea, carl, call } = await talking('rings')
  const status = call.transfer(TO_12)
  await exchange.clock.until(() => carl.calls.length === 1)
  exchange.unplug(carl)
  assert.equal(await exchange.clock.settled(status), 480)
  assert.deepEqual([call.state.kind, bea.calls[0]?.state.kind], ['talking', 'talking'])
  call.hangUp()
  carl.calls[0]?.hangUp()
  await assertAllOver(exchange)
})

test('the party that is transferred vanishes: the new one is not left with a dead line for longer than the session interval', async () => {
  const { exchange, bea, carl, call } = await talking('answers')
  void call.transfer(TO_12)
  await exchange.clock.until(() => carl.calls.length === 1)
  exchange.unplug(bea)
  await exchange.clock.until(() => carl.calls[0]?.state.kind === 'ended', HOUR_MS)
  assert.ok(exchange.clock.nowMs() < 2 * SESSION_SECONDS * 1000, `${exchange.clock.nowMs()} ms`)
  for (const phone of [bea, carl]) for (const left of phone.calls) left.hangUp()
  await assertAllOver(exchange)
})
