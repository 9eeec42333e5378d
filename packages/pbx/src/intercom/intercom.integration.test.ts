import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { TestCluster } from '@klinke/platform/test-support'
import { pbxApi, pbxCluster } from '../test-support/pbx-api.ts'

let cluster: TestCluster
before(async () => {
  cluster = await pbxCluster()
})
after(() => cluster[Symbol.asyncDispose]())

test('CALL-05: an extension says whose calls its phone answers by itself, and calls go by it', async () => {
  await using running = await pbxApi(cluster)
  const { asAlice, alice, directory, extension } = running
  const [called, caller] = [await extension('11'), await extension('10')]
  const path = `/extensions/${called}/intercom-settings`
  assert.deepEqual((await asAlice('GET', path)).body, { accepts: 'everyone', callers: [], otherwise: 'refuse' })
  const named = { accepts: 'named', callers: [caller], otherwise: 'refuse' }
  assert.deepEqual((await asAlice('PATCH', path, { accepts: 'named', callers: [caller] })).body, named)
  assert.ok(directory.tenant(alice)?.intercom.get(called)?.callers[0] === caller)
  assert.deepEqual((await asAlice('PATCH', path, { otherwise: 'ring' })).body, { ...named, otherwise: 'ring' })
  assert.equal((await asAlice('DELETE', `/extensions/${caller}`)).status, 204)
  assert.deepEqual((await asAlice('GET', path)).body.callers, [])
})

test("another tenant's extension answers 404, and is no caller", async () => {
  await using running = await pbxApi(cluster)
  const { asAlice, asBob, extension } = running
  const own = await extension('11')
  assert.equal((await asBob('GET', `/extensions/${own}/intercom-settings`)).status, 404)
  assert.equal((await asBob('PATCH', `/extensions/${own}/intercom-settings`, { accepts: 'nobody' })).status, 404)
  const foreign = String((await asBob('POST', '/extensions', { number: '20', name: 'Bob' })).body.id)
  const refused = await asAlice('PATCH', `/extensions/${own}/intercom-settings`, { callers: [foreign] })
  assert.equal(refused.body.type, 'urn:klinke:problem:no-such-target')
})

test('CALL-05: a page group has an internal number, which nothing else has', async () => {
  await using running = await pbxApi(cluster)
  const { asAlice, asBob, alice, directory, extension } = running
  const member = await extension('11')
  const group = { name: 'Hall', number: '80', settings: { talkBack: true }, members: [{ extensionId: member }] }
  const { status, body } = await asAlice('POST', '/page-groups', group)
  assert.equal(status, 201, String(body.detail))
  assert.ok(directory.tenant(alice)?.internalNumbers.byNumber.get('80')?.kind === 'page')
  const read = directory.tenant(alice)?.paging.get(String(body.id))
  assert.partialDeepStrictEqual(read, {
    settings: { talkBack: true, callers: 'everyone', maxPhones: 98 },
    members: [{ extensionId: member }],
  })
  assert.equal((await asAlice('POST', '/ring-groups', { name: 'Hall', number: '80', settings: {} })).status, 409)
  assert.equal((await asBob('GET', `/page-groups/${String(body.id)}`)).status, 404)
  assert.equal((await asAlice('DELETE', `/page-groups/${String(body.id)}`)).status, 204)
  assert.ok(directory.tenant(alice)?.internalNumbers.byNumber.get('80') === undefined)
})
