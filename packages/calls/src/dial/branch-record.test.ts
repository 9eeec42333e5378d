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

/** A number outside that is reached at two places, the first of which fails. */
async function inTurn(fail: (exchange: TestExchange) => Promise<void>) {
  const asked: string[] = []
  const second = target('24', { place: 'two', party: target('24').party })
  const elsewhere = () => {
    asked.push('one')
    return second
  }
  const { exchange } = await ringing({ place: 'one', silentAfterSeconds: 4, confirm: CONFIRM, elsewhere })
  await fail(exchange)
  return { exchange, asked }
}

function refusedBy(exchange: TestExchange, status: number): Promise<void> {
  exchange.phone(1).refuse(status)
  return exchange.settle()
}

const failures: readonly (readonly [what: string, fail: (exchange: TestExchange) => Promise<void>, cause: string])[] = [
  ['says nothing', (exchange) => exchange.clock.advance(4000), 'unreachable'],
  ['answers 503', (exchange) => refusedBy(exchange, 503), 'congestion'],
]
for (const [what, fail, cause] of failures) {
  test(`where the first place ${what} the party is called at the next, asked there to accept, and has one record of both`, async () => {
    const { exchange, asked } = await inTurn(fail)
    assert.deepEqual(asked, ['one'])
    assert.equal(exchange.phone(2).invite.uri, target('24').uri)
    exchange.phone(2).answer('answer')
    await exchange.settle()
    assert.equal(exchange.phone(0).over, false, 'who answered has not accepted yet')
    exchange.media.sessions[0]?.events.send({ kind: 'dtmf', endpoint: 'called-3', digit: '1', durationMs: 100, by: 'telephone-event' })
    await exchange.settle()
    assert.deepEqual(records(exchange), [
      ['11', true, undefined],
      [OTHER, true, undefined],
    ])
    exchange.phone(2).session.hangUp()
    await exchange.settle()
    const route = exchange.records.calls[1]?.ended?.route.map(({ step, detail }) => `${step} ${detail}`)
    assert.deepEqual(route, ['carrier-selected one', `carrier-failed one: ${cause}`, 'carrier-selected two'])
    assert.deepEqual(exchange.records.causes, ['hung-up-by-called', 'hung-up-by-called'])
  })
}

test('who is busy there is not called at another place, and one that has rung is not either', async () => {
  for (const rings of [false, true]) {
    const { exchange, asked } = await inTurn(async (now) => {
      if (rings) now.phone(1).ring()
      now.phone(1).refuse(rings ? 503 : 486)
      await now.settle()
    })
    assert.deepEqual([asked, exchange.userAgent.called.length], [[], 2])
  }
})

test('the next place is not called when somebody has answered meanwhile', async () => {
  const { exchange } = await inTurn(async (now) => {
    now.phone(0).answer('answer')
    now.phone(1).refuse(503)
    await now.settle()
  })
  assert.equal(exchange.userAgent.called.length, 2)
  assert.deepEqual(exchange.records.causes, ['open', 'congestion'])
})

test('a phone that wants other encryption is called again, with one record', async () => {
  const { exchange } = await ringing({ media: { srtp: 'required', addressFamily: 'IPv4' } })
  exchange.phone(1).refuse(488)
  await exchange.settle()
  exchange.phone(2).answer('answer')
  await exchange.settle()
  assert.equal(exchange.records.calls.length, 2)
})
