import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ringAndTalk, TestExchange, target } from '../test-support/test-exchange.ts'
import type { OriginatePlan } from './originate.ts'

const PLAN: Omit<OriginatePlan, 'first' | 'flow'> = {
  tenantId: 'customer',
  direction: 'internal',
  caller: target('10').party,
  called: target('11').party,
  profile: { ringTimeoutSeconds: 20, mediaInactivitySeconds: 60, sessionExpiresSeconds: 1800, mediaPath: 'relay' },
}

async function clicked() {
  const exchange = new TestExchange()
  const made = exchange.control.originate({
    ...PLAN,
    first: [target('10')],
    ring: { headers: [['Alert-Info', '<urn:alert:source:internal>']] },
    flow: ringAndTalk(target('11')),
  })
  assert.ok('outcome' in made)
  await exchange.settle()
  return { exchange, made }
}

test('a call of our own rings the first party, and the second when it has answered; both talk', async () => {
  const { exchange, made } = await clicked()
  const first = exchange.phone(0)
  assert.equal(first.invite.offer, 'own offer to called-1')
  assert.deepEqual(first.invite.headers, [['Alert-Info', '<urn:alert:source:internal>']])
  first.answer('answer of 10')
  await exchange.settle()
  const [media] = exchange.media.sessions
  assert.deepEqual(media?.playbacks.at(-1)?.source, { kind: 'signal', signal: 'ringback' })
  exchange.phone(1).answer('answer of 11')
  await exchange.settle()
  assert.equal(media?.log.at(-1), 'connect called-1 called-2')
  first.session.hangUp()
  await exchange.settle()
  assert.equal(exchange.phone(1).session.over, true)
  assert.deepEqual(await made.outcome, { kind: 'talked', cause: 'hung-up-by-caller' })
  const [record] = exchange.records.calls
  assert.deepEqual([record?.started.caller.number, record?.answered?.answeredBy.number], ['10', '11'])
  assert.deepEqual([exchange.control.size, exchange.media.opened, exchange.clock.pending], [0, 0, 0])
})

test('a first party that is not reached ends it; nobody else is rung', async () => {
  const { exchange, made } = await clicked()
  exchange.phone(0).refuse(486)
  await exchange.settle()
  assert.equal((await made.outcome).cause, 'busy')
  assert.equal(exchange.userAgent.called.length, 1)
  assert.deepEqual(exchange.records.causes, ['busy'])
})

test('a first party that hangs up while the second rings ends both', async () => {
  const { exchange } = await clicked()
  exchange.phone(0).answer('answer of 10')
  await exchange.settle()
  exchange.phone(0).session.hangUp()
  await exchange.settle()
  assert.equal(exchange.phone(1).over, true)
  assert.deepEqual(exchange.records.causes, ['cancelled'])
  assert.deepEqual([exchange.control.size, exchange.clock.pending], [0, 0])
})

test('it may be taken back at any time', async () => {
  const { exchange, made } = await clicked()
  made.cancel()
  await exchange.settle()
  assert.equal(exchange.phone(0).over, true)
  assert.equal((await made.outcome).cause, 'cancelled')
})

test('no calls are made while the exchange drains', async () => {
  const { exchange } = await clicked()
  void exchange.control.drain({ withinMs: 0, emergencyWithinMs: 0 })
  const made = exchange.control.originate({ ...PLAN, first: [target('10')], flow: ringAndTalk(target('11')) })
  assert.ok('kind' in made)
  assert.equal(made.status, 503)
  await exchange.clock.advance(1)
})

test('a first party is asked whether it takes the call: in with the key, hung up without it', async () => {
  for (const [key, isIn] of [
    ['1', true],
    ['2', false],
  ] as const) {
    const exchange = new TestExchange()
    const confirm = { prompt: { kind: 'signal', signal: 'beep' }, key: '1', withinSeconds: 5 } as const
    const flow = ringAndTalk(target('11'))
    exchange.control.originate({ ...PLAN, first: [{ ...target('10'), confirm }], flow })
    await exchange.settle()
    exchange.phone(0).answer('answer of 10')
    await exchange.settle()
    const [media] = exchange.media.sessions
    assert.deepEqual(media?.playbacks.at(-1)?.source, confirm.prompt)
    media?.events.send({ kind: 'dtmf', endpoint: 'called-1', digit: key, durationMs: 100, by: 'telephone-event' })
    await exchange.settle()
    assert.deepEqual([exchange.phone(0).session.over, exchange.userAgent.called.length], [!isIn, isIn ? 2 : 1])
  }
})
