/** Price lists from tables, and single prices, over the API and as the way of a call reads them. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { accountsMigrations } from '@klinke/accounts'
import { seededRandom, silentLogger } from '@klinke/foundation'
import { pbxMigrations } from '@klinke/pbx'
import { ImportJobs, platformMigrations, systemClock, tableImportProblems } from '@klinke/platform'
import { type TestCluster, testApi, testCluster, testSecrets } from '@klinke/platform/test-support'
import { carrierRoutes } from '../../carriers/routes.ts'
import { carrierProblems } from '../../carriers/rules.ts'
import { StoredCarriers } from '../../carriers/stored-carriers.ts'
import { trunksMigrations } from '../../migrations.ts'
import { CarrierRouting } from '../carrier-routing.ts'
import { carrierRoutingRoutes, type RouteParts } from '../routes.ts'
import { carrierRoutingProblems } from '../rules.ts'
import { StoredRouting } from '../stored-routing.ts'

let cluster: TestCluster
before(async () => {
  cluster = await testCluster([platformMigrations, accountsMigrations, pbxMigrations, trunksMigrations])
})
after(() => cluster[Symbol.asyncDispose]())

const AMT = { name: 'Amt', host: 'sip.example.net', authentication: { kind: 'registration', username: 'klinke', password: 'hunter2' } }

async function exchange() {
  const opened = await cluster.database()
  const { database } = opened
  const [clock, logger] = [systemClock(), silentLogger]
  const carriers = await StoredCarriers.open({ database, clock, logger, secrets: testSecrets() })
  const tables = await StoredRouting.open({ database, clock, logger })
  const routing = new CarrierRouting({ tables: () => tables, clock, random: seededRandom(1) })
  const priceImports: RouteParts['priceImports'] = new ImportJobs(clock, logger)
  const routes = carrierRoutingRoutes(database, { carriers, routing, isUp: () => true, clock, priceImports })
  const problems = [carrierProblems, carrierRoutingProblems, tableImportProblems]
  const api = await testApi(database, [carrierRoutes(database, testSecrets()), routes], problems)
  const operator = await api.client({ kind: 'operator' })
  const carrier = `/carriers/${String((await operator('POST', '/carriers', AMT)).body.id)}`
  /** What becomes of a table, tried or done. */
  const imported = async (table: string, query = ''): Promise<Readonly<Record<string, unknown>>> => {
    const path = `${carrier}/price-imports/jobs`
    const begun = await operator('POST', `${path}?fileName=Preise.csv${query}`, Buffer.from(table), { 'content-type': 'text/csv' })
    assert.equal(begun.status, 202, String(begun.body.detail))
    for (let after = 0; ; ) {
      const { body, status } = await operator('GET', `${path}/${String(begun.body.id)}?after=${after}`)
      assert.equal(status, 200, String(body.detail))
      if (body.state !== 'running') return body.report as Readonly<Record<string, unknown>>
      after = Number(body.percent)
    }
  }
  return {
    ...{ operator, carrier, imported },
    prices: async (): Promise<readonly (readonly [unknown, unknown])[]> =>
      ((await operator('GET', `${carrier}/prices`)).body.items ?? []).map((rate) => [rate.prefix, rate.microsPerMinute]),
    priceNow: async (number: string): Promise<unknown> => {
      const { body } = await operator('GET', `/carrier-routes?number=${encodeURIComponent(number)}`)
      return (body.items as readonly Readonly<Record<string, unknown>>[])[0]?.microsPerMinute
    },
    [Symbol.asyncDispose]: async () => {
      priceImports.close()
      await api[Symbol.asyncDispose]()
      await carriers[Symbol.asyncDispose]()
      await tables[Symbol.asyncDispose]()
      await opened[Symbol.asyncDispose]()
    },
  }
}

