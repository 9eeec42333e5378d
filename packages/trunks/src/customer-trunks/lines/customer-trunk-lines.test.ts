import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createRegistrar } from '@klinke/calls'
import { silentLogger } from '@klinke/foundation'
import { buildRequest, type Flow, ha1s, type SipRequest } from '@klinke/sip'
import { TableResolver } from '@klinke/testbed'
import { guardedResolver } from '../../lines/guarded-resolver.ts'
import { customerTrunk, fixedTrunk } from '../../test-support/customer-trunks.ts'
import { World } from '../../test-support/world.ts'
import { trunkNamed } from '../calls/trunk-of.ts'
import type { CustomerTrunk } from '../customer-trunk.ts'
import { CustomerTrunkLines } from './customer-trunk-lines.ts'

const [ONE, TWO] = ['198.51.100.1', '198.51.100.2']

/** Numbers that are led to trunks. */
const NUMBERS: Readonly<Record<string, string>> = { '+4922155501': 't1', '+4922155502': 't2' }

class TrunkWorld extends World {
  readonly registrar = createRegistrar(this.clock)
  readonly trunks: CustomerTrunkLines
  /** What both ends were told. */
  readonly told: string[] = []
  #now: readonly CustomerTrunk[] = []

  /** @param wasAway trunks that were unreachable when the exchange last ran */
  constructor(names: Readonly<Record<string, readonly string[]>> = {}, wasAway: readonly string[] = []) {
    super(names)
    const { clock, random, host: transport, stack, registrar } = this
    const resolver = { resolve: (uri: string) => new TableResolver(names).resolve(uri) }
    const directory = {
      trunk: (id: string) => this.#now.find((trunk) => trunk.id === id),
      trunks: () => this.#now,
      ofTenant: () => this.#now,
      byLogin: (username: string, domain: string) => {
        const trunk = this.#now[0]
        const login = trunk?.access.kind === 'registration' ? trunk.access.logins[0] : undefined
        return trunk && login?.username === username && domain === 'acme.example' ? { trunk, login } : undefined
      },
    }
    this.trunks = new CustomerTrunkLines({
      ...{
        userAgent: stack.userAgent,
        transport,
        resolver,
        guardedResolver: guardedResolver(resolver, (address) => address.startsWith('10.')),
        clock,
        random,
        logger: silentLogger,
      },
      ...{ trunks: directory, registrar, domainOf: () => 'acme.example', sipsPort: 5061 },
      whose: (request, trunks) => trunkNamed(request, trunks, (e164) => NUMBERS[e164]),
      isEmergency: ({ uri }) => uri.startsWith('sip:112@'),
      wasAway: (id) => wasAway.includes(id),
      told: ({ id }, isReachable) => void this.told.push(`${id} ${isReachable ? 'back' : 'gone'}`),
    })
  }

  set(...trunks: readonly CustomerTrunk[]): void {
    const before = this.#now
    this.#now = trunks
    this.trunks.replaced(trunks, before)
  }

  placesUp(id = 't1'): string[] {
    return this.trunks.places(id).map(({ place, isUp }) => `${place.host} ${isUp ? 'up' : 'down'}`)
  }

  override async close(): Promise<void> {
    await this.clock.settled(this.trunks.close())
    this.registrar.close()
    await super.close()
  }
}

function request(user: string, uri = 'sip:+493023125000@acme.example', method = 'INVITE'): SipRequest {
  const from = `<sip:${user}@pbx.example>`
  return buildRequest({ method, uri, from: `${from};tag=a`, to: method === 'REGISTER' ? from : `<${uri}>`, callId: 'c', cseq: 1 })
}

function flowFrom(address: string, port = 5060): Flow {
  return { id: 'f', protocol: 'UDP', local: { address: '192.0.2.1', port: 5060 }, remote: { address, port } }
}

test('BCP-03: a PBX at two addresses is asked by OPTIONS at both; the one that is silent is tried last, until it answers again', async () => {
  const world = new TrunkWorld()
  const [one, two] = [world.carrierAt(ONE), world.carrierAt(TWO)]
  world.set(fixedTrunk([ONE, TWO]))
  await world.clock.advance(120_000)
  assert.ok(one.options.length >= 4 && two.options.length >= 4)
  assert.deepEqual(world.placesUp(), [`${ONE} up`, `${TWO} up`])
  one.host.crash()
  await world.clock.until(() => world.placesUp()[0] === `${TWO} up`, 60_000)
  assert.deepEqual(world.placesUp(), [`${TWO} up`, `${ONE} down`])
  assert.equal(world.trunks.state(fixedTrunk([ONE, TWO])).isReachable, true)
  one.host.restart()
  await world.clock.until(() => world.placesUp()[0] === `${ONE} up`, 60_000)
  await world.close()
})

