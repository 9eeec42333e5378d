import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { TestCluster } from '@klinke/platform/test-support'
import { pbxApi, pbxCluster } from '../test-support/pbx-api.ts'

let cluster: TestCluster
before(async () => {
  cluster = await pbxCluster()
})
after(() => cluster[Symbol.asyncDispose]())

test('CALL-02: a pickup group is made, read, changed and deleted, and calls see its members', async () => {
  await using running = await pbxApi(cluster)
  const { asAlice, alice, directory, extension } = running
  const [ten, eleven] = [await extension('10'), await extension('11')]
  const { status, body } = await asAlice('POST', '/pickup-groups', { name: 'Vertrieb', members: [ten, eleven] })
  assert.equal(status, 201, String(body.detail))
  const id = String(body.id)
  assert.ok(directory.tenant(alice)?.pickup.groupsOf.get(eleven)?.has(id) === true)
  assert.equal((await asAlice('POST', '/pickup-groups', { name: 'Vertrieb', members: [] })).status, 409)
  assert.deepEqual((await asAlice('PATCH', `/pickup-groups/${id}`, { members: [ten] })).body.members, [ten])
  assert.ok(directory.tenant(alice)?.pickup.groupsOf.has(eleven) === false)
  assert.deepEqual((await asAlice('GET', '/pickup-groups')).body.items?.length, 1)
  assert.equal((await asAlice('DELETE', `/extensions/${ten}`)).status, 204)
  assert.deepEqual((await asAlice('GET', `/pickup-groups/${id}`)).body.members, [])
  assert.equal((await asAlice('DELETE', `/pickup-groups/${id}`)).status, 204)
  assert.equal((await asAlice('GET', `/pickup-groups/${id}`)).status, 404)
})

test('CALL-02: the tenant says whom its extensions may pick up by naming it', async () => {
  await using running = await pbxApi(cluster)
  const { asAlice, asBob, alice, directory } = running
  assert.deepEqual((await asAlice('PATCH', '/pickup-policy', { directed: 'groups' })).body, { directed: 'groups' })
  assert.ok(directory.tenant(alice)?.pickup.directed === 'groups')
  assert.deepEqual((await asBob('GET', '/pickup-policy')).body, { directed: 'everyone' })
})

test("another tenant's group answers 404 to every method, and its extensions are no members", async () => {
  await using running = await pbxApi(cluster)
  const { asAlice, asBob, extension } = running
  const ten = await extension('10')
  const id = String((await asAlice('POST', '/pickup-groups', { name: 'x', members: [ten] })).body.id)
  for (const method of ['GET', 'PATCH', 'DELETE'] as const) {
    assert.equal((await asBob(method, `/pickup-groups/${id}`, method === 'PATCH' ? { name: 'y' } : undefined)).status, 404)
  }
  assert.equal((await asBob('POST', '/pickup-groups', { name: 'x', members: [ten] })).status, 422)
})
