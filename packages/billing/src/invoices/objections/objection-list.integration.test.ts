/** The list of objections (BIL-07): of all customers for the operator, the own ones for a customer. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { insertReseller } from '@klinke/accounts'
import { silentLogger } from '@klinke/foundation'
import { FolderBlobStore, inArea } from '@klinke/platform'
import { type TestClient, type TestCluster, testApi } from '@klinke/platform/test-support'
import { VirtualClock } from '@klinke/testbed'
import { sql } from 'kysely'
import { followUpRoutes } from '../follow-up-routes.ts'
import { invoiceRoutes } from '../invoice-routes.ts'
import { invoiceProblems } from '../problems.ts'
import { advanceRun } from '../runs/run-worker.ts'
import { type ChargeSource, defaultTerms } from '../sources.ts'
import { beginRun, booksCluster, customer, issuer, orderIssue } from '../test-support/books.ts'
import { chargeWith } from '../test-support/example.ts'
import { objectionListRoute } from './objection-list-route.ts'

let cluster: TestCluster
before(async () => {
  cluster = await booksCluster()
})
after(() => cluster[Symbol.asyncDispose]())

const source: ChargeSource = { name: 'test', of: async () => [chargeWith()] }

/** Two customers that have been billed; Anna has objected twice, Berta once, in the order A1, B1, A2. */
async function desk() {
  const books = await cluster.database()
  const { database } = books
  const clock = new VirtualClock(Date.parse('2026-11-02T09:00:00Z'))
  await issuer(database)
  const [anna, berta] = [await customer(database, 'Anna'), await customer(database, 'Berta')]
  const parts = { database, clock, logger: silentLogger, sources: { charges: [source], terms: defaultTerms } }
  const run = await beginRun(database)
  while (await advanceRun(parts)) await Promise.resolve()
  await orderIssue(database, run)
  while (await advanceRun(parts)) await Promise.resolve()
  const routes = [
    invoiceRoutes({ database, blobs: new FolderBlobStore('/nowhere') }),
    followUpRoutes({ database, clock, issued: () => undefined, charges: [source] }),
    objectionListRoute(database),
  ]
  const api = await testApi(
    database,
    routes.map((each) => inArea('billing', each)),
    [invoiceProblems],
  )
  const operator = await api.client({ kind: 'operator' })
  const clients = {
    anna: await api.client({ kind: 'tenant', tenantId: anna }),
    berta: await api.client({ kind: 'tenant', tenantId: berta }),
  }
  const raise = async (client: TestClient, text: string): Promise<string> => {
    const [invoice] = (await client('GET', '/invoices')).body.items ?? []
    return String((await client('POST', `/invoices/${String(invoice?.id)}/objections`, { text })).body.id)
  }
  const raised = [await raise(clients.anna, 'A1'), await raise(clients.berta, 'B1'), await raise(clients.anna, 'A2')]
  const dispose = async (): Promise<void> => {
    await api[Symbol.asyncDispose]()
    await books[Symbol.asyncDispose]()
  }
  return { database, api, anna, berta, operator, clients, raised, [Symbol.asyncDispose]: dispose }
}

async function texts(client: TestClient, query = ''): Promise<readonly unknown[]> {
  const { status, body } = await client('GET', `/invoice-objections${query}`)
  assert.equal(status, 200, JSON.stringify(body))
  return (body.items ?? []).map(({ text }) => text)
}

test('the operator sees all of them with customer, invoice and deadline, the newest first; a customer its own', async () => {
  await using world = await desk()
  const { operator, clients, anna } = world
  assert.deepEqual(await texts(operator), ['A2', 'B1', 'A1'])
  const [newest] = (await operator('GET', '/invoice-objections')).body.items ?? []
  assert.partialDeepStrictEqual(newest, {
    ...{ tenantId: anna, customer: 'Anna', number: 'RE-2026-000001', outcome: null, answer: null, decidedAt: null, objectionUntil: null },
    gross: { currency: 'EUR' },
  })
  assert.deepEqual(await texts(clients.anna), ['A2', 'A1'])
  assert.deepEqual(await texts(clients.berta), ['B1'])
  assert.equal((await clients.berta('GET', `/invoice-objections?tenantId=${anna}`)).status, 404)
  assert.deepEqual(await texts(operator, `?tenantId=${anna}`), ['A2', 'A1'])
  const powerless = await world.api.client({ kind: 'tenant', tenantId: anna, rights: { routing: 'write' } })
  assert.equal((await powerless('GET', '/invoice-objections')).status, 403)
})

test('a reseller sees those of its own customers', async () => {
  await using world = await desk()
  const { database, api, berta } = world
  const partner = await database.withOperator(async (tx) => {
    const { id } = await insertReseller(tx, 'Partner')
    await sql`UPDATE tenant SET reseller_id = ${id} WHERE id = ${berta}`.execute(tx.tables())
    return id
  })
  assert.deepEqual(await texts(await api.client({ kind: 'reseller', resellerId: partner })), ['B1'])
})

test('it is narrowed to what is open or decided, to an invoice, and searched by customer, number and words', async () => {
  await using world = await desk()
  const { operator, raised, clients } = world
  await operator('POST', `/invoice-objections/${raised[1]}/decision`, { outcome: 'refused', answer: 'Stimmt so.' })
  assert.deepEqual(await texts(operator, '?state=open'), ['A2', 'A1'])
  const [decided] = (await clients.berta('GET', '/invoice-objections?state=decided')).body.items ?? []
  assert.partialDeepStrictEqual(decided, { text: 'B1', outcome: 'refused', answer: 'Stimmt so.' })
  assert.notEqual(decided?.decidedAt, null)
  assert.deepEqual(await texts(operator, '?q=berta'), ['B1'])
  assert.deepEqual(await texts(operator, '?q=a2'), ['A2'])
  assert.deepEqual(await texts(operator, '?q=RE-2026-000001'), ['A2', 'A1'])
  assert.deepEqual(await texts(operator, `?invoiceId=${String(decided?.invoiceId)}`), ['B1'])
})

test('it is sorted by when they were raised, by deadline and by number, page by page', async () => {
  await using world = await desk()
  const { operator, database, anna } = world
  // Berta has not received hers.
  await database.withOperator((tx) => sql`UPDATE invoice SET objection_until = '2026-12-14' WHERE tenant_id = ${anna}`.execute(tx.tables()))
  for (const [sort, expected] of [
    ['raisedAt', ['A1', 'B1', 'A2']],
    ['objectionUntil', ['A1', 'A2', 'B1']],
    ['-objectionUntil', ['B1', 'A2', 'A1']],
    ['number', ['A1', 'A2', 'B1']],
    ['-number', ['B1', 'A2', 'A1']],
  ] as const) {
    const found: unknown[] = []
    for (let cursor = ''; ; ) {
      const { body } = await operator('GET', `/invoice-objections?sort=${sort}&limit=1${cursor}`)
      found.push(...(body.items ?? []).map(({ text }) => text))
      if (typeof body.nextCursor !== 'string') break
      cursor = `&cursor=${encodeURIComponent(body.nextCursor)}`
    }
    assert.deepEqual(found, expected, sort)
  }
})