test('TRK-07: a PBX on a SIP-DDI trunk is never asked; a call that finds nobody shows it, and the next ones go elsewhere for half a minute', async () => {
  const world = new TrunkWorld()
  const [one, two] = [world.carrierAt(ONE), world.carrierAt(TWO)]
  world.set(fixedTrunk([ONE, TWO], { signalling: 'sip-ddi' }))
  await world.clock.advance(300_000)
  assert.deepEqual([one.options.length, two.options.length], [0, 0])
  world.trunks.places('t1')[0]?.suspect()
  assert.deepEqual(world.placesUp(), [`${TWO} up`, `${ONE} down`])
  await world.clock.advance(31_000)
  assert.deepEqual(world.placesUp(), [`${ONE} up`, `${TWO} up`])
  assert.deepEqual(
    world.trunks.state(fixedTrunk([ONE])).places?.map(({ state }) => state),
    ['unasked', 'unasked'],
  )
  await world.close()
})

test('a name of a PBX is followed: whoever sends from its new address is known by it, the old one is a stranger', async () => {
  const names: Record<string, readonly string[]> = { 'pbx.example': [ONE] }
  const world = new TrunkWorld(names)
  world.set(fixedTrunk(['pbx.example'], { signalling: 'sip-ddi' }))
  await world.clock.until(() => world.trunks.hasAddress(ONE))
  assert.deepEqual(world.trunks.bySource(request('x'), flowFrom(ONE, 40_000)), { id: 't1', tenantId: 'acme' })
  names['pbx.example'] = [TWO]
  await world.clock.until(() => world.trunks.hasAddress(TWO), 120_000)
  assert.equal(world.trunks.bySource(request('x'), flowFrom(ONE)), undefined)
  await world.close()
})

test('TRK-16: a name that a customer gives its PBX leads nobody into networks of ours; an address that is given as such may be there', async () => {
  const world = new TrunkWorld({ 'pbx.example': ['10.0.0.7'] })
  world.set(fixedTrunk(['pbx.example'], { signalling: 'sip-ddi' }), fixedTrunk(['10.0.0.8'], { id: 't2', signalling: 'sip-ddi' }))
  await world.clock.until(() => world.trunks.places('t1')[0]?.state().lastError !== undefined)
  await world.clock.until(() => world.trunks.hasAddress('10.0.0.8'))
  assert.equal(world.trunks.places('t1')[0]?.state().lastError, 'pbx.example has no address')
  assert.deepEqual([world.trunks.places('t1')[0]?.targets, world.trunks.hasAddress('10.0.0.7')], [[], false])
  await world.close()
})

test('trunks that share an address are told apart by the number that the caller names; one that names none is refused, unless it calls for help', async () => {
  const world = new TrunkWorld()
  world.set(fixedTrunk([ONE]), fixedTrunk([ONE], { id: 't2', access: { kind: 'fixed-ip', places: [{ host: ONE, port: 5070 }] } }))
  await world.clock.until(() => world.trunks.places('t2')[0]?.targets.length === 1)
  const from = flowFrom(ONE, 40_000)
  const idAt = (sent: SipRequest, flow: Flow): unknown => {
    const found = world.trunks.bySource(sent, flow)
    return typeof found === 'object' ? found.id : found
  }
  assert.equal(idAt(request('+4922155502'), from), 't2')
  assert.equal(idAt(request('+4922155501'), from), 't1')
  assert.equal(idAt(request('+493023125000'), from), 'unclear')
  assert.equal(idAt(request('+493023125000', 'sip:112@acme.example'), from), 't1')
  assert.equal(idAt(request('+493023125000'), flowFrom(ONE, 5070)), 't2')
  world.carrierAt(ONE)
  await world.close()
})

