/** Moves into another Ortsnetz that do not go as ordered: no emergency caller is shown with a number or place that is wrong (EMG-01, EMG-06, NUM-02). */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { accountsMigrations, assignByRules, findSite, findTenant, insertSite, planMove, putNumberAt, updateTenant } from '@klinke/accounts'
import { insertLogin, platformMigrations } from '@klinke/platform'
import { type TestCluster, testCluster } from '@klinke/platform/test-support'
import { eventually } from '@klinke/testbed'
import { openProvider } from '../contracts/test-support/provider.ts'
import { billingMigrations } from '../migrations.ts'
import { orderedMoveOf } from './ordered-move.ts'
import { FakeProvisioning } from './test-support/fake-provisioning.ts'
import { loadProfile, newOrderForm, orderBecomes, orderMade, stockNumbers } from './test-support/given-orders.ts'

let cluster: TestCluster
before(async () => {
  cluster = await testCluster([platformMigrations, accountsMigrations, billingMigrations])
})
after(() => cluster[Symbol.asyncDispose]())

const ADDRESS = { street: 'Domkloster', houseNumber: '4', postalCode: '50667', city: 'Köln' }
const BERLIN = { ...ADDRESS, postalCode: '10115', city: 'Berlin' }
const ALL = ['check', 'confirm', 'provision']
const DAY = '2026-12-07'

interface Shown {
  readonly id: string
  readonly number: string
  readonly state: string
  readonly steps: readonly string[]
  readonly tasks: readonly { readonly kind: string; readonly doneAt: string | null; readonly trouble: { readonly de: string } | null }[]
}

/** A customer with a block of ten in Köln, and the form that moves its site to Berlin. `isStocked`: there are numbers of Berlin. */
async function worldOf(isStocked = true) {
  const exchange = new FakeProvisioning()
  const running = await openProvider(cluster, { provisioning: exchange })
  const { operator, database, clock } = running
  await loadProfile(operator, 'flat')
  await stockNumbers(running)
  if (isStocked) await stockNumbers(running, { e164: '+4930987000', area_code: '30' })
  const items = Object.entries({ base: 1, extension: 3, 'number-ten': 1 }).map(([item, quantity]) => ({ item, quantity }))
  const made = await orderMade(running, newOrderForm('flat', items), ALL)
  const { contractId, tenantId, tasks } = made.body as {
    readonly contractId: string
    readonly tenantId: string
    readonly tasks: readonly { readonly kind: string; readonly result: string }[]
  }
  const siteId = tasks.find(({ kind }) => kind === 'site')?.result ?? ''
  const site = { name: 'Zentrale', areaCode: '30', address: BERLIN }
  const form = { kind: 'move', contractId, siteId, site, wishDate: DAY, items: [{ item: 'number-ten', quantity: 1 }] }
  const seen = () =>
    database.withOperator(async (tx) => {
      const found = await findSite(tx, siteId)
      const query = tx.tables<Ranges>().selectFrom('number_range').select(['e164', 'state']).where('tenant_id', '=', tenantId)
      const rows = await query.orderBy('e164').execute()
      return {
        areaCode: found?.areaCode,
        cities: found?.addresses.map(({ city }) => city),
        ranges: rows.map(({ e164, state }) => `${e164} ${state}`),
      }
    })
  const shown = async (id: unknown) => (await operator('GET', `/orders/${String(id)}`)).body as unknown as Shown
  const step = (id: unknown, name: string, reason = '') => operator('POST', `/orders/${String(id)}/steps`, { step: name, reason })
  const faults = async (of: object = form) => JSON.stringify((await operator('POST', '/orders/preview', { form: of })).body.faults)
  const dayComes = () => clock.advance(Date.parse(`${DAY}T00:30:00Z`) - clock.epochMs())
  return {
    ...{ running, exchange, operator, database, clock, tenantId, siteId, form, seen, shown, step, faults, dayComes },
    [Symbol.asyncDispose]: () => running[Symbol.asyncDispose](),
  }
}

interface Ranges {
  readonly number_range: { readonly e164: string; readonly tenant_id: string; readonly state: string }
}

const BEFORE = { areaCode: '221', cities: ['Köln'], ranges: ['+49221987000 active'] }

