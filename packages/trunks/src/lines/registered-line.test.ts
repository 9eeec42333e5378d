import assert from 'node:assert/strict'
import { test } from 'node:test'
import { silentLogger } from '@klinke/foundation'
import { LOSSY_LINK, TableResolver } from '@klinke/testbed'
import type { Carrier } from '../carrier.ts'
import { PASSWORD, USERNAME } from '../test-support/scripted-carrier.ts'
import { registeredCarrier, World } from '../test-support/world.ts'
import { RegisteredLine } from './registered-line.ts'

const HOST = '198.51.100.7'

function withExpiry(expiresSeconds: number, password = PASSWORD): Carrier['authentication'] {
  return { kind: 'registration', username: USERNAME, password, expiresSeconds }
}

test('a line registers with digest and is known by its flow, its address and its state', async () => {
  const world = new World()
  const carrier = world.carrierAt(HOST)
  world.lines.update([registeredCarrier(HOST)])
  assert.equal(world.lines.status('c1')?.state, 'registering')
  assert.equal(world.lines.isUp('c1'), true)
  await world.until('registered')
  assert.deepEqual(
    carrier.registers.map(({ verdict, contact, expiresSeconds }) => [verdict, contact, expiresSeconds]),
    [
      ['absent', 'sip:klinke@192.0.2.1:5060', 300],
      ['accepted', 'sip:klinke@192.0.2.1:5060', 300],
    ],
  )
  assert.equal(world.lines.status('c1')?.expiresAtMs, world.clock.epochMs() + 300_000)
  const flow = world.host.udpFlow({ address: HOST, port: 5060 })
  assert.deepEqual(world.lines.byFlow(flow?.id ?? ''), { id: 'c1' })
  assert.deepEqual(world.lines.bySourceAddress(HOST, 5060), { id: 'c1' })
  assert.equal(world.lines.bySourceAddress(HOST, 5061), undefined)
  await world.close()
})

test('a binding is refreshed before it runs out, with the same Call-ID and a CSeq that rises by one', async () => {
  const world = new World()
  const carrier = world.carrierAt(HOST)
  world.lines.update([registeredCarrier(HOST)])
  await world.clock.advance(20 * 60_000)
  const { accepted } = carrier
  assert.ok(accepted.length >= 4)
  for (const [i, { atMs }] of accepted.entries()) if (i > 0) assert.equal(Math.round((atMs - (accepted[i - 1]?.atMs ?? 0)) / 1000), 270)
  assert.equal(new Set(carrier.registers.map(({ callId }) => callId)).size, 1)
  assert.deepEqual(
    carrier.registers.map(({ cseq }) => cseq),
    carrier.registers.map((_, i) => i + 1),
  )
  await world.close()
})

test('the registrar decides how long a binding holds', async () => {
  const world = new World()
  const carrier = world.carrierAt(HOST)
  carrier.grantSeconds = 60
  world.lines.update([registeredCarrier(HOST)])
  await world.until('registered')
  await world.clock.advance(60_000)
  assert.equal(carrier.accepted.length, 2)
  await world.close()
})

test('423 makes the line ask for what the registrar wants, and remember it', async () => {
  const world = new World()
  const carrier = world.carrierAt(HOST)
  carrier.minExpiresSeconds = 600
  world.lines.update([registeredCarrier(HOST)])
  await world.until('registered')
  await world.clock.advance(600_000)
  assert.deepEqual(
    carrier.accepted.map(({ expiresSeconds }) => expiresSeconds),
    [300, 600, 600],
  )
  await world.close()
})

test('a wrong password backs off for long, and doubles the wait', async () => {
  const world = new World()
  const carrier = world.carrierAt(HOST)
  world.lines.update([registeredCarrier(HOST, { authentication: withExpiry(300, 'wrong horse') })])
  await world.until('failed')
  assert.match(world.lines.status('c1')?.lastError ?? '', /^401 /)
  assert.equal(world.lines.isUp('c1'), false)
  await world.clock.advance(4 * 3_600_000)
  const wrong = carrier.registers.filter(({ verdict }) => verdict === 'wrong')
  assert.ok(wrong.length >= 5 && wrong.length <= 16, `${wrong.length} wrong passwords in four hours`)
  assert.equal(carrier.accepted.length, 0)
  await world.close()
})

test('a new password is tried at once', async () => {
  const world = new World()
  world.carrierAt(HOST)
  world.lines.update([registeredCarrier(HOST, { authentication: withExpiry(300, 'wrong horse') })])
  await world.until('failed')
  world.lines.update([registeredCarrier(HOST)])
  await world.until('registered', 'c1', 1_000)
  await world.close()
})

test('an outage shorter than the binding is ridden out; a longer one shows, and ends with the first answer', async () => {
  const world = new World()
  const carrier = world.carrierAt(HOST)
  world.lines.update([registeredCarrier(HOST)])
  await world.until('registered')
  carrier.host.crash()
  await world.clock.advance(295_000)
  assert.equal(world.lines.status('c1')?.state, 'registered')
  assert.equal(world.lines.status('c1')?.lastError, 'no answer')
  await world.clock.advance(10_000)
  assert.equal(world.lines.status('c1')?.state, 'failed')
  await world.clock.advance(3_600_000)
  carrier.host.restart()
  await world.until('registered', 'c1', 5 * 60_000 + 10_000)
  assert.equal(world.lines.status('c1')?.lastError, undefined)
  await world.close()
})

