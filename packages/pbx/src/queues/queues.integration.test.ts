import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { TestCluster } from '@klinke/platform/test-support'
import { pbxApi, pbxCluster } from '../test-support/pbx-api.ts'

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
