import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { TestCluster } from '@klinke/platform/test-support'
import { pbxApi, pbxCluster } from '../test-support/pbx-api.ts'

let cluster: TestCluster
before(async () => {
  cluster = await pbxCluster()
})
after(() => cluster[Symbol.asyncDispose]())

test('CALL-02: a park slot is made, listed and deleted, calls see it, and its number is taken', async () => {
  await using running = await pbxApi(cluster)
  const { asAlice, alice, directory, extension } = running
  const { status, body } = await asAlice('POST', '/park-slots', { number: '71' })
  assert.equal(status, 201, String(body.detail))
  const id = String(body.id)
  assert.ok(directory.tenant(alice)?.park.slots.length === 1)
  assert.equal(directory.tenant(alice)?.internalNumbers.byNumber.get('71')?.kind, 'park-slot')
  await extension('72')
  assert.equal((await asAlice('POST', '/park-slots', { number: '72' })).body.type, 'urn:klinke:problem:internal-number-taken')
  assert.partialDeepStrictEqual((await asAlice('GET', '/park-slots')).body.items, [{ id, number: '71', name: 'Park 71', parked: null }])
  assert.equal((await asAlice('DELETE', `/park-slots/${id}`)).status, 204)
  assert.ok(directory.tenant(alice)?.park.slots.length === 0)
})

test('CALL-02: the tenant says how long calls are parked', async () => {
  await using running = await pbxApi(cluster)
  const { asAlice, asBob, alice, directory } = running
  assert.deepEqual((await asAlice('PATCH', '/park-settings', { returnSeconds: 30 })).body, { returnSeconds: 30 })
  assert.ok(directory.tenant(alice)?.park.returnSeconds === 30)
  assert.deepEqual((await asBob('GET', '/park-settings')).body, { returnSeconds: 120 })
  assert.equal((await asAlice('PATCH', '/park-settings', { returnSeconds: 1 })).status, 400)
})

test("another tenant's slot answers 404", async () => {
  await using running = await pbxApi(cluster)
  const { asAlice, asBob } = running
  const id = String((await asAlice('POST', '/park-slots', { number: '71' })).body.id)
  assert.equal((await asBob('DELETE', `/park-slots/${id}`)).status, 404)
  assert.deepEqual((await asBob('GET', '/park-slots')).body.items, [])
  assert.equal((await asBob('POST', '/park-slots', { number: '71' })).status, 201)
})