test('a login registers its PBX; a new password takes the registration away, and so does the end of the trunk', async () => {
  const world = new TrunkWorld()
  const withPassword = (password: string): CustomerTrunk => {
    const login = { id: 'l1', username: 'tabc', ha1: ha1s('tabc', 'acme.example', password), block: undefined }
    return customerTrunk({ access: { kind: 'registration', logins: [login] } })
  }
  const register = (): number => {
    const account = world.trunks.byLogin('tabc', 'acme.example')
    const from = '<sip:tabc@acme.example>'
    const headers = [
      ['Contact', '<sip:203.0.113.7:5070;bnc>'],
      ['Require', 'gin'],
    ] as const
    const sent = buildRequest({
      method: 'REGISTER',
      uri: 'sip:acme.example',
      from: `${from};tag=a`,
      to: from,
      callId: 'r',
      cseq: 1,
      headers,
    })
    return account === undefined ? 0 : world.trunks.register(sent, flowFrom('203.0.113.7', 5070), account).status
  }
  const trunk = withPassword('first')
  world.set(trunk)
  assert.equal(register(), 200)
  assert.equal(world.trunks.contacts(trunk, undefined)[0]?.contactUri, 'sip:203.0.113.7:5070;bnc')
  assert.equal(world.trunks.state(trunk).isReachable, true)
  await world.clock.advance(0)
  assert.deepEqual(world.told, [], 'a server that starts tells nobody that PBXs are back')
  world.set(withPassword('second'))
  assert.equal(world.trunks.state(trunk).isReachable, false)
  await world.clock.advance(0)
  assert.deepEqual(world.told, ['t1 gone'])
  world.set()
  assert.equal(world.trunks.byLogin('tabc', 'acme.example'), undefined)
  await world.close()
})

test('a Microsoft server is spoken to under a name that it knows, over TLS; all others by our address', async () => {
  const world = new TrunkWorld()
  world.carrierAt(ONE)
  world.set(fixedTrunk([ONE], { signalling: 'microsoft', transport: 'TLS' }), fixedTrunk([TWO], { id: 't2' }))
  await world.clock.until(() => world.trunks.hasAddress(ONE) && world.trunks.hasAddress(TWO))
  const over = (address: string, protocol: Flow['protocol']) => world.trunks.nameFor({ ...flowFrom(address, 40_000), protocol })
  assert.deepEqual(over(ONE, 'TLS'), { address: 'acme.example', port: 5061 })
  assert.equal(over(ONE, 'UDP'), undefined)
  assert.equal(over(TWO, 'TLS'), undefined)
  assert.equal(over('203.0.113.99', 'TLS'), undefined)
  await world.close()
})

test('BCP-01: both ends are told once when a PBX is unreachable at all its addresses, and once when it is back', async () => {
  const world = new TrunkWorld()
  const [one, two] = [world.carrierAt(ONE), world.carrierAt(TWO)]
  world.set(fixedTrunk([ONE, TWO]))
  await world.clock.advance(60_000)
  one.host.crash()
  await world.clock.advance(60_000)
  assert.deepEqual(world.told, [])
  two.host.crash()
  await world.clock.until(() => world.told.length > 0, 120_000)
  assert.deepEqual(world.told, ['t1 gone'])
  two.host.restart()
  await world.clock.until(() => world.told.length > 1, 120_000)
  assert.deepEqual(world.told, ['t1 gone', 't1 back'])
  await world.close()
})

test('BCP-01: what was away when the exchange last ran is told to be back once it answers, not while it is only asked', async () => {
  const world = new TrunkWorld({}, ['t1', 't2'])
  world.carrierAt(ONE)
  world.set(fixedTrunk([ONE]), fixedTrunk([TWO], { id: 't2' }))
  assert.deepEqual(world.told, [])
  await world.clock.advance(120_000)
  assert.deepEqual(world.told, ['t1 back'])
  await world.close()
})

test('BCP-01: a PBX that had registered before the exchange was started anew is told to be gone when that runs out', async () => {
  const world = new TrunkWorld()
  const now = world.clock.epochMs()
  const registration = {
    ...{ id: 'kept', addressOfRecord: 'tabc@acme.example', tenantId: 'acme', extensionId: 't1', contactUri: 'sip:203.0.113.7:5070' },
    ...({
      path: [],
      flowId: 'udp',
      preference: 1,
      parameters: '',
      protocol: 'UDP',
      remote: { address: '203.0.113.7', port: 5070 },
    } as const),
    ...{ userAgent: undefined, instance: undefined, regId: undefined, callId: 'r', cseq: 1 },
    ...{ registeredAtMs: now, refreshedAtMs: now, expiresAtMs: now + 60_000 },
  }
  assert.equal(world.registrar.restore([registration]), 1)
  const login = { id: 'l1', username: 'tabc', ha1: ha1s('tabc', 'acme.example', 'secret'), block: undefined }
  world.set(customerTrunk({ access: { kind: 'registration', logins: [login] } }))
  await world.clock.advance(30_000)
  assert.deepEqual(world.told, [])
  await world.clock.advance(60_000)
  assert.deepEqual(world.told, ['t1 gone'])
  await world.close()
})
