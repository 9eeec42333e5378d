/** Orders to trace malicious calls and their reports, over the API and as calls read them (CLI-06, § 14 TDDDG). */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { accountsMigrations, assignNumbers, DEFAULT_PROFILE, insertTenant } from '@klinke/accounts'
import { silentLogger } from '@klinke/foundation'
import { pbxMigrations } from '@klinke/pbx'
import { platformMigrations, systemClock } from '@klinke/platform'
import { type TestAnswer, type TestCluster, testApi, testCluster } from '@klinke/platform/test-support'
import { sql } from 'kysely'
import { trunksMigrations } from '../migrations.ts'
import { traceOrderRoutes } from './routes.ts'
import { traceProblems } from './rules.ts'
import { StoredOrders } from './stored-orders.ts'
import { deleteOldTracedCalls, insertTracedCalls, markTracedCall } from './traced-call-store.ts'

let cluster: TestCluster
before(async () => {
  cluster = await testCluster([platformMigrations, accountsMigrations, pbxMigrations, trunksMigrations])
})
after(() => cluster[Symbol.asyncDispose]())

const NUMBER = '+4922112345670'
const EXTENSION = '0190a6c2-6f6e-7b3a-8f00-000000000001'

async function exchange() {
  const opened = await cluster.database()
  const { database } = opened
  const clock = systemClock()
  const api = await testApi(database, [traceOrderRoutes({ database, clock })], [traceProblems])
  const tenant = (name: string) =>
    database.withOperator((tx) => insertTenant(tx, { name, sipDomain: `${name}.example`, areaCode: '221', profile: DEFAULT_PROFILE }))
  const [alice, bob] = [(await tenant('alice')).id, (await tenant('bob')).id]
  await database.withOperator((tx) => assignNumbers(tx, { tenantId: alice, first: NUMBER, size: 1 }))
  const now = Date.now()
  const order = {
    ...{ tenantId: alice, calledNumber: NUMBER, reason: 'Drohanrufe', requestReference: 'F-17', keepDays: 30, userMayMark: true },
    ...{ validFrom: new Date(now).toISOString(), validUntil: new Date(now + 86_400_000).toISOString() },
  }
  return {
    ...{ alice, bob, database, order },
    operator: await api.signedIn({ kind: 'operator' }),
    colleague: await api.signedIn({ kind: 'operator' }),
    asAlice: await api.client({ kind: 'tenant', tenantId: alice }),
    asBob: await api.client({ kind: 'tenant', tenantId: bob }),
    orders: () => StoredOrders.open({ database, clock, logger: silentLogger }),
    [Symbol.asyncDispose]: async () => {
      await api[Symbol.asyncDispose]()
      await opened[Symbol.asyncDispose]()
    },
  }
}

function problem(answer: TestAnswer): readonly unknown[] {
  return [answer.status, String(answer.body.type).replace('urn:klinke:problem:', '')]
}

test('CLI-06: the report is given out by two persons only, each reading is noted, and the customer sees its order alone', async () => {
  await using running = await exchange()
  const { operator, colleague, asAlice, asBob, alice, database, order } = running
  const made = await operator('POST', '/trace-orders', order)
  assert.equal(made.status, 201, String(made.body.detail))
  const orderId = String(made.body.id)
  const path = `/trace-orders/${orderId}`
  assert.equal((await asAlice('GET', path)).status, 200)
  assert.equal((await asBob('GET', path)).status, 404)
  assert.equal((await asAlice('GET', `${path}/report`)).status, 403)
  const call = {
    ...{ tenantId: alice, orderId, extensionId: EXTENSION, sipCallId: 'x', calledAt: new Date(), carrier: 'Amt', isHidden: true },
    ...{ shown: 'anonymous', asserted: ['+49301234567'], displayName: null, deleteAfter: new Date(Date.now() + 1_000_000) },
  }
  await database.withOperator((tx) => insertTracedCalls(tx, [call, { ...call, deleteAfter: new Date(0) }]))
  await database.withOperator((tx) => deleteOldTracedCalls(tx, new Date()))
  assert.equal(await database.withOperator((tx) => markTracedCall(tx, alice, EXTENSION, new Date())), true)
  assert.deepEqual(problem(await operator('GET', `${path}/report`)), [409, 'trace-release-missing'])
  assert.deepEqual(problem(await colleague('POST', `${path}/release`)), [409, 'trace-release-missing'])
  assert.equal((await operator('POST', `${path}/release-request`, { reason: 'Anzeige' })).status, 200)
  assert.deepEqual(problem(await operator('POST', `${path}/release`)), [409, 'trace-same-person'])
  assert.deepEqual(problem(await operator('GET', `${path}/report`)), [409, 'trace-release-missing'])
  const released = await colleague('POST', `${path}/release`)
  assert.equal(released.status, 200, String(released.body.detail))
  const report = await operator('GET', `${path}/report`)
  const calls = report.body.calls as readonly { readonly markedAt: string | null }[]
  assert.partialDeepStrictEqual(calls, [{ shown: 'anonymous', asserted: ['+49301234567'], hidden: true, carrier: 'Amt' }])
  assert.deepEqual([calls.length, typeof calls[0]?.markedAt], [1, 'string'])
  const noted = sql<{ readonly actor_name: string }>`SELECT actor_name FROM audit_log WHERE subject = 'trace_order' AND after ? 'read_at'`
  const { rows } = await database.withOperator((tx) => noted.execute(tx.tables()))
  assert.equal(rows.length, 1)
  assert.equal((await operator('POST', `${path}/release-request`, { reason: 'noch einmal' })).status, 200)
  assert.equal((await operator('GET', `${path}/report`)).status, 409, 'each giving out is released by itself')
})

