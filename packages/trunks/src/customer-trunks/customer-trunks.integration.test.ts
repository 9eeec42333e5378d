import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { accountsMigrations, assignNumbers, DEFAULT_PROFILE, deleteNumbers, insertSite, insertTenant } from '@klinke/accounts'
import { seededRandom, silentLogger } from '@klinke/foundation'
import { pbxMigrations } from '@klinke/pbx'
import { platformMigrations, systemClock } from '@klinke/platform'
import { type TestCluster, testCluster } from '@klinke/platform/test-support'
import { sql } from 'kysely'
import { trunksMigrations } from '../migrations.ts'
import { newLogin } from './account.ts'
import type { CustomerTrunk } from './customer-trunk.ts'
import { beginOutage, endOutage, listOutages, trunkOutagesIn } from './outage-store.ts'
import { TrunkNameTaken, TrunkPlaceTaken } from './rules.ts'
import { deleteTrunk, insertTrunk, listTrunks, replaceTrunk, trunksAt, trunksBoundTo } from './store.ts'
import { StoredCustomerTrunks } from './stored-customer-trunks.ts'

let cluster: TestCluster
before(async () => {
  cluster = await testCluster([platformMigrations, accountsMigrations, pbxMigrations, trunksMigrations])
})
after(() => cluster[Symbol.asyncDispose]())

const BLOCK = '+4922112340'

async function world() {
  const opened = await cluster.database()
  const { database } = opened
  const tenant = (name: string) =>
    database.withOperator((tx) => insertTenant(tx, { name, sipDomain: `${name}.example.org`, areaCode: '221', profile: DEFAULT_PROFILE }))
  const [alice, bob] = [(await tenant('alice')).id, (await tenant('bob')).id]
  await database.withOperator((tx) => assignNumbers(tx, { tenantId: alice, first: BLOCK, size: 10 }))
  return { database, alice, bob, [Symbol.asyncDispose]: () => opened[Symbol.asyncDispose]() }
}

function trunkOf(tenantId: string, over: Partial<CustomerTrunk> = {}): Omit<CustomerTrunk, 'id'> {
  return {
    ...{ tenantId, name: 'PBX', product: 'extended-connect', channels: 10, numberFormat: 'e164', signalling: 'sipconnect' },
    ...{ transport: 'TLS', srtp: 'offered', headNumber: undefined, siteId: undefined, isActive: true },
    access: {
      kind: 'fixed-ip',
      places: [
        { host: 'PBX.example.net', port: 5061 },
        { host: '192.0.2.9', port: undefined },
      ],
    },
    ...over,
  }
}

function opened(database: Awaited<ReturnType<typeof world>>['database']) {
  return StoredCustomerTrunks.open({ database, clock: systemClock(), logger: silentLogger })
}

test('what is stored comes back whole, for registration and for fixed addresses', async () => {
  await using made = await world()
  const { database, alice } = made
  const { login } = newLogin('alice.example.org', BLOCK, seededRandom(1))
  const fixed = await database.withTenant(alice, (tx) => insertTrunk(tx, trunkOf(alice)))
  const access = { kind: 'registration', logins: [login] } as const
  const registered = await database.withTenant(alice, (tx) =>
    insertTrunk(tx, trunkOf(alice, { name: 'Other', product: 'extended', access, signalling: 'sip-ddi', channels: 20 })),
  )
  assert.deepEqual(fixed.access, {
    kind: 'fixed-ip',
    places: [
      { host: 'pbx.example.net', port: 5061 },
      { host: '192.0.2.9', port: undefined },
    ],
  })
  assert.deepEqual(registered.access, access)
  assert.deepEqual(await database.withTenant(alice, (tx) => listTrunks(tx)), [fixed, registered])
})

test('calls find trunks by id, customer and login, and follow each change', async () => {
  await using made = await world()
  const { database, alice, bob } = made
  await using trunks = await opened(database)
  const { login } = newLogin('alice.example.org', BLOCK, seededRandom(2))
  const access = { kind: 'registration', logins: [login] } as const
  const sold = await database.withTenant(alice, (tx) => insertTrunk(tx, trunkOf(alice, { access })))
  assert.equal(trunks.trunk(sold.id)?.name, 'PBX')
  assert.equal(trunks.ofTenant(alice).length, 1)
  assert.deepEqual([...trunks.ofTenant(bob)], [])
  assert.deepEqual(trunks.byLogin(login.username, 'alice.example.org')?.login, login)
  assert.equal(trunks.byLogin(login.username, 'bob.example.org'), undefined)
  await database.withTenant(alice, (tx) =>
    replaceTrunk(tx, { ...sold, access: { kind: 'fixed-ip', places: [{ host: 'a.b', port: undefined }] } }),
  )
  assert.equal(trunks.byLogin(login.username, 'alice.example.org'), undefined)
  assert.equal(trunks.trunk(sold.id)?.access.kind, 'fixed-ip')
  await database.withTenant(alice, (tx) => deleteTrunk(tx, sold.id))
  assert.deepEqual([trunks.trunk(sold.id), [...trunks.trunks()], trunks.ofTenant(alice).length], [undefined, [], 0])
})

