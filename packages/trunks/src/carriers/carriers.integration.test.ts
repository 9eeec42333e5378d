import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { accountsMigrations, DEFAULT_PROFILE, insertSite, insertTenant, siteProblems } from '@klinke/accounts'
import { seededRandom, silentLogger } from '@klinke/foundation'
import { pbxMigrations } from '@klinke/pbx'
import { ImportJobs, platformMigrations, SecretBox, systemClock } from '@klinke/platform'
import { type TestCluster, testApi, testCluster, testSecrets } from '@klinke/platform/test-support'
import { Client } from 'pg'
import { trunksMigrations } from '../migrations.ts'
import { type OwnCarrierRouteParts, ownCarrierRoutes } from '../own-carriers/routes.ts'
import { ownCarrierProblems } from '../own-carriers/rules.ts'
import { StoredOwnCarriers } from '../own-carriers/stored-own-carriers.ts'
import { CarrierRouting } from '../routing/carrier-routing.ts'
import { carrierRoutingRoutes, type RouteParts } from '../routing/routes.ts'
import { carrierRoutingProblems } from '../routing/rules.ts'
import { StoredRouting } from '../routing/stored-routing.ts'
import { carrierRoutes } from './routes.ts'
import { carrierProblems } from './rules.ts'
import { StoredCarriers } from './stored-carriers.ts'

let cluster: TestCluster
before(async () => {
  cluster = await testCluster([platformMigrations, accountsMigrations, pbxMigrations, trunksMigrations])
})
after(() => cluster[Symbol.asyncDispose]())

const AMT = { name: 'Amt', host: 'sip.example.net', authentication: { kind: 'registration', username: 'klinke', password: 'hunter2' } }

async function exchange(lines: OwnCarrierRouteParts['lines'] = { status: () => undefined }) {
  const opened = await cluster.database()
  const { database } = opened
  const parts = { database, clock: systemClock(), logger: silentLogger }
  const carriers = await StoredCarriers.open({ ...parts, secrets: testSecrets() })
  const tables = await StoredRouting.open(parts)
  const routing = new CarrierRouting({ tables: () => tables, clock: systemClock(), random: seededRandom(1) })
  const priceImports: RouteParts['priceImports'] = new ImportJobs(systemClock(), silentLogger)
  const asked = { carriers, routing, isUp: () => true, clock: systemClock(), priceImports }
  const routes = [carrierRoutes(database, testSecrets()), carrierRoutingRoutes(database, asked)]
  const ownRoutes = ownCarrierRoutes({ database, secrets: testSecrets(), lines })
  const api = await testApi(database, [...routes, ownRoutes], [carrierProblems, carrierRoutingProblems, ownCarrierProblems, siteProblems])
  return {
    opened,
    operator: await api.client({ kind: 'operator' }),
    customer: (tenantId: string) => api.client({ kind: 'tenant', tenantId }),
    open: (replaced: (name: string | undefined) => void, secrets = testSecrets()) =>
      StoredCarriers.open({
        database: opened.database,
        secrets,
        clock: systemClock(),
        logger: silentLogger,
        replaced: (now) => replaced(now?.name),
      }),
    [Symbol.asyncDispose]: async () => {
      priceImports.close()
      await api[Symbol.asyncDispose]()
      await carriers[Symbol.asyncDispose]()
      await tables[Symbol.asyncDispose]()
      await opened[Symbol.asyncDispose]()
    },
  }
}

test('the password of a carrier is neither shown nor readable in the database, but calls have it', async () => {
  await using running = await exchange()
  const { operator, opened, open } = running
  const created = await operator('POST', '/carriers', AMT)
  assert.equal(created.status, 201)
  const shown = await operator('GET', `/carriers/${String(created.body.id)}`)
  assert.ok(!JSON.stringify([created.body, shown.body]).includes('hunter2'))
  const client = new Client(opened.owner)
  await client.connect()
  await client.query('SET ROLE klinke_operator')
  const rows = JSON.stringify((await client.query('SELECT * FROM klinke.carrier')).rows)
  await client.end()
  assert.ok(rows.includes('sealed_password') && !rows.includes('hunter2'))
  await using carriers = await open(() => undefined)
  assert.deepEqual(carriers.carriers()[0]?.authentication, { ...AMT.authentication, expiresSeconds: 300 })
})

