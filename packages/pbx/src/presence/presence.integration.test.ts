import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { TestCluster } from '@klinke/platform/test-support'
import { pbxApi, pbxCluster } from '../test-support/pbx-api.ts'

let cluster: TestCluster
before(async () => {
  cluster = await pbxCluster()
})
after(() => cluster[Symbol.asyncDispose]())

test("who is there is listed by number, page by page, a tenant's own only", async () => {
  await using running = await pbxApi(cluster)
  const { asAlice, asBob, operator, alice, extension } = running
  const [second, first] = [await extension('11'), await extension('10')]
  const { body } = await asAlice('GET', '/presence?limit=1')
  const offline = { basic: 'closed', activities: [], note: 'Nicht angemeldet', ringing: false }
  assert.deepEqual(body.items, [{ extensionId: first, number: '10', name: 'Extension 10', ...offline }])
  const next = await asAlice('GET', `/presence?limit=1&cursor=${String(body.nextCursor)}`)
  assert.partialDeepStrictEqual(next.body.items, [{ extensionId: second, number: '11' }])
  assert.deepEqual((await asBob('GET', '/presence')).body.items, [])
  assert.partialDeepStrictEqual((await operator('GET', `/presence?tenantId=${alice}`)).body.items, [{ number: '10' }, { number: '11' }])
})