test('a price list is tried, imported, counts for calls at once, and is put back as it was before', async () => {
  await using running = await exchange()
  const { operator, carrier, imported, prices, priceNow } = running
  await operator('PUT', `${carrier}/prices/%2B43`, { rates: [{ microsPerMinute: 90_000 }] })
  const table = 'Vorwahl;Preis je Minute;Gültig ab\n+49;0,008;\n0171;0,05;01.01.2026\nMobil;0,05;\n'
  const tried = await imported(table, '&dryRun=true')
  assert.partialDeepStrictEqual(tried, { importId: null, mode: 'replace', created: 2, changed: 0, skipped: 0, removed: 1, failed: 1 })
  assert.partialDeepStrictEqual(tried.problems, [{ row: 4, field: 'prefix', value: 'Mobil', code: 'prefix-wrong' }])
  assert.deepEqual(await prices(), [['+43', 90_000]])
  const done = await imported(table)
  assert.deepEqual(await prices(), [
    ['+49', 8_000],
    ['+49171', 50_000],
  ])
  assert.equal(await priceNow('+491712345678'), 50_000)
  const past = `${carrier}/price-imports`
  const { items } = (await operator('GET', past)).body
  assert.partialDeepStrictEqual(items, [{ fileName: 'Preise.csv', created: 2, removed: 1, failed: 1, undoneAt: null }])
  const undo = `${past}/${String(done.importId)}/undo`
  assert.deepEqual((await operator('POST', undo)).body, { rates: 1 })
  assert.deepEqual(await prices(), [['+43', 90_000]])
  assert.equal((await operator('POST', undo)).body.type, 'urn:klinke:problem:import-undone')
})

test('what somebody has changed since an import is not lost by taking it back', async () => {
  await using running = await exchange()
  const { operator, carrier, imported, prices } = running
  const { importId } = await imported('Prefix,Price\n+49,0.01\n', '&mode=merge')
  await operator('PUT', `${carrier}/prices/%2B43`, { rates: [{ microsPerMinute: 1 }] })
  const undone = await operator('POST', `${carrier}/price-imports/${String(importId)}/undo`)
  assert.deepEqual([undone.status, undone.body.type], [409, 'urn:klinke:problem:prices-changed-since'])
  assert.equal((await prices()).length, 2)
})

test('the prices of one prefix are set, refused where two hold at the same time, and deleted; the others stay', async () => {
  await using running = await exchange()
  const { operator, carrier, prices } = running
  await operator('PATCH', `${carrier}/prices`, { rates: [{ prefix: '+43', microsPerMinute: 1 }] })
  const path = `${carrier}/prices/%2B49`
  const { body, headers } = await operator('GET', path)
  assert.deepEqual(body, { prefix: '+49', rates: [] })
  const change = '2030-01-01T00:00:00Z'
  const two = [
    { microsPerMinute: 2, validFrom: change },
    { microsPerMinute: 1, validUntil: change },
  ]
  assert.equal((await operator('PUT', path, { rates: two }, { 'if-match': String(headers.etag) })).status, 200)
  assert.equal((await operator('PUT', path, { rates: two }, { 'if-match': String(headers.etag) })).status, 412)
  assert.deepEqual(await prices(), [
    ['+43', 1],
    ['+49', 1],
    ['+49', 2],
  ])
  const both = { rates: [{ microsPerMinute: 1 }, { microsPerMinute: 2 }] }
  assert.equal((await operator('PUT', path, both)).body.type, 'urn:klinke:problem:rates-overlap')
  assert.equal((await operator('DELETE', path)).status, 204)
  assert.deepEqual(await prices(), [['+43', 1]])
  assert.equal((await operator('GET', `${carrier}/prices?q=4`)).body.items?.length, 1)
  assert.equal((await operator('GET', `${carrier}/prices?q=49`)).body.items?.length, 0)
})

test('each profile says what a carrier is spoken to with, and one is usual for each way of signing in', async () => {
  await using running = await exchange()
  const { items } = (await running.operator('GET', '/carrier-profiles')).body
  const profiles = items ?? []
  assert.deepEqual(
    profiles.filter(({ usualFor }) => usualFor !== null).map(({ profile, usualFor }) => [profile, usualFor]),
    [
      ['registration', 'registration'],
      ['trusted-address', 'fixed-ip'],
    ],
  )
  assert.partialDeepStrictEqual(profiles, [{ settings: { identity: { from: 'own', preferred: 'shown' }, fax: 't38' } }])
})
