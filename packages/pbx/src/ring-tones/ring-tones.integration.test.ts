import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { TestCluster } from '@klinke/platform/test-support'
import { pbxApi, pbxCluster } from '../test-support/pbx-api.ts'

let cluster: TestCluster
before(async () => {
  cluster = await pbxCluster()
})
after(() => cluster[Symbol.asyncDispose]())

interface Item {
  readonly kind: string
  readonly tone: object | null
  readonly isProduct: boolean
  readonly title: object
}

test('CALL-05: a tenant changes how phones ring, calls see it, and the product is taken up again', async () => {
  await using running = await pbxApi(cluster)
  const { asAlice, asBob, alice, bob, directory } = running
  const of = (body: Readonly<Record<string, unknown>>, kind: string): Item | undefined =>
    (body.items as readonly Item[]).find((item) => item.kind === kind)
  const tone = { cadence: 5, name: 'front-door' }
  const changed = await asAlice('PATCH', '/ring-tones', { tones: { door: tone, internal: null } })
  assert.equal(changed.status, 200, String(changed.body.detail))
  assert.deepEqual(of(changed.body, 'door'), { kind: 'door', tone, isProduct: false, title: { de: 'Türruf', en: 'Call from the door' } })
  assert.ok(directory.tenant(alice)?.ringTones.tones.internal === null)
  assert.ok(directory.tenant(bob)?.ringTones.tones.internal?.name === 'alert-internal')
  await asAlice('PATCH', '/ring-tones', { product: ['internal'] })
  assert.partialDeepStrictEqual(of((await asAlice('GET', '/ring-tones')).body, 'internal'), { isProduct: true, tone: { cadence: 1 } })
  assert.deepEqual(of((await asAlice('GET', '/ring-tones')).body, 'door')?.tone, tone)
  assert.equal(of((await asBob('GET', '/ring-tones')).body, 'door')?.isProduct, true)
})

test('CALL-05: doors are extensions of the tenant, and no more once they are deleted', async () => {
  await using running = await pbxApi(cluster)
  const { asAlice, asBob, alice, directory, extension } = running
  const door = await extension('19')
  assert.deepEqual((await asAlice('PATCH', '/ring-tones', { doorStations: [door] })).body.doorStations, [door])
  assert.ok(directory.tenant(alice)?.ringTones.doors.has(door) === true)
  assert.equal((await asBob('PATCH', '/ring-tones', { doorStations: [door] })).body.type, 'urn:klinke:problem:no-such-target')
  assert.equal((await asAlice('DELETE', `/extensions/${door}`)).status, 204)
  assert.deepEqual((await asAlice('GET', '/ring-tones')).body.doorStations, [])
})
