import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { TestCluster } from '@klinke/platform/test-support'
import { pbxApi, pbxCluster } from '../test-support/pbx-api.ts'

let cluster: TestCluster
before(async () => {
  cluster = await pbxCluster()
})
after(() => cluster[Symbol.asyncDispose]())

test('nobody supervises anybody until the tenant says so; calls go by what it says', async () => {
  await using running = await pbxApi(cluster)
  const { asAlice, alice, directory, extension } = running
  const [boss, agent] = [await extension('10'), await extension('11')]
  const path = `/extensions/${boss}/supervision`
  assert.deepEqual((await asAlice('GET', path)).body, { watches: [] })
  const watches = [{ kind: 'extension', targetId: agent }]
  assert.deepEqual((await asAlice('PATCH', path, { watches })).body, { watches })
  assert.deepEqual(directory.tenant(alice)?.supervision.supervisors.get(boss), watches)
  assert.deepEqual((await asAlice('GET', '/supervisors')).body.items, [{ extensionId: boss, tenantId: alice, watches }])
  assert.equal((await asAlice('PATCH', path, { watches: [] })).status, 200)
  assert.equal(directory.tenant(alice)?.supervision.supervisors.has(boss), false)
})

test("another tenant's extension answers 404, and is watched by nobody", async () => {
  await using running = await pbxApi(cluster)
  const { asAlice, asBob, extension } = running
  const own = await extension('11')
  assert.equal((await asBob('GET', `/extensions/${own}/supervision`)).status, 404)
  assert.equal((await asBob('PATCH', `/extensions/${own}/supervision`, { watches: [] })).status, 404)
  assert.equal((await asBob('GET', '/live-calls/unknown/supervision')).status, 404)
  const foreign = String((await asBob('POST', '/extensions', { number: '20', name: 'Bob' })).body.id)
  const refused = await asAlice('PATCH', `/extensions/${own}/supervision`, { watches: [{ kind: 'extension', targetId: foreign }] })
  assert.equal(refused.body.type, 'urn:klinke:problem:no-such-target')
})

test('§ 201 StGB: silent listening is not to be had without a statement that consents are on file; who made it, and when, is kept', async () => {
  await using running = await pbxApi(cluster)
  const { asAlice, alice, directory } = running
  assert.deepEqual((await asAlice('GET', '/supervision-policy')).body, { notice: 'announce', toneEverySeconds: 15, consents: null })
  const refused = await asAlice('PATCH', '/supervision-policy', { notice: 'consent' })
  assert.deepEqual([refused.status, refused.body.type], [422, 'urn:klinke:problem:consents-not-stated'])
  const consents = { statedBy: 'Dr. Fink, Geschäftsführung', statement: 'Einwilligungen aller Agenten und Kunden in Ordner 7' }
  const { body } = await asAlice('PATCH', '/supervision-policy', { notice: 'consent', consents })
  assert.partialDeepStrictEqual(body, { notice: 'consent', consents })
  assert.equal(directory.tenant(alice)?.supervision.policy.notice, 'consent')
  const back = await asAlice('PATCH', '/supervision-policy', { notice: 'tone', toneEverySeconds: 20 })
  assert.partialDeepStrictEqual(back.body, { notice: 'tone', toneEverySeconds: 20, consents })
  assert.equal((await asAlice('PATCH', '/supervision-policy', { notice: 'consent' })).status, 422)
})

test('who may only see what goes on does not say who listens to whom, nor how the parties are told', async () => {
  await using running = await pbxApi(cluster)
  const { alice, extension } = running
  const watching = await running.as({ kind: 'tenant', tenantId: alice, rights: { live: 'write', extensions: 'write' } })
  const path = `/extensions/${await extension('10')}/supervision`
  assert.equal((await watching('GET', '/supervision-policy')).status, 200)
  assert.equal((await watching('PATCH', '/supervision-policy', { notice: 'tone' })).status, 403)
  assert.equal((await watching('PATCH', path, { watches: [] })).status, 403)
  const administrator = await running.as({ kind: 'tenant', tenantId: alice, rights: { settings: 'write' } })
  assert.equal((await administrator('PATCH', path, { watches: [] })).status, 200)
})
