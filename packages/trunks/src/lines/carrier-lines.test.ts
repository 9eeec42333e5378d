import assert from 'node:assert/strict'
import { test } from 'node:test'
import { silentLogger } from '@klinke/foundation'
import type { Flow } from '@klinke/sip'
import { TableResolver } from '@klinke/testbed'
import { fixedCarrier, registeredCarrier, World } from '../test-support/world.ts'
import { CarrierLines } from './carrier-lines.ts'
import { guardedResolver } from './guarded-resolver.ts'

const [ONE, TWO] = ['198.51.100.1', '198.51.100.2']

test('a carrier with fixed addresses is up while it answers OPTIONS, down after two silences, and up again', async () => {
  const world = new World()
  const carrier = world.carrierAt(ONE)
  world.lines.update([fixedCarrier(ONE, [ONE])])
  await world.until('up')
  await world.clock.advance(300_000)
  assert.ok(carrier.options.length >= 10 && carrier.options.length <= 12)
  carrier.host.crash()
  await world.until('down', 'c1', 60_000)
  assert.equal(world.lines.isUp('c1'), false)
  carrier.host.restart()
  await world.until('up', 'c1', 20_000)
  await world.close()
})

test('a refusal of OPTIONS is a sign of life, 503 is not', async () => {
  const rows = [
    [405, 'up'],
    [404, 'up'],
    [503, 'down'],
  ] as const
  for (const [status, state] of rows) {
    const world = new World()
    world.carrierAt(ONE).answer = { status }
    world.lines.update([fixedCarrier(ONE, [ONE])])
    await world.until(state, 'c1', 60_000)
    await world.close()
  }
})

test('RFC 3263: a carrier of two places is up while one answers; calls go there first, and to the preferred one when it is back', async () => {
  const world = new World({ 'carrier.example': [ONE, TWO] })
  const [one, two] = [world.carrierAt(ONE), world.carrierAt(TWO)]
  const first = (): string | undefined => world.lines.way('c1')?.targets[0]?.remote.address
  world.lines.update([fixedCarrier('carrier.example', [ONE, TWO])])
  await world.until('up')
  assert.equal(first(), ONE)
  one.host.crash()
  await world.clock.until(() => first() === TWO, 60_000)
  await world.clock.advance(300_000)
  assert.equal(world.lines.status('c1')?.state, 'up')
  assert.equal(world.lines.way('c1')?.targets.length, 2)
  one.host.restart()
  await world.clock.until(() => first() === ONE, 60_000)
  one.answer = { status: 503 }
  await world.clock.until(() => first() === TWO, 60_000)
  two.host.crash()
  await world.until('down', 'c1', 120_000)
  await world.close()
})

test('fixed addresses identify whatever the port, in any spelling, and no neighbour', async () => {
  const world = new World()
  world.lines.update([fixedCarrier(ONE, ['203.0.113.5', '2001:DB8:0:0::5'])])
  assert.deepEqual(world.lines.bySourceAddress('203.0.113.5', 40_000), { id: 'c1' })
  assert.deepEqual(world.lines.bySourceAddress('2001:db8::5', 5060), { id: 'c1' })
  assert.equal(world.lines.bySourceAddress('203.0.113.6', 5060), undefined)
  assert.equal(world.lines.hasAddress('203.0.113.5'), true)
  assert.equal(world.lines.hasAddress('203.0.113.6'), false)
  await world.close()
})

test('on loopback only the port of the carrier is the carrier', async () => {
  const world = new World()
  world.lines.update([fixedCarrier('127.0.0.1', ['127.0.0.1'], { port: 5080 })])
  await world.clock.advance(1)
  assert.deepEqual(world.lines.bySourceAddress('127.0.0.1', 5080), { id: 'c1' })
  assert.equal(world.lines.bySourceAddress('127.0.0.1', 5062), undefined)
  assert.equal(world.lines.hasOperatorAddress('127.0.0.1'), false)
  await world.close()
})

test('where two carriers share an address the one with the better priority counts', async () => {
  const world = new World()
  world.lines.update([fixedCarrier(ONE, [ONE], { id: 'c2' }), fixedCarrier(ONE, [ONE], { id: 'c1' })])
  assert.deepEqual(world.lines.bySourceAddress(ONE, 5060), { id: 'c2' })
  await world.close()
})