test('EMG-01: where the planned move does not hold on its day the site keeps its numbers, and the order says so', async () => {
  await using world = await worldOf()
  const { database, siteId, form, dayComes, seen, shown } = world
  const ordered = await orderMade(world.running, form, ALL)
  assert.equal(ordered.body.state, 'confirmed', JSON.stringify(ordered.body))
  // By whatever way: the address of the day is another one.
  await database.withOperator((tx) =>
    planMove(tx, siteId, { address: { ...BERLIN, city: 'Bonn' }, from: '2026-12-14' }, { epochMs: world.clock.epochMs(), by: 'Anna' }),
  )
  await dayComes()
  const stopped = await world.step(ordered.body.id, 'provision')
  assert.deepEqual([stopped.status, stopped.body.type], [409, 'urn:klinke:problem:order-provisioning-stopped'])
  assert.match(String(stopped.body.detail), /is not where the order moved it on 2026-12-07/)
  const now = await seen()
  assert.deepEqual([now.areaCode, now.ranges], ['221', ['+49221987000 active', '+4930987000 ordered']])
  assert.deepEqual((await shown(ordered.body.id)).steps, ['provision', 'cancel'])
  assert.equal((await world.step(ordered.body.id, 'cancel', 'Zieht nicht um')).body.state, 'cancelled')
  assert.deepEqual((await seen()).ranges, ['+49221987000 active'])
})

test('EMG-06: the operator calls a move off before its day: address and reserved numbers are taken back, the old ones stay', async () => {
  await using world = await worldOf()
  const { database, siteId, form, seen, step, tenantId } = world
  const ordered = await orderMade(world.running, form, ALL)
  assert.deepEqual((await seen()).cities, ['Köln', 'Berlin'])
  const number = String(ordered.body.number)
  assert.equal(await database.withTenant(tenantId, (tx) => orderedMoveOf(tx, siteId)), number)
  const customer = await world.running.as(tenantId)
  assert.equal((await customer('POST', `/orders/${String(ordered.body.id)}/steps`, { step: 'cancel' })).status, 403)
  // Of two moves one would take back the address of the other.
  assert.match(await world.faults(), new RegExp(`zieht schon mit der Bestellung ${number} um`))
  assert.equal((await step(ordered.body.id, 'cancel', 'Der Mietvertrag kam nicht zustande')).body.state, 'cancelled')
  assert.deepEqual(await seen(), BEFORE)
  assert.equal(await database.withTenant(tenantId, (tx) => orderedMoveOf(tx, siteId)), undefined)
})

test('NUM-02: no address is planned before the new numbers are sure', async () => {
  await using world = await worldOf(false)
  const { form, seen, shown, step, running } = world
  const stopped = await orderMade(running, form, ALL)
  assert.deepEqual([stopped.status, stopped.body.type], [409, 'urn:klinke:problem:order-provisioning-stopped'])
  assert.deepEqual(await seen(), BEFORE)
  const [order] = (await running.operator('GET', '/orders?kind=move')).body.items as { readonly id: string }[]
  await stockNumbers(running, { e164: '+4930987000', area_code: '30' })
  assert.equal((await step(order?.id, 'provision')).status, 200)
  assert.deepEqual(
    (await shown(order?.id)).tasks.map(({ kind, doneAt }) => `${kind} ${doneAt !== null}`),
    ['numbers true', 'move true', 'renumber false'],
  )
  assert.deepEqual((await seen()).cities, ['Köln', 'Berlin'])
})

test('EMG-01: numbers of one block at two sites keep a site from leaving its Ortsnetz: before the order, and on the day', async () => {
  await using world = await worldOf()
  const { database, form, faults, seen, step, dayComes, tenantId } = world
  assert.equal(await faults(), '[]')
  const other = await database.withOperator((tx) => insertSite(tx, { tenantId, name: 'Filiale', areaCode: '221', addresses: [] }))
  const put = (siteId: string | null) => database.withOperator((tx) => putNumberAt(tx, '+49221987005', siteId))
  await put(other.id)
  assert.match(await faults(), /vermischt sind: \+49221987005/)
  await put(null)
  const ordered = await orderMade(world.running, form, ALL)
  await put(other.id)
  await dayComes()
  const stopped = await step(ordered.body.id, 'provision')
  assert.match(String(stopped.body.detail), /are mixed at \+49221987005/)
  assert.equal((await seen()).areaCode, '221')
  assert.equal(
    (await step(ordered.body.id, 'cancel')).body.type,
    'urn:klinke:problem:order-move-done',
    'its address holds: numbers of Köln must not stay',
  )
  await put(null)
  await orderBecomes(world.running, ordered.body.id, 'active')
  assert.deepEqual((await seen()).areaCode, '30')
})

