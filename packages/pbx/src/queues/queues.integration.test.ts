import assert from 'node:assert/strict'
import { randomUUIDv7 } from 'node:crypto'
import { after, before, test } from 'node:test'
import type { CallParty } from '@klinke/calls'
import type { TestCluster } from '@klinke/platform/test-support'
import { pbxApi, pbxCluster } from '../test-support/pbx-api.ts'
import { storedCallbacks } from './callback-store.ts'

let cluster: TestCluster
before(async () => {
  cluster = await pbxCluster()
})
after(() => cluster[Symbol.asyncDispose]())

test('ACD-02: a queue is created with defaults, calls see it, and its live view shows the agents', async () => {
  await using running = await pbxApi(cluster)
  const { asAlice, asBob, alice, directory, extension } = running
  const [first, second] = [await extension('10'), await extension('11')]
  const members = [{ extensionId: first }, { extensionId: second, paused: true }]
  const created = await asAlice('POST', '/queues', { name: 'Service', number: '60', settings: { wrapUpSeconds: 30 }, members })
  assert.equal(created.status, 201, JSON.stringify(created.body))
  const id = String(created.body.id)
  assert.partialDeepStrictEqual(created.body, { settings: { wrapUpSeconds: 30, answer: 'at-once', strategy: 'longest-idle', exit: null } })
  assert.ok(directory.tenant(alice)?.queues.get(id)?.members[1]?.paused === true)
  assert.equal(directory.tenant(alice)?.ringGroups.get(id), undefined)
  assert.equal((await asAlice('GET', `/ring-groups/${id}`)).status, 404)
  const live = await asAlice('GET', `/queues/${id}/live`)
  assert.deepEqual(live.body, {
    waiting: [],
    agents: [
      { extensionId: first, number: '10', name: 'Extension 10', state: 'ready', endsInSeconds: null },
      { extensionId: second, number: '11', name: 'Extension 11', state: 'paused', endsInSeconds: null },
    ],
  })
  assert.equal((await asBob('GET', `/queues/${id}/live`)).status, 404)
})

test('a schedule and destinations that a queue goes by are not deleted, and must be the tenant’s own', async () => {
  await using running = await pbxApi(cluster)
  const { asAlice, asBob } = running
  const schedule = String((await asAlice('POST', '/schedules', { name: 'Tag', week: [] })).body.id)
  const settings = { hours: { schedule: { kind: 'schedule', targetId: schedule } } }
  assert.equal((await asAlice('POST', '/queues', { name: 'A', settings })).status, 201)
  assert.equal((await asAlice('DELETE', `/schedules/${schedule}`)).status, 409)
  const stolen = await asBob('POST', '/queues', { name: 'A', settings })
  assert.equal(stolen.body.type, 'urn:klinke:problem:no-such-target')
})

test('ACD-02: promised callbacks are kept with what came of them, and go with their queue', async () => {
  await using running = await pbxApi(cluster)
  const { asAlice, alice, database, extension } = running
  const queueId = String((await asAlice('POST', '/queues', { name: 'Service', settings: {} })).body.id)
  const inside = { tenantId: alice, extensionId: await extension('10'), number: '10', displayName: 'Anna' }
  const outside = { tenantId: undefined, extensionId: undefined, number: '+49301234567', displayName: undefined }
  const store = storedCallbacks(database)
  const promised = (caller: CallParty, sinceMs: number) => ({
    ...{ id: randomUUIDv7(), tenantId: alice, queueId, caller, priority: 3, sinceMs, attempts: 0 },
  })
  const [first, second] = [promised(outside, 1_700_000_000_000), promised(inside, 1_700_000_001_000)]
  await store.save(second)
  await store.save(first)
  assert.deepEqual(await store.load(), [first, second])
  await store.save({ ...first, attempts: 1 })
  await store.remove(second)
  assert.deepEqual(await store.load(), [{ ...first, attempts: 1 }])
  assert.equal((await asAlice('DELETE', `/queues/${queueId}`)).status, 204)
  assert.deepEqual(await store.load(), [])
})
