import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { seededRandom } from '@klinke/foundation'
import { auditRoutes, followSessionEnds, inArea, systemClock } from '@klinke/platform'
import { type TestCluster, testApi } from '@klinke/platform/test-support'
import { eventually } from '@klinke/testbed'
import { extensionProblems } from '../extensions/rules.ts'
import { pbxApi, pbxCluster } from '../test-support/pbx-api.ts'
import { webPhoneRoutes } from './routes.ts'
import { WebPhones } from './web-phones.ts'

let cluster: TestCluster
before(async () => {
  cluster = await pbxCluster()
})
after(() => cluster[Symbol.asyncDispose]())

test('a user’s browser gets credentials for the own extension only; they end with the session, wherever it is ended', async () => {
  await using pbx = await pbxApi(cluster)
  const { database, directory, alice } = pbx
  const webPhones = new WebPhones({ clock: systemClock(), random: seededRandom(1) })
  const ends = followSessionEnds(database, { ended: (id) => webPhones.sessionEnded(id), missed: () => webPhones.withdrawAll() })
  await using api = await testApi(database, [webPhoneRoutes({ database, directory, webPhones })], [])
  const [own, colleague] = [await pbx.extension('10'), await pbx.extension('11')]
  const [user, program] = [
    await api.client({ kind: 'user', tenantId: alice, extensionId: own }),
    await api.client({ kind: 'tenant', tenantId: alice }),
  ]
  const domain = 'alice.example.org'
  const open = async (): Promise<string> => {
    const { status, body } = await user('POST', `/extensions/${own}/web-phones`)
    assert.equal(status, 200)
    assert.partialDeepStrictEqual(body, { domain, number: '10', webSocketPath: '/sip' })
    return String(body.username)
  }
  const [first, second] = [await open(), await open()]
  assert.equal(webPhones.find(first, domain)?.extensionId, own)
  assert.equal((await user('POST', `/extensions/${colleague}/web-phones`)).status, 404)
  assert.equal((await program('POST', `/extensions/${own}/web-phones`)).status, 403)

  const { status, body } = await user('GET', `/extensions/${own}/whereabouts`)
  assert.equal(status, 200)
  assert.partialDeepStrictEqual(body, { whereabouts: 'unknown' })
  assert.equal((await user('GET', `/extensions/${colleague}/whereabouts`)).status, 404)

  assert.equal((await user('DELETE', `/extensions/${own}/web-phones/${first}`)).status, 204)
  assert.equal((await user('DELETE', `/extensions/${own}/web-phones/${first}`)).status, 404)
  assert.equal(webPhones.find(first, domain), undefined)

  await database.withOperator((tx) => tx.tables<{ login_session: { id: string } }>().deleteFrom('login_session').execute())
  await eventually('the end of what the session had', () => webPhones.find(second, domain) === undefined)
  assert.equal((await user('POST', `/extensions/${own}/web-phones`)).status, 401)
  await ends.close(undefined)
})

test('an administrator who may change extensions takes any of the own customer, and the audit log says who has taken which', async () => {
  await using pbx = await pbxApi(cluster)
  const { database, directory, alice, bob } = pbx
  const webPhones = new WebPhones({ clock: systemClock(), random: seededRandom(1) })
  await using api = await testApi(
    database,
    [inArea('extensions', webPhoneRoutes({ database, directory, webPhones })), auditRoutes(database)],
    [],
  )
  const own = await pbx.extension('10')
  const path = `/extensions/${own}/web-phones`
  const administrator = (tenantId: string, right: 'read' | 'write') =>
    api.signedIn({ kind: 'tenant', tenantId, rights: { extensions: right } })
  const [admin, reader, stranger, user] = [
    await administrator(alice, 'write'),
    await administrator(alice, 'read'),
    await administrator(bob, 'write'),
    await api.signedIn({ kind: 'user', tenantId: alice, extensionId: own }),
  ]
  const program = await api.client({ kind: 'tenant', tenantId: alice })
  const noted = async () => (await program('GET', '/audit-log?subject=web_phone')).body.items ?? []
  assert.equal((await user('POST', path)).status, 200)
  assert.equal((await reader('POST', path)).status, 403)
  assert.equal((await stranger('POST', path)).status, 404)
  assert.deepEqual(await noted(), [])
  const { status, body } = await admin('POST', path)
  assert.equal(status, 200)
  assert.equal(webPhones.find(String(body.username), 'alice.example.org')?.extensionId, own)
  const [deed, ...others] = await noted()
  assert.partialDeepStrictEqual(deed, { actor: { kind: 'tenant' }, action: 'taken', after: { extensionId: own, number: '10' } })
  assert.deepEqual(others, [])
})

test('BIL-01: a browser gets no credentials where the package of the extension has none for it', async () => {
  await using pbx = await pbxApi(cluster)
  const { database, directory, alice, operator } = pbx
  const webPhones = new WebPhones({ clock: systemClock(), random: seededRandom(1) })
  await using api = await testApi(database, [webPhoneRoutes({ database, directory, webPhones })], [extensionProblems])
  const own = await pbx.extension('10')
  const user = await api.client({ kind: 'user', tenantId: alice, extensionId: own })
  const userPackages = [{ id: 'basic', title: { de: 'Basis', en: 'Basic' }, features: ['voicemail'] }]
  assert.equal((await operator('PATCH', `/tenants/${alice}`, { profile: { userPackages } })).status, 200)
  await eventually('what calls see', () => directory.tenant(alice)?.extensions.get('10')?.userPackage === 'basic')
  const refused = await user('POST', `/extensions/${own}/web-phones`)
  assert.equal(refused.status, 403)
  assert.match(String(refused.body.detail), /The package of extension 10 has no telephone in the browser/)
})
