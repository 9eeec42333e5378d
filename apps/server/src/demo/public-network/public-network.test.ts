import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seededRandom, silentLogger } from '@klinke/foundation'
import { createSipStack } from '@klinke/sip'
import {
  assertNothingLeft,
  type CallState,
  type PhoneScript,
  ScriptedPhone,
  SeededNetwork,
  TableResolver,
  VirtualClock,
} from '@klinke/testbed'
import { CustomerLine } from './customer-line.ts'
import { NETWORK_CALLER, NETWORK_NUMBERS, NETWORK_TONE } from './numbers.ts'
import { PublicNetwork } from './public-network.ts'
import { DescribedMedia } from './test-support/described-media.ts'

const account = { username: 'klinke', password: 'trunk secret', realm: 'network.test' }

/** The network, and a phone in the place of Klinke. */
function setUp(script: PhoneScript = { kind: 'ring' }, password = account.password) {
  const clock = new VirtualClock()
  const random = seededRandom(1)
  const wire = new SeededNetwork(clock, random)
  const host = wire.host('192.0.2.2')
  const stack = createSipStack({ transport: host, resolver: new TableResolver(), clock, random, logger: silentLogger })
  host.attach(stack.receiver)
  const media = new DescribedMedia()
  const line = new CustomerLine(account, clock, random)
  const network = new PublicNetwork({ userAgent: stack.userAgent, media, line, realm: account.realm, clock, logger: silentLogger })
  stack.serve(network)
  const server = { protocol: 'UDP' as const, remote: { address: '192.0.2.2', port: 5060 } }
  const customer = new ScriptedPhone(
    wire.host('192.0.2.1'),
    clock,
    random,
    { username: account.username, password, domain: account.realm, server },
    script,
  )
  const nothingLeft = () =>
    assertNothingLeft(clock, {
      'live calls': () => network.liveCalls,
      'media sessions': () => media.openCalls.size,
      dialogs: () => stack.statistics().dialogs,
      'at the customer': () => customer.unfinished,
    })
  return { clock, network, media, customer, nothingLeft }
}

test('a call out is refused without the right password', async () => {
  const { clock, customer, nothingLeft } = setUp(undefined, 'wrong')
  assert.equal(await clock.settled(customer.register()), 401)
  assert.deepEqual(await clock.settled(customer.call(NETWORK_NUMBERS.echo).over), { kind: 'failed', status: 407 })
  await nothingLeft()
})

for (const [number, status] of [
  [NETWORK_NUMBERS.busy, 486],
  [NETWORK_NUMBERS.unassigned, 404],
  ['+4922147101', 404],
] as const) {
  test(`a call to ${number} is refused with ${status}`, async () => {
    const { clock, customer, nothingLeft } = setUp()
    assert.deepEqual(await clock.settled(customer.call(number).over), { kind: 'failed', status })
    await nothingLeft()
  })
}

for (const [number, source] of [
  [NETWORK_NUMBERS.echo, { kind: 'echo' }],
  [NETWORK_NUMBERS.tone, { kind: 'tone', ...NETWORK_TONE }],
  ['112', { kind: 'tone', ...NETWORK_TONE }],
] as const) {
  test(`a call to ${number} is answered with ${source.kind}, goes along with hold, and ends with the caller's hang-up`, async () => {
    const { clock, customer, media, nothingLeft } = setUp()
    const call = customer.call(number)
    await clock.until(() => call.state.kind === 'talking')
    assert.deepEqual(media.played, [source])
    assert.equal((await clock.settled(call.hold())).kind, 'answered')
    call.hangUp()
    assert.deepEqual(await clock.settled(call.over), { kind: 'ended', by: 'local' })
    await nothingLeft()
  })
}

test('the number that nobody answers rings until the caller gives up', async () => {
  const { clock, customer, nothingLeft } = setUp()
  const call = customer.call(NETWORK_NUMBERS.noAnswer)
  await clock.advance(120_000)
  assert.equal(call.state.kind, 'ringing')
  call.hangUp()
  assert.deepEqual(await clock.settled(call.over), { kind: 'failed', status: 487 })
  await nothingLeft()
})

test('the network hangs up after the seconds that the number names', async () => {
  const { clock, customer, nothingLeft } = setUp()
  const call = customer.call('+493023125912')
  await clock.until(() => call.state.kind === 'talking')
  const answeredMs = clock.nowMs()
  assert.deepEqual(await clock.settled(call.over), { kind: 'ended', by: 'remote' })
  assert.ok(Math.abs(clock.nowMs() - answeredMs - 12_000) < 10)
  await nothingLeft()
})

test('a call in reaches the registered customer with caller and called number, plays, and tells how it goes', async () => {
  const { clock, network, customer, media, nothingLeft } = setUp({ kind: 'answer', afterMs: 1000 })
  assert.equal(await clock.settled(customer.register()), 200)
  const started = network.callIn({ to: '+4922147101', from: NETWORK_CALLER, seconds: 5 })
  assert.ok(started.kind === 'started')
  await clock.until(() => network.progress(started.id)?.state === 'ringing')
  await clock.until(() => network.progress(started.id)?.state === 'answered')
  assert.equal(customer.calls[0]?.peer, NETWORK_CALLER)
  assert.deepEqual([media.played.length, media.accepted.length], [1, 1])
  assert.deepEqual(await clock.settled(customer.calls[0].over), { kind: 'ended', by: 'remote' })
  await clock.until(() => network.progress(started.id)?.state === 'ended')
  await nothingLeft()
})

test('a call in that is declined says with which status', async () => {
  const { clock, network, customer, nothingLeft } = setUp({ kind: 'reject', afterMs: 10, status: 486 })
  await clock.settled(customer.register())
  const started = network.callIn({ to: '+4922147101', from: NETWORK_CALLER })
  assert.ok(started.kind === 'started')
  await clock.until(() => network.progress(started.id)?.state === 'failed')
  assert.deepEqual(network.progress(started.id), { state: 'failed', status: 486 })
  await nothingLeft()
})

test('a call in needs a registration: none before, none after it was taken back or ran out', async () => {
  const { clock, network, customer } = setUp()
  const attempt = () => network.callIn({ to: '+4922147101', from: NETWORK_CALLER }).kind
  assert.equal(attempt(), 'not-registered')
  await clock.settled(customer.register(600))
  assert.equal(network.registered, true)
  await clock.settled(customer.register(0))
  assert.equal(attempt(), 'not-registered')
  assert.equal(await clock.settled(customer.register(10)), 423)
  await clock.settled(customer.register(60))
  await clock.advance(61_000)
  assert.equal(attempt(), 'not-registered')
})

test('closing the network hangs up what is going on', async () => {
  const { clock, network, customer, nothingLeft } = setUp()
  const call = customer.call(NETWORK_NUMBERS.tone)
  await clock.until(() => call.state.kind === 'talking')
  await clock.settled(network.close())
  const state: CallState = await clock.settled(call.over)
  assert.deepEqual(state, { kind: 'ended', by: 'remote' })
  await nothingLeft()
})
