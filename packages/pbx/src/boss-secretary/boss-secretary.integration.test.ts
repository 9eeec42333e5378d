import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { TestCluster } from '@klinke/platform/test-support'
import { pbxApi, pbxCluster } from '../test-support/pbx-api.ts'

let cluster: TestCluster
before(async () => {
  cluster = await pbxCluster()
})
after(() => cluster[Symbol.asyncDispose]())

test('CALL-05: a secretariat is made, switched and deleted, and calls see it; a deleted secretary is none any more', async () => {
  await using running = await pbxApi(cluster)
  const { asAlice, alice, directory, extension } = running
  const [boss, first, second] = [await extension('11'), await extension('12'), await extension('13')]
  const path = `/extensions/${boss}/secretariat`
  const made = await asAlice('PATCH', path, { secretaries: [first, second], bypass: ['13', '+4930*'] })
  assert.equal(made.status, 200, String(made.body.detail))
  assert.partialDeepStrictEqual(made.body, { bossId: boss, active: false, callers: 'all', whenAbsent: { kind: 'boss' }, ringSeconds: 30 })
  assert.partialDeepStrictEqual((await asAlice('PATCH', path, { active: true })).body, { active: true, bypass: ['13', '+4930*'] })
  const seen = () => directory.tenant(alice)?.secretariats.get(boss)
  assert.ok(seen()?.active === true)
  assert.deepEqual(seen()?.secretaries, [first, second])
  assert.equal((await asAlice('DELETE', `/extensions/${first}`)).status, 204)
  assert.ok(seen()?.secretaries.length === 1)
  assert.partialDeepStrictEqual((await asAlice('GET', '/secretariats')).body.items, [{ bossId: boss, secretaries: [second] }])
  assert.equal((await asAlice('DELETE', path)).status, 204)
  assert.equal((await asAlice('GET', path)).status, 404)
  assert.ok(seen() === undefined)
})

test('CALL-05: nobody is the own secretary, and what the filter leads to must be there', async () => {
  await using running = await pbxApi(cluster)
  const { asAlice, extension } = running
  const boss = await extension('11')
  const path = `/extensions/${boss}/secretariat`
  const gone = '0197a2ad-0000-7000-8000-000000000001'
  assert.equal((await asAlice('PATCH', path, { secretaries: [boss] })).body.type, 'urn:klinke:problem:secretary-of-itself')
  assert.equal((await asAlice('PATCH', path, { secretaries: [gone] })).body.type, 'urn:klinke:problem:no-such-target')
  const whenAbsent = { kind: 'voicemail', targetId: gone }
  assert.equal((await asAlice('PATCH', path, { whenAbsent })).body.type, 'urn:klinke:problem:no-such-target')
})

test("another tenant's secretariats answer 404", async () => {
  await using running = await pbxApi(cluster)
  const { asAlice, asBob, extension } = running
  const path = `/extensions/${await extension('11')}/secretariat`
  await asAlice('PATCH', path, { secretaries: [await extension('12')] })
  for (const method of ['GET', 'PATCH', 'DELETE'] as const) assert.equal((await asBob(method, path, {})).status, 404)
  assert.deepEqual((await asBob('GET', '/secretariats')).body.items, [])
})
