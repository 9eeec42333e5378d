import assert from 'node:assert/strict'
import { test } from 'node:test'
import { KlinkeError, type Logger, silentLogger } from '@klinke/foundation'
import { PaperMedia } from '@klinke/testbed'
import type { CallPlan } from '../dial-plan.ts'
import { refused } from '../outcome.ts'
import { plan, ringAndTalk, TestExchange, target } from '../test-support/test-exchange.ts'

test('a flow that throws ends its own call with 500 and cause error, and no other', async () => {
  let calls = 0
  const exchange = new TestExchange({
    flow: (call, on) => (calls++ === 0 ? ringAndTalk(target('11'))(call, on) : Promise.reject(new Error('bug'))),
  })
  const good = await exchange.call()
  exchange.phone().answer('answer')
  const bad = await exchange.call()
  assert.equal(bad.final, 500)
  assert.deepEqual(exchange.records.causes, ['open', 'error'])
  assert.equal(good.session.over, false)
})

test('a flow that throws at once, before its first wait, ends its call too', async () => {
  const exchange = new TestExchange({
    flow: () => {
      throw new Error('bug')
    },
  })
  assert.equal((await exchange.call()).final, 500)
  assert.deepEqual(exchange.records.causes, ['error'])
  assert.equal(exchange.media.opened, 0)
})

test('a flow that fails after the answer ends both parties with BYE', async () => {
  const exchange = new TestExchange({
    flow: async (call, on) => {
      void ringAndTalk(target('11'))(call, on)
      await new Promise<void>((resolve) => on.clock.after(1000, resolve))
      throw new Error('bug')
    },
  })
  const caller = await exchange.call()
  exchange.phone().answer('answer')
  await exchange.clock.advance(1000)
  assert.equal(caller.session.byeReason, 'Q.850;cause=127')
  assert.equal(exchange.phone().session.over, true)
  assert.deepEqual(exchange.records.causes, ['error'])
})

test('a flow that waits for something that never comes ends with its caller all the same', async () => {
  const exchange = new TestExchange({ flow: () => new Promise(() => undefined) })
  const caller = await exchange.call()
  caller.cancel()
  await exchange.settle()
  assert.deepEqual(exchange.records.causes, ['cancelled'])
  assert.equal(exchange.control.size, 0)
})

test('without a free media port the call is refused with 503 and recorded as congestion', async () => {
  const exchange = new TestExchange()
  exchange.media.refuses = new KlinkeError('no-media-ports', 'none left')
  assert.equal((await exchange.call()).final, 503)
  assert.deepEqual(exchange.records.causes, ['congestion'])
})

test('a caller whom no media address can be had for is refused with 503, with an ended record and nothing left open', async () => {
  const exchange = new TestExchange()
  exchange.media.refusesIPv6 = new KlinkeError('no-media-address', 'no IPv6')
  const place = { address: '2001:db8::10', port: 5060 }
  const caller = exchange.userAgent.call(exchange.control, { offer: 'offer' }, { id: 'six', protocol: 'UDP', local: place, remote: place })
  assert.equal(caller.final, 503)
  assert.deepEqual(exchange.records.causes, ['congestion'])
  assert.equal(exchange.media.opened, 0)
})

test('an emergency call goes on without our media when no port is free (EMG-01)', async () => {
  const directMedia = new PaperMedia()
  const dialPlan = (): CallPlan => ({ ...plan(ringAndTalk(target('11'))), emergency: true })
  const exchange = new TestExchange({ dialPlan, parts: { directMedia } })
  exchange.media.refuses = new KlinkeError('no-media-ports', 'none left')
  const caller = await exchange.call()
  exchange.phone().answer('answer')
  await exchange.settle()
  assert.equal(caller.final, 200)
  assert.equal(directMedia.opened, 1)
})

test('an offer that the media engine cannot follow is refused with 488', async () => {
  const exchange = new TestExchange({
    flow: async (call, on) => {
      exchange.media.sessions[0]?.failures.set('offer', new KlinkeError('media-refused', 'no audio'))
      return ringAndTalk(target('11'))(call, on)
    },
  })
  assert.equal((await exchange.call()).final, 488)
  assert.deepEqual(exchange.records.causes, ['incompatible'])
})

test('an engine that never gives its counters delays the record by two seconds at most', async () => {
  const exchange = new TestExchange()
  const caller = await exchange.call()
  exchange.phone().answer('answer')
  await exchange.settle()
  const session = exchange.media.sessions[0]
  if (session) session.remove = () => new Promise(() => undefined)
  caller.session.hangUp()
  await exchange.clock.advance(2_000)
  assert.deepEqual(exchange.records.causes, ['hung-up-by-caller'])
  assert.equal(exchange.records.calls[0]?.ended?.callerMedia, undefined)
})

test('the dial plan may refuse without a record', async () => {
  const exchange = new TestExchange({ dialPlan: () => refused('not-found', 404) })
  assert.equal((await exchange.call()).final, 404)
  assert.deepEqual(exchange.records.calls, [])
})

test('a call without hops left is refused with 483', async () => {
  const exchange = new TestExchange()
  const caller = await exchange.call({ offer: 'offer', maxForwards: 0 })
  assert.equal(caller.final, 483)
  assert.deepEqual(exchange.records.calls, [])
})

