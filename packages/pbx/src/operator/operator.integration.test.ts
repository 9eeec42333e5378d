import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { TestCluster } from '@klinke/platform/test-support'
import { type PbxApi, pbxApi, pbxCluster } from '../test-support/pbx-api.ts'
import { switchOperator } from './store.ts'

let cluster: TestCluster
before(async () => {
  cluster = await pbxCluster()
})
after(() => cluster[Symbol.asyncDispose]())

async function withPosition(running: PbxApi) {
  const phone = await running.extension('11')
  const day = { kind: 'extension', targetId: phone }
  const { status, body } = await running.asAlice('PATCH', '/operator-position', { number: '90', day })
  assert.equal(status, 200, String(body.detail))
  return { phone, day, body }
}

test('CALL-09: the position is made and replaced, calls see it, and its number is taken', async () => {
  await using running = await pbxApi(cluster)
  const { asAlice, alice, directory } = running
  const { phone, day, body } = await withPosition(running)
  assert.partialDeepStrictEqual(body, {
    name: 'Zentrale',
    number: '90',
    mode: 'automatic',
    now: 'day',
    day,
    night: null,
    returnSeconds: 30,
  })
  assert.ok(directory.tenant(alice)?.internalNumbers.byNumber.get('90')?.kind === 'operator')
  assert.equal(directory.tenant(alice)?.operator?.settings.day.targetId, phone)
  const night = { kind: 'external', number: '+491701234567' }
  const changed = await asAlice('PATCH', '/operator-position', { name: 'Empfang', number: '91', day, night, returnSeconds: 20 })
  assert.partialDeepStrictEqual(changed.body, { id: body.id, name: 'Empfang', number: '91', night, returnSeconds: 20 })
  assert.equal((await asAlice('POST', '/extensions', { number: '91', name: 'x' })).body.type, 'urn:klinke:problem:internal-number-taken')
  assert.equal((await asAlice('DELETE', '/operator-position')).status, 204)
  assert.ok(directory.tenant(alice)?.operator === null)
  assert.equal((await asAlice('GET', '/operator-position')).status, 404)
})

test('CALL-09: switching by API and by code is remembered, the newest first', async () => {
  await using running = await pbxApi(cluster)
  const { asAlice, alice, database, directory } = running
  await withPosition(running)
  assert.partialDeepStrictEqual((await asAlice('PATCH', '/operator-position', { mode: 'night' })).body, { mode: 'night', now: 'night' })
  assert.ok(directory.tenant(alice)?.operator?.mode === 'night')
  await database.withTenant(alice, (tx) => switchOperator(tx, alice, () => 'day', '11'))
  assert.partialDeepStrictEqual((await asAlice('GET', '/operator-position')).body, { mode: 'day', now: 'day' })
  const { body } = await asAlice('GET', '/operator-position/switches?limit=1')
  assert.partialDeepStrictEqual(body.items, [{ mode: 'day', extension: '11' }])
  const next = await asAlice('GET', `/operator-position/switches?limit=1&cursor=${String(body.nextCursor)}`)
  assert.partialDeepStrictEqual(next.body.items, [{ mode: 'night', extension: null }])
})

test('CALL-09: what the position leads to must be there, and stays as long as it does', async () => {
  await using running = await pbxApi(cluster)
  const { asAlice } = running
  const gone = { kind: 'group', targetId: '0197a2ad-0000-7000-8000-000000000001' }
  assert.equal((await asAlice('PATCH', '/operator-position', { day: gone })).body.type, 'urn:klinke:problem:no-such-target')
  assert.equal((await asAlice('PATCH', '/operator-position', { name: 'x' })).body.type, 'urn:klinke:problem:operator-without-target')
  const { phone } = await withPosition(running)
  assert.equal((await asAlice('DELETE', `/extensions/${phone}`)).body.type, 'urn:klinke:problem:target-in-use')
})

test("another tenant's position is not seen, nor switched", async () => {
  await using running = await pbxApi(cluster)
  const { asBob } = running
  await withPosition(running)
  assert.equal((await asBob('GET', '/operator-position')).status, 404)
  assert.equal((await asBob('PATCH', '/operator-position', { mode: 'night' })).status, 422)
  assert.equal((await asBob('DELETE', '/operator-position')).status, 404)
  assert.deepEqual((await asBob('GET', '/operator-position/switches')).body.items, [])
})