test("TRK-12: an address that a customer names for its own carrier is the operator's carrier's or a stranger's to all but calls to that customer", async () => {
  const world = new World()
  const mine = { id: 'mine', tenantId: 'acme' }
  world.lines.update([fixedCarrier(ONE, [ONE]), fixedCarrier(TWO, [ONE, '203.0.113.5'], mine)])
  const at = (address: string): Flow => ({
    ...{ id: address, protocol: 'UDP', local: { address: '192.0.2.1', port: 5060 } },
    remote: { address, port: 40_000 },
  })
  assert.deepEqual(world.lines.bySourceAddress(ONE, 40_000), { id: 'c1' })
  assert.equal(world.lines.bySourceAddress('203.0.113.5', 40_000), undefined)
  assert.deepEqual(
    world.lines.ownAt(at('203.0.113.5'), () => 'acme'),
    { id: 'mine' },
  )
  assert.equal(
    world.lines.ownAt(at('203.0.113.5'), () => 'other'),
    undefined,
  )
  assert.equal(
    world.lines.ownAt(at('203.0.113.5'), () => undefined),
    undefined,
  )
  assert.equal(
    world.lines.ownAt(at('203.0.113.6'), () => assert.fail('nobody sends from there')),
    undefined,
  )
  assert.deepEqual([world.lines.hasAddress('203.0.113.5'), world.lines.hasOperatorAddress('203.0.113.5')], [true, false])
  assert.equal(world.lines.hasOperatorAddress(ONE), true)
  await world.close()
})

test("TRK-12: an own carrier at which we are registered is known by its flow, to its customer's calls alone", async () => {
  const world = new World()
  world.carrierAt(ONE)
  world.lines.update([registeredCarrier(ONE, { tenantId: 'acme' })])
  await world.until('registered')
  const flow: Flow = {
    ...{ id: 'another', protocol: 'UDP', local: { address: '192.0.2.1', port: 5060 } },
    remote: { address: ONE, port: 5060 },
  }
  assert.equal(world.lines.bySourceAddress(ONE, 5060), undefined)
  assert.deepEqual(
    world.lines.ownAt(flow, () => 'acme'),
    { id: 'c1' },
  )
  await world.close()
})

test('lines follow the configuration: what stays is not touched, what goes is taken back, what is new is opened', async () => {
  const world = new World()
  const one = world.carrierAt(ONE)
  const two = world.carrierAt(TWO)
  const stays = registeredCarrier(ONE)
  world.lines.update([stays, registeredCarrier(TWO, { id: 'c2' })])
  await world.until('registered', 'c2')
  world.lines.update([{ ...stays, name: 'Renamed', priority: 5 }])
  await world.clock.advance(1_000)
  assert.equal(one.accepted.length, 1)
  assert.deepEqual(
    two.accepted.map(({ expiresSeconds }) => expiresSeconds),
    [300, 0],
  )
  assert.equal(world.lines.status('c2'), undefined)
  assert.deepEqual(
    world.lines.statuses().map(({ carrierId }) => carrierId),
    ['c1'],
  )
  await world.close()
})

test('a changed account is taken back before the new binding is made', async () => {
  const world = new World()
  const carrier = world.carrierAt(ONE)
  const before = registeredCarrier(ONE)
  world.lines.update([before])
  await world.until('registered')
  world.lines.update([{ ...before, authentication: { ...before.authentication, expiresSeconds: 900 } as typeof before.authentication }])
  await world.clock.advance(1_000)
  assert.deepEqual(
    carrier.accepted.map(({ expiresSeconds }) => expiresSeconds),
    [300, 0, 900],
  )
  await world.close()
})

test('a name without an address is a failed line that says so', async () => {
  const world = new World()
  world.lines.update([registeredCarrier('nowhere.example')])
  await world.until('failed')
  assert.equal(world.lines.status('c1')?.lastError, 'nowhere.example has no address')
  await world.close()
})

test("TRK-12: a DNS that lies about a customer's own carrier leads nobody into networks of ours; the operator's may be there", async () => {
  const world = new World({ 'inside.example': ['10.0.0.7'] })
  const table = new TableResolver({ 'inside.example': ['10.0.0.7'] })
  const { clock, random, stack, host: transport } = world
  const lines = new CarrierLines({
    ...{ userAgent: stack.userAgent, transport, clock, random, logger: silentLogger, resolver: table },
    guardedResolver: guardedResolver(table, (address) => address.startsWith('10.')),
  })
  const at = { addresses: ['10.0.0.7'], kind: 'fixed-ip' } as const
  lines.update([
    registeredCarrier('inside.example', { id: 'operators', authentication: at }),
    registeredCarrier('inside.example', { id: 'own', authentication: at, tenantId: 'acme' }),
  ])
  await world.clock.until(() => lines.way('operators')?.targets.length === 1)
  await world.clock.until(() => lines.status('own')?.lastError !== undefined)
  assert.deepEqual(lines.way('own')?.targets ?? [], [])
  assert.equal(lines.status('own')?.lastError, 'inside.example has no address')
  await world.clock.settled(lines.close())
  await world.close()
})