test('a change keeps the password that it does not name', async () => {
  await using running = await exchange()
  const { operator, open } = running
  const { body } = await operator('POST', '/carriers', AMT)
  const changed = await operator('PATCH', `/carriers/${String(body.id)}`, { priority: 1, port: 5080 })
  assert.partialDeepStrictEqual(changed.body, { priority: 1, port: 5080, name: 'Amt' })
  await using carriers = await open(() => undefined)
  assert.partialDeepStrictEqual(carriers.carriers()[0]?.authentication, { password: 'hunter2' })
})

test('carriers are given to calls in order of priority and follow changes', async () => {
  await using running = await exchange()
  const { operator, open } = running
  await operator('POST', '/carriers', { ...AMT, name: 'second', priority: 20 })
  const changed = Promise.withResolvers<string | undefined>()
  let expected = 'none'
  await using carriers = await open((name) => name === expected && changed.resolve(name))
  expected = 'first'
  await operator('POST', '/carriers', { ...AMT, name: 'first', priority: 10 })
  await changed.promise
  assert.deepEqual(
    carriers.carriers().map((carrier) => carrier.name),
    ['first', 'second'],
  )
})

test('a carrier whose password cannot be read is out of use and does not stop the others', async () => {
  await using running = await exchange()
  const { operator, open } = running
  await operator('POST', '/carriers', AMT)
  await operator('POST', '/carriers', { ...AMT, name: 'fixed', authentication: { kind: 'fixed-ip', addresses: ['192.0.2.7'] } })
  await using carriers = await open(() => undefined, new SecretBox(Buffer.alloc(32, 9)))
  assert.deepEqual(
    carriers.carriers().map((carrier) => carrier.name),
    ['fixed'],
  )
})

test('two carriers of one name are refused', async () => {
  await using running = await exchange()
  const { operator } = running
  await operator('POST', '/carriers', AMT)
  assert.equal((await operator('POST', '/carriers', AMT)).status, 409)
})

test('a carrier keeps the profile that is chosen for it, with what differs, and calls have both', async () => {
  await using running = await exchange()
  const { operator, open } = running
  const { body } = await operator('POST', '/carriers', { ...AMT, profile: '1tr118', profileChanges: { codecs: ['PCMA'] }, share: 30 })
  assert.partialDeepStrictEqual(body, { profile: '1tr118', profileChanges: { codecs: ['PCMA'] }, share: 30 })
  const wrong = await operator('PATCH', `/carriers/${String(body.id)}`, { profileChanges: { codecs: ['MP3'] } })
  assert.equal(wrong.status, 400)
  await using carriers = await open(() => undefined)
  assert.partialDeepStrictEqual(carriers.carriers()[0]?.profile, {
    codecs: ['PCMA'],
    forwardings: 'diversion',
    identity: { from: 'shown' },
  })
})

const RATES = [
  { prefix: '+4917', microsPerMinute: 60_000, validFrom: null, validUntil: '2026-01-01T00:00:00.000Z' },
  { prefix: '+4917', microsPerMinute: 45_000, validFrom: '2026-01-01T00:00:00.000Z', validUntil: null },
  { prefix: '+49', microsPerMinute: 5_000, validFrom: null, validUntil: null },
]

