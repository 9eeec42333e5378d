import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { TestCluster } from '@klinke/platform/test-support'
import { pbxApi, pbxCluster } from '../test-support/pbx-api.ts'

let cluster: TestCluster
before(async () => {
  cluster = await pbxCluster()
})
after(() => cluster[Symbol.asyncDispose]())

test('the codes are listed with their names in both languages', async () => {
  await using running = await pbxApi(cluster)
  const { body } = await running.asAlice('GET', '/feature-codes')
  const forward = body.items?.find(({ feature }) => feature === 'forward-always-on')
  assert.partialDeepStrictEqual(forward, {
    title: { de: 'Immer weiterleiten', en: 'Forward always' },
    codes: ['*21'],
    productCodes: ['*21'],
    when: 'dialled',
    argument: 'optional',
  })
})

test('a tenant changes a code, switches it off and takes the one of the product again; calls and other tenants see it so', async () => {
  await using running = await pbxApi(cluster)
  const { asAlice, asBob, alice, directory } = running
  assert.deepEqual((await asAlice('PATCH', '/feature-codes/redial', { codes: ['*9'] })).body.codes, ['*9'])
  assert.ok(directory.tenant(alice)?.featureCodes.get('redial')?.[0] === '*9')
  const seen = async (client: typeof asAlice) =>
    (await client('GET', '/feature-codes')).body.items?.find(({ feature }) => feature === 'redial')?.codes
  assert.deepEqual(await seen(asBob), ['*66'])
  await asAlice('PATCH', '/feature-codes/redial', { codes: [] })
  assert.deepEqual(await seen(asAlice), [])
  await asAlice('PATCH', '/feature-codes/redial', { codes: null })
  assert.deepEqual(await seen(asAlice), ['*66'])
})

test('a code that could be mistaken for another is refused, and the answer names that one', async () => {
  await using running = await pbxApi(cluster)
  const answer = await running.asAlice('PATCH', '/feature-codes/redial', { codes: ['*2'] })
  assert.deepEqual([answer.status, answer.body.type], [409, 'urn:klinke:problem:feature-code-taken'])
  assert.match(String(answer.body.detail), /Forward always/)
})

test('a feature that is none and a tenant that is foreign give 404', async () => {
  await using running = await pbxApi(cluster)
  const { asAlice, bob } = running
  assert.equal((await asAlice('PATCH', '/feature-codes/teleport', { codes: ['*9'] })).status, 404)
  assert.equal((await asAlice('PATCH', `/feature-codes/redial?tenantId=${bob}`, { codes: ['*9'] })).status, 404)
  assert.equal((await asAlice('GET', `/feature-codes?tenantId=${bob}`)).status, 404)
})
