import assert from 'node:assert/strict'
import { Buffer } from 'node:buffer'
import { after, before, test } from 'node:test'
import { MemoryRecords } from '@klinke/calls/test-support'
import { silentLogger } from '@klinke/foundation'
import { systemClock } from '@klinke/platform'
import { type TestCluster, testApi } from '@klinke/platform/test-support'
import { type Flow, MessageTrace } from '@klinke/sip'
import { eventually } from '@klinke/testbed'
import { storeLines } from '../call-records/store.ts'
import { ended, started } from '../call-records/test-support/calls.ts'
import { pbxApi, pbxCluster } from '../test-support/pbx-api.ts'
import { CallTraces } from './call-traces.ts'
import { explanationRoutes } from './routes.ts'
import { deleteExpired } from './store.ts'

let cluster: TestCluster
before(async () => {
  cluster = await pbxCluster()
})
after(() => cluster[Symbol.asyncDispose]())

const FLOW: Flow = { id: 'a', protocol: 'UDP', local: { address: '10.0.0.1', port: 5060 }, remote: { address: '10.0.0.2', port: 5070 } }

function invite(callId: string): Buffer {
  const head = ['INVITE sip:11@x.example SIP/2.0', 'Via: SIP/2.0/UDP 10.0.0.2;branch=z9hG4bKa', 'From: <sip:10@x.example>;tag=1']
  return Buffer.from([...head, 'To: <sip:11@x.example>', `Call-ID: ${callId}`, 'CSeq: 1 INVITE', 'Content-Length: 0', '', ''].join('\r\n'))
}

async function setUp() {
  const pbx = await pbxApi(cluster)
  const { database, directory, alice, bob } = pbx
  const [clock, logger] = [systemClock(), silentLogger]
  const messages = new MessageTrace(clock)
  const traces = new CallTraces({ records: new MemoryRecords(), messages, directory, database, clock, logger })
  const afterRestart = { traceOf: () => undefined }
  const api = await testApi(database, [explanationRoutes(database, { traces: afterRestart, liveCalls: () => [] })], [])
  /** A call that ends so, as the journal and the traces are told of it. */
  const call = async (id: string, tenantId: string, cause: 'busy' | 'unreachable'): Promise<void> => {
    const [begun, over] = [started(id, { tenantId }), ended(id, { tenantId, cause, sipStatus: 480, callerMedia: undefined })]
    messages.passed(invite(begun.sipCallId), 'received', FLOW)
    traces.started(begun)
    traces.ended(over)
    const line = (kind: 'S' | 'E', entry: object) => ({ kind, json: JSON.stringify({ ...entry, startedAtMs: begun.startedAtMs }) })
    await storeLines(database, [line('S', begun), line('E', over)])
  }
  return {
    ...{ ...pbx, traces, alice, bob, call },
    clients: { alice: await api.client({ kind: 'tenant', tenantId: alice }), bob: await api.client({ kind: 'tenant', tenantId: bob }) },
    [Symbol.asyncDispose]: async () => {
      await api[Symbol.asyncDispose]()
      await traces.close()
      await pbx[Symbol.asyncDispose]()
    },
  }
}

test('of calls that went wrong the messages are kept, of the others the record explains; each customer reads its own', async () => {
  await using desk = await setUp()
  await desk.call('bad', desk.alice, 'unreachable')
  await desk.call('fine', desk.alice, 'busy')
  const explain = (id: string, client = desk.clients.alice) => client('GET', `/call-records/${id}/explanation`)
  const kept = await eventually('the trace', async () => {
    const { body } = await explain('bad')
    return body.ladderKept === true ? body : undefined
  })
  assert.partialDeepStrictEqual(kept, { ladder: [{ method: 'INVITE', party: '10', peer: '10.0.0.2:5070' }] })
  assert.partialDeepStrictEqual((await explain('fine')).body, {
    ladderKept: false,
    ladder: [],
    diagnosis: { code: 'busy', severity: 'notice' },
  })
  assert.equal((await explain('bad', desk.clients.bob)).status, 404)
  assert.equal((await explain('none')).status, 404)
})

test('a customer decides: never keeps nothing, always keeps all; what has expired is deleted', async () => {
  await using desk = await setUp()
  await desk.operator('PATCH', `/tenants/${desk.alice}`, { profile: { callTraces: 'never' } })
  await desk.operator('PATCH', `/tenants/${desk.bob}`, { profile: { callTraces: 'always', callTraceDays: 1 } })
  const isSeen = () =>
    desk.directory.tenant(desk.alice)?.profile.callTraces === 'never' && desk.directory.tenant(desk.bob)?.profile.callTraceDays === 1
  await eventually('the new settings', isSeen)
  await desk.call('of-alice', desk.alice, 'unreachable')
  await desk.call('of-bob', desk.bob, 'busy')
  const isKept = async (id: string, client = desk.clients.bob) => (await client('GET', `/call-records/${id}/explanation`)).body.ladderKept
  await eventually('the trace', async () => (await isKept('of-bob')) === true)
  assert.equal(await isKept('of-alice', desk.clients.alice), false)
  await deleteExpired(desk.database, new Date(Date.now() + 12 * 3_600_000))
  assert.equal(await isKept('of-bob'), true)
  await deleteExpired(desk.database, new Date(Date.now() + 25 * 3_600_000))
  assert.equal(await isKept('of-bob'), false)
})

test('who guesses passwords gets one row for each mistake, and another customer does not see it', async () => {
  await using desk = await setUp()
  const about = { method: 'REGISTER', source: '192.0.2.66', domain: 'alice.example.org', dialled: undefined, sipCallId: 'r', status: 401 }
  for (let i = 0; i < 50; i++) desk.traces.refused({ ...about, account: 'x'.repeat(10_000), reason: 'unknown-account' })
  desk.traces.refused({ ...about, account: '10', reason: 'wrong-password' })
  desk.traces.refused({ ...about, account: '10', reason: 'wrong-password', domain: 'nobody.example.org' })
  const rows = async () => (await desk.clients.alice('GET', '/refused-requests')).body.items ?? []
  await eventually('both rows', async () => (await rows()).length === 2)
  const [newest] = await rows()
  assert.partialDeepStrictEqual(newest, { diagnosis: { severity: 'problem' } })
  assert.ok((await rows()).every(({ account }) => String(account).length <= 64))
  const page = await desk.clients.alice('GET', '/refused-requests?limit=1')
  const next = await desk.clients.alice('GET', `/refused-requests?limit=1&cursor=${String(page.body.nextCursor)}`)
  assert.deepEqual([page.body.items?.length, next.body.items?.length, next.body.nextCursor], [1, 1, null])
  assert.equal((await desk.clients.alice('GET', `/refused-requests/${String(newest?.id)}`)).status, 200)
  assert.equal((await desk.clients.bob('GET', `/refused-requests/${String(newest?.id)}`)).status, 404)
  assert.deepEqual((await desk.clients.bob('GET', '/refused-requests')).body.items, [])
})