test('CLI-06: only calls to come, to numbers of the customer, and not for ever; calls follow orders at once', async () => {
  await using running = await exchange()
  const { operator, asAlice, alice, order, orders } = running
  await using stored = await orders()
  const day = 86_400_000
  const wrong = (from: number, until: number) => ({
    ...order,
    ...{ validFrom: new Date(Date.now() + from).toISOString(), validUntil: new Date(Date.now() + until).toISOString() },
  })
  for (const [from, until] of [
    [-day, day],
    [day, day],
    [0, 93 * day],
  ] as const) {
    assert.deepEqual(problem(await operator('POST', '/trace-orders', wrong(from, until))), [422, 'trace-window-wrong'])
  }
  assert.deepEqual(problem(await operator('POST', '/trace-orders', { ...order, calledNumber: '+4922199999' })), [
    422,
    'trace-not-own-number',
  ])
  assert.equal((await asAlice('POST', '/trace-orders', order)).status, 403)
  const { body } = await operator('POST', '/trace-orders', order)
  assert.deepEqual(
    stored.ordersOf(alice).map(({ number, keepDays }) => [number, keepDays]),
    [[NUMBER, 30]],
  )
  await operator('DELETE', `/trace-orders/${String(body.id)}`)
  assert.deepEqual(stored.ordersOf(alice), [])
})

test('CLI-06: who has called hidden stands in no audit log, also when its order is deleted', async () => {
  await using running = await exchange()
  const { operator, alice, database, order } = running
  const { body } = await operator('POST', '/trace-orders', order)
  const orderId = String(body.id)
  const call = {
    ...{ tenantId: alice, orderId, extensionId: EXTENSION, sipCallId: 'x', calledAt: new Date(), carrier: 'Amt', isHidden: true },
    ...{ shown: '+49301111111', asserted: ['+49302222222'], displayName: 'Drohender', deleteAfter: new Date(Date.now() + 1_000_000) },
  }
  await database.withOperator((tx) => insertTracedCalls(tx, [call]))
  assert.equal((await operator('DELETE', `/trace-orders/${orderId}`)).status, 204)
  // Nothing writes it, whoever deletes and by whatever way: what stands in the log stands there for ever.
  const writers = sql`SELECT tgname FROM pg_trigger WHERE tgrelid = 'traced_call'::regclass AND tgname = 'audit_change'`
  assert.deepEqual((await database.withOperator((tx) => writers.execute(tx.tables()))).rows, [])
  const log = sql<{ readonly subject: string; readonly line: string }>`SELECT subject, audit_log::text AS line FROM audit_log ORDER BY id`
  for (const { rows } of [
    await database.withTenant(alice, (tx) => log.execute(tx.tables())),
    await database.withOperator((tx) => log.execute(tx.tables())),
  ]) {
    assert.ok(rows.some(({ subject, line }) => subject === 'trace_order' && line.includes('deleted')))
    assert.deepEqual(
      rows.filter(({ line }) => /\+4930|Drohender/.test(line)),
      [],
    )
  }
})