const verdicts = [
  [{ kind: 'challenge', status: 407, headers: [['Proxy-Authenticate', 'Digest']] }, 407],
  [{ kind: 'reject', status: 403, headers: [] }, 403],
  [{ kind: 'anonymous' }, 403],
  [{ kind: 'drop' }, 0],
] as const
for (const [verdict, status] of verdicts) {
  test(`an INVITE with the verdict "${verdict.kind}" is ${status === 0 ? 'dropped' : `answered ${status}`}`, async () => {
    const exchange = new TestExchange({ verdict })
    const caller = await exchange.call()
    assert.equal(caller.final, status)
    assert.deepEqual(exchange.records.calls, [])
  })
}

const requests = [
  ['REGISTER', 200],
  ['OPTIONS', 200],
  ['SUBSCRIBE', 489],
  ['PUBLISH', 489],
  ['NOTIFY', 481],
  ['REFER', 403],
  ['MESSAGE', 405],
  ['FOO', 405],
] as const
for (const [method, status] of requests) {
  test(`${method} outside a call is answered ${status}`, () => {
    const exchange = new TestExchange()
    assert.equal(exchange.userAgent.ask(exchange.control, method).status, status)
  })
}

for (const kind of ['extension', 'anonymous'] as const) {
  test(`a REFER outside a dialog, of somebody ${kind}, is refused with 403 that says why, and nobody is called`, () => {
    const exchange = new TestExchange(kind === 'anonymous' ? { verdict: { kind } } : {})
    const answer = exchange.userAgent.ask(exchange.control, 'REFER', [['Refer-To', '<sip:11@customer.example>']])
    assert.equal(answer.status, 403)
    assert.match(answer.headers.find(([name]) => name === 'Warning')?.[1] ?? '', /^399 klinke "REFER is taken inside a call only/)
    assert.equal(exchange.userAgent.called.length, 0)
  })
}

test('a REGISTER that the registrar refuses is told with its reason; 423 is no failure', () => {
  for (const [status, told] of [
    [403, ['Too Many Devices']],
    [423, []],
  ] as const) {
    const reasons: unknown[] = []
    const logger: Logger = { ...silentLogger, info: (_message, fields) => void reasons.push(fields?.reason) }
    const registrar = { register: () => ({ status, reason: 'Too Many Devices', headers: [] }), lookup: () => [] }
    const exchange = new TestExchange({ logger, parts: { registrar } })
    exchange.userAgent.ask(exchange.control, 'REGISTER')
    assert.deepEqual(reasons, told)
  }
})

test('a live call shows its parties, its state and since when', async () => {
  const exchange = new TestExchange()
  await exchange.call()
  exchange.phone().ring()
  await exchange.clock.advance(3_000)
  const [ringing] = exchange.control.liveCalls('customer')
  assert.equal(ringing?.state, 'ringing')
  exchange.phone().answer('answer')
  await exchange.settle()
  const [call] = exchange.control.liveCalls('customer')
  assert.equal(call?.state, 'answered')
  assert.equal(call?.sinceMs, exchange.clock.epochMs())
  assert.deepEqual(
    call?.legs.map(({ role, state }) => [role, state]),
    [
      ['caller', 'answered'],
      ['called', 'answered'],
    ],
  )
  assert.deepEqual(exchange.control.liveCalls('another'), [])
})

test('running calls are reported alive every ten seconds, and nothing runs on without calls', async () => {
  const exchange = new TestExchange()
  const caller = await exchange.call()
  exchange.phone().answer('answer')
  await exchange.clock.advance(25_000)
  assert.equal(exchange.records.signsOfLife.length, 2)
  assert.equal(exchange.records.signsOfLife[0]?.calls[0]?.id, exchange.records.calls[0]?.started.id)
  caller.session.hangUp()
  await exchange.settle()
  assert.equal(exchange.clock.pending, 0)
})

test('a call that enters another tenant has a record there, with its own decisions', async () => {
  const exchange = new TestExchange({
    flow: (call, on) => {
      call.note('feature', 'first')
      call.enter({ ...plan(() => Promise.reject(new Error('unused'))), tenantId: 'neighbour', direction: 'inbound' })
      call.note('external', 'second')
      return ringAndTalk(target('11'))(call, on)
    },
  })
  const caller = await exchange.call()
  exchange.phone().answer('answer')
  await exchange.settle()
  assert.deepEqual(
    exchange.control.liveCalls('neighbour').map((call) => call.direction),
    ['inbound'],
  )
  caller.session.hangUp()
  await exchange.settle()
  assert.deepEqual(
    exchange.records.calls.map(({ started, ended }) => [started.tenantId, ended?.cause]),
    [
      ['customer', 'hung-up-by-caller'],
      ['neighbour', 'hung-up-by-caller'],
    ],
  )
  assert.deepEqual([exchange.records.steps(0), exchange.records.steps(1)], [['feature'], ['external']])
})

test('the echo answers, plays back and follows hold', async () => {
  const exchange = new TestExchange({
    flow: (call) => call.listenTo({ kind: 'echo' }, { tenantId: 'customer', extensionId: undefined, number: '99', displayName: undefined }),
  })
  const caller = await exchange.call()
  assert.deepEqual(caller.responses, ['200 answer to offer'])
  assert.ok(exchange.media.sessions[0]?.log.includes('play caller echo'))
  assert.deepEqual(await caller.session.sendOffer('hold'), { status: 200, sdp: 'answer to hold' })
  const transfer = caller.session.sendRefer({ uri: 'sip:12@customer.example' })
  await exchange.settle()
  assert.equal(transfer.status, 603)
  caller.session.hangUp()
  await exchange.settle()
  assert.deepEqual(exchange.records.causes, ['hung-up-by-caller'])
  assert.equal(exchange.records.calls[0]?.answered?.answeredBy.number, '99')
})