test('NUM-02: more numbers in use than new ones, large blocks and SIP trunks are faults of the order, in words', async () => {
  await using world = await worldOf()
  const { exchange, faults, database, tenantId, form } = world
  const used = Array.from({ length: 11 }, (_, index) => `+492219870${String(index).padStart(2, '0')}`)
  exchange.things = { numbers: used, trunks: ['PBX Keller'] }
  const told = await faults()
  assert.match(told, /hat 10 neue Rufnummern, und 11 aus 0221 sind in Gebrauch: Für manche bliebe keine, etwa für \+49221987010/)
  assert.match(told, /hat SIP-Trunks \(PBX Keller\)/)
  exchange.things = { numbers: used, trunks: [] }
  assert.equal(await faults({ ...form, items: [{ item: 'number-ten', quantity: 2 }] }), '[]')
  await database.withOperator((tx) => assignByRules(tx, { tenantId, first: '+49221555000', size: 1000, siteId: null }))
  assert.match(await faults({ ...form, items: [{ item: 'number-ten', quantity: 2 }] }), /Blöcke von 1\.000 oder mehr \(\+49221555000\)/)
})

test('NUM-02: what is reserved is of the new Ortsnetz, and proven anew where the product wants that', async () => {
  await using world = await worldOf()
  const { database, form, running, operator, seen, tenantId } = world
  const wantsProof = (requireProofOfLocation: boolean) =>
    database.withOperator(async (tx) => {
      const tenant = await findTenant(tx, tenantId)
      assert.ok(tenant)
      await updateTenant(tx, tenantId, { profile: { ...tenant.profile, requireProofOfLocation } })
    })
  await wantsProof(true)
  const stopped = await orderMade(running, form, ALL)
  assert.match(String(stopped.body.detail), /nothing proves that the customer is at the site/)
  await wantsProof(false)
  const [order] = (await operator('GET', '/orders?kind=move')).body.items as { readonly id: string }[]
  const input = { kind: 'numbers', first: '+49891234500', upstreamCarrier: null }
  const wrong = await operator('PATCH', `/orders/${String(order?.id)}/tasks/1`, { input, reason: 'Anderer Block' })
  assert.match(JSON.stringify(wrong.body.tasks), /is not of the Ortsnetz 030/)
  assert.deepEqual(await seen(), BEFORE)
})

test('EMG-01: the operator is told once by mail of numbers that could not change on the day; the customer is told which ones have, and of no invitation', async () => {
  await using world = await worldOf()
  const { database, form, tenantId, running, dayComes, step } = world
  const principal = { kind: 'operator' } as const
  await database.withOperator((tx) => insertLogin(tx, { email: 'leitstand@example.org', name: 'Olga', language: 'de', principal }))
  const other = await database.withOperator((tx) => insertSite(tx, { tenantId, name: 'Filiale', areaCode: '221', addresses: [] }))
  const put = (siteId: string | null) => database.withOperator((tx) => putNumberAt(tx, '+49221987005', siteId))
  const ordered = await orderMade(running, form, ALL)
  await put(other.id)
  await dayComes()
  const alarms = () => running.mails.filter(({ to }) => to === 'leitstand@example.org')
  await eventually('the operator is told', async () => {
    await running.clock.advance(60_000)
    return alarms().length > 0
  })
  assert.match(alarms()[0]?.text ?? '', /konnten die Rufnummern des Standorts nicht wechseln[\s\S]*Grund: [\s\S]*\+49221987005/)
  assert.equal((await step(ordered.body.id, 'provision')).status, 409)
  await put(null)
  await orderBecomes(running, ordered.body.id, 'active')
  const subject = `Ihre Bestellung ${String(ordered.body.number)} ist eingerichtet`
  await eventually('the customer is told', async () => {
    await running.clock.advance(60_000)
    return running.mails.some((mail) => mail.subject === subject)
  })
  const { text } = running.mails.find((mail) => mail.subject === subject) ?? { text: '' }
  assert.match(text, /neue Rufnummern; die alten ruhen[\s\S]*\+49221987000 → \+4930987000/)
  assert.doesNotMatch(text, /Einladung|Passwort/)
  assert.equal(alarms().length, 1, 'the same reason is told once')
})
