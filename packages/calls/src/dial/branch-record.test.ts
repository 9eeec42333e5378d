import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ringAndTalk, TestExchange, target } from '../test-support/test-exchange.ts'

const OTHER = '+4930555010'
const HEAD = {
  tenantId: 'customer',
  direction: 'outbound',
  caller: { tenantId: 'customer', extensionId: 'ext-11', number: '11', displayName: undefined },
} as const
const CONFIRM = { prompt: { kind: 'signal', signal: 'beep' }, key: '1', withinSeconds: 8 } as const

/** A phone rings, and beside it a number whose branch is a call of its own. */
async function ringing(more: Parameters<typeof target>[1] = {}) {
  const beside = target('22', { party: { ...target('22').party, number: OTHER, extensionId: undefined }, ownRecord: HEAD, ...more })
  const exchange = new TestExchange({ flow: ringAndTalk(target('11'), beside) })
  const caller = await exchange.call()
  return { exchange, caller }
}

/** Whom the records name as called, whether they were answered, and how they ended. */
function records({ records: { calls } }: TestExchange): unknown {
  return calls.map(({ started, answered, ended }) => [started.called.number, answered !== undefined, ended?.cause])
}

test('a branch has its own record at whom it is made for: answered and ended with it', async () => {
  const { exchange, caller } = await ringing()
  exchange.phone(1).answer('answer')
  await exchange.settle()
  assert.deepEqual(records(exchange), [
    ['11', true, undefined],
    [OTHER, true, undefined],
  ])
  assert.partialDeepStrictEqual(exchange.records.calls[1]?.started, HEAD)
  caller.session.hangUp()
  await exchange.settle()
  assert.deepEqual(exchange.records.causes, ['hung-up-by-caller', 'hung-up-by-caller'])
  assert.notEqual(exchange.records.calls[1]?.ended?.calledMedia, undefined)
})

test('a branch that is not wanted any more was cancelled, one that refuses tells why, while the call goes on', async () => {
  const cancelled = await ringing()
  cancelled.exchange.phone(0).answer('answer')
  await cancelled.exchange.settle()
  assert.deepEqual(cancelled.exchange.records.causes, ['open', 'cancelled'])
  const refused = await ringing()
  refused.exchange.phone(1).refuse(486)
  await refused.exchange.settle()
  assert.deepEqual(refused.exchange.records.causes, ['open', 'busy'])
})

test('one who answers and does not accept has answered a call that ends, while the others ring on', async () => {
  const { exchange } = await ringing({ confirm: CONFIRM })
  exchange.phone(1).answer('answer')
  await exchange.settle()
  const { events } = exchange.media.sessions[0] ?? assert.fail('no media')
  events.send({ kind: 'dtmf', endpoint: 'called-2', digit: '2', durationMs: 100, by: 'telephone-event' })
  await exchange.settle()
  assert.deepEqual(records(exchange), [
    ['11', false, undefined],
    [OTHER, true, 'hung-up-by-caller'],
  ])
})

test('a caller that gives up ends both records', async () => {
  const { exchange, caller } = await ringing()
  caller.cancel()
  await exchange.settle()
  assert.deepEqual(exchange.records.causes, ['cancelled', 'cancelled'])
})