test('Retry-After is honoured', async () => {
  const world = new World()
  const carrier = world.carrierAt(HOST)
  carrier.answer = { status: 503, headers: [['Retry-After', '200']] }
  world.lines.update([registeredCarrier(HOST)])
  await world.until('failed')
  carrier.answer = undefined
  await world.clock.advance(199_000)
  assert.equal(carrier.registers.length, 0)
  await world.until('registered', 'c1', 2_000)
  await world.close()
})

test('the next place of the name is tried when the first is silent, and kept to', async () => {
  const world = new World({ 'carrier.example': ['198.51.100.1', '198.51.100.2'] })
  const first = world.carrierAt('198.51.100.1')
  const second = world.carrierAt('198.51.100.2')
  first.host.crash()
  world.lines.update([registeredCarrier('carrier.example')])
  await world.until('registered')
  first.host.restart()
  await world.clock.advance(600_000)
  assert.equal(first.registers.length, 0)
  assert.equal(second.accepted.length, 3)
  assert.deepEqual(
    world.lines.way('c1')?.targets.map(({ remote }) => remote.address),
    ['198.51.100.2', '198.51.100.1'],
  )
  await world.close()
})

test('a lost connection is registered over again within half a minute', async () => {
  const world = new World()
  const carrier = world.carrierAt(HOST)
  world.lines.update([registeredCarrier(HOST, { transport: 'TCP' })])
  await world.until('registered')
  const [connection] = world.host.openStreams
  assert.deepEqual(world.lines.byFlow(connection?.id ?? ''), { id: 'c1' })
  if (connection) world.host.cut(connection)
  await world.clock.advance(26_000)
  assert.equal(carrier.accepted.length, 2)
  assert.deepEqual(world.lines.byFlow(world.host.openStreams[0]?.id ?? ''), { id: 'c1' })
  await world.close()
})

test('a line found dead by a call is registered again at once, but not for every call', async () => {
  const world = new World()
  const carrier = world.carrierAt(HOST)
  world.lines.update([registeredCarrier(HOST)])
  await world.clock.advance(60_000)
  for (let i = 0; i < 100; i++) world.lines.suspect('c1')
  await world.clock.advance(1_000)
  for (let i = 0; i < 100; i++) world.lines.suspect('c1')
  await world.clock.advance(5_000)
  assert.equal(carrier.accepted.length, 2)
  await world.close()
})

test('the registrar is told on closing, and cannot hold it up', async () => {
  for (const down of [false, true]) {
    const world = new World()
    const carrier = world.carrierAt(HOST)
    carrier.serviceRoute = '<sip:edge.carrier.example;lr>'
    world.lines.update([registeredCarrier(HOST)])
    await world.until('registered')
    assert.deepEqual(world.lines.way('c1')?.route, ['<sip:edge.carrier.example;lr>'])
    if (down) carrier.host.crash()
    const beganAtMs = world.clock.nowMs()
    await world.clock.settled(world.lines.close())
    assert.ok(world.clock.nowMs() - beganAtMs <= 2_000)
    assert.equal(carrier.accepted.at(-1)?.expiresSeconds, down ? 300 : 0)
    await world.close()
  }
})

test('over a bad network a line stays registered, with a CSeq that only rises', async () => {
  for (let seed = 1; seed <= 20; seed++) {
    const world = new World({}, seed, LOSSY_LINK)
    const carrier = world.carrierAt(HOST)
    world.lines.update([registeredCarrier(HOST)])
    await world.until('registered', 'c1', 120_000)
    for (let minute = 0; minute < 60; minute++) {
      await world.clock.advance(60_000)
      assert.equal(world.lines.status('c1')?.state, 'registered', `seed ${seed}, minute ${minute}`)
    }
    const asked = carrier.accepted.map(({ cseq }) => cseq)
    assert.deepEqual(
      asked,
      [...new Set(asked)].sort((a, b) => a - b),
    )
    await world.close()
  }
})

test('a refresh that leads to the same place over the same flow is no news; another address is', async () => {
  const world = new World()
  let address = HOST
  const resolver = { resolve: () => new TableResolver({}).resolve(`sip:${address}`) }
  world.carrierAt(HOST)
  world.carrierAt('198.51.100.8')
  const { clock, random, host: transport, stack } = world
  const parts = { clock, random, transport, userAgent: stack.userAgent, logger: silentLogger, resolver }
  let changes = 0
  const carrier = registeredCarrier('carrier.example')
  const { authentication } = carrier
  assert.ok(authentication.kind === 'registration')
  const line = new RegisteredLine({ ...carrier, authentication }, parts, () => void changes++)
  await clock.until(() => line.status().state === 'registered')
  assert.equal(changes, 2)
  await clock.advance(20 * 60_000)
  assert.equal(changes, 2)
  address = '198.51.100.8'
  await clock.until(() => changes > 2, 600_000)
  await clock.settled(line.close())
  await world.close()
})