test('price lists and rules decide over which carriers a number goes as soon as they are set', async () => {
  await using running = await exchange()
  const { operator } = running
  const one = String((await operator('POST', '/carriers', AMT)).body.id)
  const two = String((await operator('POST', '/carriers', { ...AMT, name: 'Zwei' })).body.id)
  const order = async (): Promise<unknown> => {
    const { body } = await operator('GET', '/carrier-routes?number=%2B491712345678')
    return (body.items as { carrierId: string; microsPerMinute: number | null }[]).map(({ carrierId, microsPerMinute }) => [
      carrierId,
      microsPerMinute,
    ])
  }
  assert.deepEqual((await operator('PATCH', `/carriers/${one}/prices`, { rates: RATES })).body, { rates: 3 })
  await operator('PATCH', `/carriers/${two}/prices`, { rates: [{ prefix: '+491', microsPerMinute: 44_000 }] })
  assert.deepEqual(await order(), [
    [two, 44_000],
    [one, 45_000],
  ])
  const rule = await operator('POST', '/carrier-rules', { prefix: '+49171', effect: 'only', carrierIds: [one] })
  assert.equal(rule.status, 201)
  assert.deepEqual(await order(), [[one, 45_000]])
  assert.equal((await operator('DELETE', `/carriers/${one}`)).status, 409)
  assert.equal((await operator('DELETE', `/carrier-rules/${String(rule.body.id)}`)).status, 204)
  assert.equal((await operator('DELETE', `/carriers/${one}`)).status, 204)
  assert.deepEqual(await order(), [[two, 44_000]])
})

test('a price list is shown in pages, in order, and refused where two prices of a prefix hold at the same time', async () => {
  await using running = await exchange()
  const { operator } = running
  const path = `/carriers/${String((await operator('POST', '/carriers', AMT)).body.id)}/prices`
  await operator('PATCH', path, { rates: RATES })
  const first = await operator('GET', `${path}?limit=2`)
  const rest = await operator('GET', `${path}?limit=2&cursor=${String(first.body.nextCursor)}`)
  assert.deepEqual([...(first.body.items as unknown[]), ...(rest.body.items as unknown[])], [RATES[2], RATES[0], RATES[1]])
  for (const rates of [
    [RATES[1], { ...RATES[1], validUntil: null }],
    [RATES[0], { ...RATES[0], validUntil: null }],
  ])
    assert.equal((await operator('PATCH', path, { rates })).body.type, 'urn:klinke:problem:rates-overlap')
})

test('two rules for one prefix are refused, and rules that name no carrier of ours', async () => {
  await using running = await exchange()
  const { operator } = running
  const id = String((await operator('POST', '/carriers', AMT)).body.id)
  const rule = { prefix: '+4932', effect: 'first', carrierIds: [id] }
  await operator('POST', '/carrier-rules', rule)
  assert.equal((await operator('POST', '/carrier-rules', rule)).body.type, 'urn:klinke:problem:carrier-rule-taken')
  const stranger = { ...rule, prefix: '+4933', carrierIds: ['0197aaaa-0000-7000-8000-000000000000'] }
  assert.equal((await operator('POST', '/carrier-rules', stranger)).body.type, 'urn:klinke:problem:carrier-unknown')
})

/** Two customers with two sites each; the first may have two providers of its own. */
async function customers({ opened }: Awaited<ReturnType<typeof exchange>>) {
  const made = async (name: string, ownCarriers: number) => {
    const tenant = { name, sipDomain: `${name}.example.org`, areaCode: '221', profile: { ...DEFAULT_PROFILE, ownCarriers } }
    const { id } = await opened.database.withOperator((tx) => insertTenant(tx, tenant))
    const site = (siteName: string) =>
      opened.database.withTenant(id, (tx) => insertSite(tx, { tenantId: id, name: siteName, areaCode: '221', addresses: [] }))
    return { id, sites: [(await site('Köln')).id, (await site('Bonn')).id] as const }
  }
  return { alice: await made('alice', 2), bob: await made('bob', 16) }
}

