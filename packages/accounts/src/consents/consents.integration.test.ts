import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { inArea, inScope, type Principal, platformMigrations, principalOf } from '@klinke/platform'
import { type TestCluster, testApi, testCluster } from '@klinke/platform/test-support'
import { accountsMigrations } from '../migrations.ts'
import { insertReseller, isCustomer } from '../resellers/store.ts'
import { DEFAULT_PROFILE } from '../tenants/rules.ts'
import { insertTenant } from '../tenants/store.ts'
import { consentRoutes } from './routes.ts'
import { assertConsent, consentProblems } from './store.ts'

let cluster: TestCluster
before(async () => {
  cluster = await testCluster([platformMigrations, accountsMigrations])
})
after(() => cluster[Symbol.asyncDispose]())

async function exchange() {
  const opened = await cluster.database()
  const { database } = opened
  const reports = inArea('reports', (api) => {
    api.get('/reports', async (request) => {
      const principal = principalOf(request)
      const wanted = 'tenantId' in principal ? principal.tenantId : undefined
      await inScope(database, principal, wanted, (tx) => assertConsent(tx, principal, 'reports'))
      return {}
    })
  })
  const customers = { isCustomer: (reseller: string, tenant: string) => database.withOperator((tx) => isCustomer(tx, reseller, tenant)) }
  const api = await testApi(database, [inArea('logins', consentRoutes(database)), reports], [consentProblems], undefined, customers)
  const tenant = (name: string, resellerId: string) =>
    database.withOperator((tx) =>
      insertTenant(tx, { name, sipDomain: `${name}.example.org`, areaCode: null, profile: DEFAULT_PROFILE, resellerId }),
    )
  const reseller = (await database.withOperator((tx) => insertReseller(tx, 'Partner'))).id
  const other = (await database.withOperator((tx) => insertReseller(tx, 'Other'))).id
  return {
    ...{ reseller, alice: (await tenant('alice', reseller)).id, bob: (await tenant('bob', other)).id },
    as: (principal: Principal) => api.client(principal),
    [Symbol.asyncDispose]: async () => {
      await api[Symbol.asyncDispose]()
      await opened[Symbol.asyncDispose]()
    },
  }
}

const CONSENT = { scope: 'reports', grantedBy: 'Eva Leitung', grantedOn: '2026-11-21', document: 'Akte 7' }

test('PORT-04: reports are closed to a customer until its management’s consent is recorded, and again once it is revoked', async () => {
  await using running = await exchange()
  const { alice } = running
  const [operator, admin] = [await running.as({ kind: 'operator' }), await running.as({ kind: 'tenant', tenantId: alice })]
  assert.equal((await admin('GET', '/reports')).body.type, 'urn:klinke:problem:consent-missing')
  const recorded = await operator('POST', '/management-consents', { ...CONSENT, tenantId: alice })
  assert.partialDeepStrictEqual(recorded.body, { ...CONSENT, tenantId: alice, revokedAt: null })
  assert.equal((await admin('GET', '/reports')).status, 200)
  assert.equal((await admin('DELETE', `/management-consents/${String(recorded.body.id)}`)).status, 204)
  assert.equal((await admin('GET', '/reports')).status, 403)
  const [kept] = (await admin('GET', '/management-consents')).body.items ?? []
  assert.notEqual(kept?.revokedAt, null)
})

test('a customer does not record its own consent, one for chat logs opens no reports, and nobody touches another’s', async () => {
  await using running = await exchange()
  const { alice, bob, reseller } = running
  const [operator, admin, asBob] = [
    await running.as({ kind: 'operator' }),
    await running.as({ kind: 'tenant', tenantId: alice }),
    await running.as({ kind: 'tenant', tenantId: bob }),
  ]
  assert.equal((await admin('POST', '/management-consents', { ...CONSENT, tenantId: alice })).status, 403)
  const chat = await operator('POST', '/management-consents', { ...CONSENT, scope: 'chat-logs', tenantId: alice })
  assert.equal((await admin('GET', '/reports')).status, 403)
  assert.equal((await asBob('DELETE', `/management-consents/${String(chat.body.id)}`)).status, 404)
  const partner = await running.as({ kind: 'reseller', resellerId: reseller })
  assert.equal((await partner('POST', '/management-consents', { ...CONSENT, tenantId: bob })).status, 404)
  assert.equal((await partner('POST', '/management-consents', { ...CONSENT, tenantId: alice })).status, 201)
  assert.equal((await admin('GET', '/reports')).status, 200)
})
