import assert from 'node:assert/strict'
import { test } from 'node:test'
import { silentLogger } from '@klinke/foundation'
import { plan, ringAndTalk, TestExchange, target } from '../test-support/test-exchange.ts'

test('a drain refuses new calls, lets running ones go on, and ends them after its time', async () => {
  const exchange = new TestExchange()
  const caller = await exchange.call()
  exchange.phone().answer('answer')
  await exchange.settle()
  let drained = false
  assert.equal(exchange.control.accepting, true)
  void exchange.control.drain({ withinMs: 30_000, emergencyWithinMs: 3_600_000 }).then(() => {
    drained = true
  })
  assert.equal(exchange.control.accepting, false)
  const late = await exchange.call()
  assert.equal(late.final, 503)
  assert.deepEqual(late.finalHeaders, [['Retry-After', '30']])
  await exchange.clock.advance(29_999)
  assert.equal(caller.session.over, false)
  await exchange.clock.advance(1)
  assert.equal(caller.session.byeReason, 'Q.850;cause=41')
  assert.deepEqual(exchange.records.causes, ['drained'])
  assert.equal(drained, true)
  assert.equal(exchange.clock.pending, 0)
})

test('an emergency call is taken even while draining (EMG-01)', async () => {
  const exchange = new TestExchange({ dialPlan: () => ({ ...plan(ringAndTalk(target('11'))), emergency: true }) })
  await exchange.control.drain({ withinMs: 0, emergencyWithinMs: 0 })
  const caller = await exchange.call()
  assert.equal(caller.final, undefined)
})

test('a drain ends ordinary calls after its time, and an emergency call not before its own, much longer one (EMG-01)', async () => {
  const exchange = new TestExchange({
    dialPlan: ({ dialled }) => ({ ...plan(ringAndTalk(target('11'))), emergency: dialled === '112' }),
  })
  const emergency = await exchange.call({ offer: 'offer', uri: 'sip:112@customer.example' })
  const ordinary = await exchange.call()
  for (const index of [0, 1]) exchange.phone(index).answer('answer')
  await exchange.settle()
  let drained = false
  void exchange.control.drain({ withinMs: 30_000, emergencyWithinMs: 3_600_000 }).then(() => {
    drained = true
  })
  await exchange.clock.advance(3_599_999)
  assert.deepEqual([ordinary.session.over, emergency.session.over, drained], [true, false, false])
  emergency.session.hangUp()
  await exchange.settle()
  assert.equal(drained, true)
  assert.deepEqual(exchange.records.causes, ['hung-up-by-caller', 'drained'])
  assert.equal(exchange.clock.pending, 0)
})

test('who stops the exchange is told each minute that an emergency call goes on (EMG-01)', async () => {
  const lines: string[] = []
  const note = (message: string): void => void lines.push(message)
  const exchange = new TestExchange({
    dialPlan: () => ({ ...plan(ringAndTalk(target('11'))), emergency: true }),
    logger: { ...silentLogger, warn: note, error: note },
  })
  await exchange.call()
  exchange.phone().answer('answer')
  await exchange.settle()
  const drained = exchange.control.drain({ withinMs: 1_000, emergencyWithinMs: 90_000 })
  await exchange.clock.advance(90_000)
  await drained
  const told = 'an emergency call goes on: the exchange stops when it has ended'
  assert.deepEqual(lines, [told, told, 'the longest wait is over: emergency calls are ended to stop the exchange'])
  assert.deepEqual(exchange.records.causes, ['drained'])
})