test('what was there before the exchange started is found as well', async () => {
  await using made = await world()
  const { database, alice } = made
  const sold = await database.withTenant(alice, (tx) => insertTrunk(tx, trunkOf(alice)))
  await using trunks = await opened(database)
  assert.equal(trunks.trunk(sold.id)?.tenantId, alice)
})

test('an address is that of one PBX, whichever customer has it; a name is taken once per customer', async () => {
  await using made = await world()
  const { database, alice, bob } = made
  await database.withTenant(alice, (tx) => insertTrunk(tx, trunkOf(alice)))
  await assert.rejects(
    database.withTenant(bob, (tx) => insertTrunk(tx, trunkOf(bob))),
    TrunkPlaceTaken,
  )
  const elsewhere = { kind: 'fixed-ip', places: [{ host: 'c.d', port: undefined }] } as const
  await assert.rejects(
    database.withTenant(alice, (tx) => insertTrunk(tx, trunkOf(alice, { access: elsewhere }))),
    TrunkNameTaken,
  )
  await database.withTenant(bob, (tx) => insertTrunk(tx, trunkOf(bob, { access: elsewhere })))
})

test('a customer sees no trunk of another one, and none without a customer', async () => {
  await using made = await world()
  const { database, alice, bob } = made
  await database.withTenant(alice, (tx) => insertTrunk(tx, trunkOf(alice)))
  assert.deepEqual(await database.withTenant(bob, (tx) => listTrunks(tx)), [])
  assert.equal((await database.withOperator((tx) => listTrunks(tx))).length, 1)
})

test('a block that is taken back takes its account with it, and the head number', async () => {
  await using made = await world()
  const { database, alice } = made
  await using trunks = await opened(database)
  const { login } = newLogin('alice.example.org', BLOCK, seededRandom(4))
  const access = { kind: 'registration', logins: [login] } as const
  const { id } = await database.withTenant(alice, (tx) => insertTrunk(tx, trunkOf(alice, { access, headNumber: BLOCK })))
  assert.equal(trunks.trunk(id)?.headNumber, BLOCK)
  await database.withOperator((tx) => deleteNumbers(tx, BLOCK, '2030-01-01'))
  assert.deepEqual([trunks.trunk(id)?.access, trunks.trunk(id)?.headNumber], [{ kind: 'registration', logins: [] }, undefined])
})

test('whose PBX stands at a site keeps it; a customer that goes takes its trunks along', async () => {
  await using made = await world()
  const { database, alice } = made
  await using trunks = await opened(database)
  const site = (name: string) =>
    database.withTenant(alice, (tx) => insertSite(tx, { tenantId: alice, name, areaCode: '221', addresses: [] }))
  const [main, other] = [await site('Main'), await site('Other')]
  const { id } = await database.withTenant(alice, (tx) => insertTrunk(tx, trunkOf(alice, { siteId: other.id })))
  const users = [main, other].map((each) => database.withTenant(alice, (tx) => trunksAt(tx, each)))
  assert.deepEqual(await Promise.all(users), [[], [{ kind: 'trunk', id, name: 'PBX' }]])
  await database.withOperator((tx) => sql`DELETE FROM tenant WHERE id = ${alice}`.execute(tx.tables()))
  assert.deepEqual([...trunks.trunks()], [])
})

test('NUM-02: a block keeps the trunks that show its numbers or log in for it, wherever they stand', async () => {
  await using made = await world()
  const { database, alice } = made
  const bound = (name: string) =>
    database.withTenant(alice, (tx) => insertSite(tx, { tenantId: alice, name, areaCode: '221', addresses: [] }))
  const [main, other] = [await bound('Main'), await bound('Other')]
  const { login } = newLogin('alice.example.org', BLOCK, seededRandom(4))
  const access = { kind: 'registration', logins: [login] } as const
  await database.withTenant(alice, async (tx) => {
    await insertTrunk(tx, trunkOf(alice, { siteId: other.id, access, name: 'By login' }))
    await insertTrunk(
      tx,
      trunkOf(alice, { siteId: other.id, access: { kind: 'registration', logins: [] }, headNumber: BLOCK, name: 'By head number' }),
    )
    await insertTrunk(tx, trunkOf(alice, { access: { kind: 'registration', logins: [] }, name: 'By site' }))
    assert.deepEqual(await trunksBoundTo(tx, main, [BLOCK]), ['By site', 'By head number', 'By login'])
    assert.deepEqual(await trunksBoundTo(tx, main, []), ['By site'])
  })
})

test('SLA-01: a trunk that flaps loses no outage; a hundred are listed', async () => {
  await using made = await world()
  const { database, alice } = made
  const trunk = await database.withTenant(alice, (tx) => insertTrunk(tx, trunkOf(alice)))
  const beganMs = Date.parse('2026-03-01T00:00:00Z')
  const found = await database.withOperator(async (tx) => {
    for (let hour = 0; hour < 130; hour++) {
      const at = beganMs + hour * 3_600_000
      await beginOutage(tx, alice, trunk.id, new Date(at))
      await endOutage(tx, alice, trunk.id, new Date(at + 60_000))
    }
    return { listed: await listOutages(tx, trunk.id), all: await trunkOutagesIn(tx, alice, beganMs, beganMs + 31 * 86_400_000) }
  })
  assert.deepEqual([found.listed.length, found.all.length], [100, 130])
})