test('TRK-12: a customer sets up its own providers; each site belongs to one, and no other customer sees them', async () => {
  await using running = await exchange()
  const { alice, bob } = await customers(running)
  const [one, two] = alice.sites
  const [mine, theirs] = [await running.customer(alice.id), await running.customer(bob.id)]
  const created = await mine('POST', '/own-carriers', { ...AMT, siteId: one })
  assert.equal(created.status, 201)
  assert.partialDeepStrictEqual(created.body, { tenantId: alice.id, siteId: one, alsoServes: [], profile: null })
  assert.ok(!JSON.stringify(created.body).includes('hunter2'))
  const again = await mine('POST', '/own-carriers', { ...AMT, name: 'Zweiter', siteId: two, alsoServes: [one] })
  assert.equal(again.body.type, 'urn:klinke:problem:site-has-carrier')
  assert.equal((await mine('POST', '/own-carriers', { ...AMT, siteId: two })).body.type, 'urn:klinke:problem:own-carrier-name-taken')
  assert.equal((await mine('POST', '/own-carriers', { ...AMT, name: 'Fremd', siteId: bob.sites[0] })).status, 422)
  assert.equal((await mine('POST', '/own-carriers', { ...AMT, name: 'Zweiter', siteId: two })).status, 201)
  assert.equal(
    (await mine('POST', '/own-carriers', { ...AMT, name: 'Dritter', siteId: two })).body.type,
    'urn:klinke:problem:too-many-own-carriers',
  )
  const path = `/own-carriers/${String(created.body.id)}`
  assert.deepEqual([(await theirs('GET', path)).status, (await theirs('DELETE', path)).status], [404, 404])
  assert.equal((await theirs('GET', '/own-carriers')).body.items?.length, 0)
})

test('how the line to a provider stands is told beside it, in both languages: a line that changes refuses nobody a change', async () => {
  let lastError: string | undefined = 'no answer'
  const line = { sinceMs: 0, expiresAtMs: undefined }
  const status = (carrierId: string) => ({
    ...line,
    carrierId,
    state: lastError ? ('failed' as const) : ('registered' as const),
    lastError,
  })
  await using running = await exchange({ status })
  const { alice, bob } = await customers(running)
  const [mine, theirs] = [await running.customer(alice.id), await running.customer(bob.id)]
  const { body } = await mine('POST', '/own-carriers', { ...AMT, siteId: alice.sites[0] })
  const path = `/own-carriers/${String(body.id)}`
  const failed = { state: 'failed', lastError: { de: 'keine Antwort', en: 'no answer' } }
  assert.deepEqual((await mine('GET', `${path}/state`)).body, failed)
  assert.partialDeepStrictEqual((await mine('GET', '/own-carriers')).body.items?.[0], failed)
  assert.equal((await theirs('GET', `${path}/state`)).status, 404)
  const { etag } = (await mine('GET', path)).headers
  lastError = undefined
  assert.deepEqual((await mine('GET', `${path}/state`)).body, { state: 'registered', lastError: null })
  assert.equal((await mine('PATCH', path, { name: 'Neu' }, { 'if-match': String(etag) })).status, 200)
  assert.equal((await mine('PATCH', path, { name: 'Alt' }, { 'if-match': String(etag) })).status, 412)
})

test('calls follow a provider of a customer, with its password, from site to site', async () => {
  await using running = await exchange()
  const { alice } = await customers(running)
  const [one, two] = alice.sites
  const parts = { database: running.opened.database, secrets: testSecrets(), clock: systemClock(), logger: silentLogger }
  await using carriers = await StoredOwnCarriers.open(parts)
  const mine = await running.customer(alice.id)
  const { body } = await mine('POST', '/own-carriers', { ...AMT, siteId: one, profile: '1tr119' })
  const path = `/own-carriers/${String(body.id)}`
  assert.partialDeepStrictEqual(carriers.ofTenant(alice.id)[0], {
    siteId: one,
    authentication: { password: 'hunter2' },
    profile: { userIsPhone: true },
  })
  assert.equal((await mine('PATCH', path, { siteId: two, alsoServes: [one] })).status, 200)
  assert.partialDeepStrictEqual(carriers.carrier(String(body.id)), {
    siteId: two,
    alsoServes: [one],
    authentication: { password: 'hunter2' },
  })
  assert.equal((await mine('DELETE', path)).status, 204)
  assert.deepEqual([carriers.ofTenant(alice.id), [...carriers.carriers()]], [[], []])
})
