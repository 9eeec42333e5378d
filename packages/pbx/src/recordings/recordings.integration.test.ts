import assert from 'node:assert/strict'
import { randomUUIDv7 } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { type Logger, silentLogger } from '@klinke/foundation'
import { Database, type FolderBlobStore, systemClock } from '@klinke/platform'
import type { TestClient, TestCluster } from '@klinke/platform/test-support'
import { buildWavHeader, WAV_HEADER_OCTETS } from '@klinke/rtp'
import { type PbxApi, pbxApi, pbxCluster } from '../test-support/pbx-api.ts'
import type { RecordingHead, RecordingTail } from './recording.ts'
import { expire } from './retention.ts'
import { RecordingSpool } from './spool.ts'
import { StoredArchive } from './stored-archive.ts'

let cluster: TestCluster
before(async () => {
  cluster = await pbxCluster()
})
after(() => cluster[Symbol.asyncDispose]())

const SECOND_OCTETS = 16_000
const [clock, logger] = [systemClock(), silentLogger]

function headOf(tenantId: string, more: Partial<RecordingHead> = {}): RecordingHead {
  const caller = { tenantId: undefined, extensionId: undefined, number: '+4930123456', displayName: undefined, channel: 'left' } as const
  const called = { tenantId, extensionId: EXTENSION, number: '11', displayName: 'Bea', channel: 'right' } as const
  return {
    ...{ id: randomUUIDv7(), tenantId, callId: 'call-1', startedAtMs: Date.now() - 60_000, cause: { kind: 'api' }, channels: 'mixed' },
    parties: [caller, called],
    consents: [{ number: caller.number, how: 'agreed', atMs: Date.now() }],
    ...more,
  }
}

const EXTENSION = '018f0000-0000-7000-8000-000000000011'
const TAIL: RecordingTail = { endedAtMs: Date.now(), durationMs: 1000, because: 'stopped' }

type Ground = Pick<PbxApi, 'database' | 'blobs' | 'dataDir'>

function archiveOf({ database, blobs, dataDir }: Ground, logger: Logger = silentLogger): StoredArchive {
  return new StoredArchive({ database, blobs, spool: new RecordingSpool(join(dataDir, 'recordings')), clock, logger })
}

/** A second of sound, as the media engine leaves it when it is cut off. */
function writeCutOff(path: string, seconds = 1): Promise<void> {
  const header = buildWavHeader({ sampleRateHz: 8000, channels: 1 }, 'unknown')
  return writeFile(path, Buffer.concat([header, Buffer.alloc(seconds * SECOND_OCTETS, 1)]))
}

/** The field `name` of each item. */
async function listed(client: TestClient, path: string, name: string): Promise<readonly unknown[]> {
  return (await client('GET', path)).body.items?.map((item) => item[name]) ?? []
}

async function record(running: PbxApi, tenantId: string, more: Partial<RecordingHead> = {}): Promise<string> {
  const archive = archiveOf(running)
  const head = headOf(tenantId, more)
  await writeCutOff(await archive.begin(head))
  assert.ok(await archive.keep(head, TAIL))
  return head.id
}

test('REC-01: recordings are listed by extension, call and time, heard whole and in parts, and deleted; who did is kept, and tenants see their own', async () => {
  await using running = await pbxApi(cluster)
  const { asAlice, asBob, alice } = running
  const [older, newer] = [
    await record(running, alice, { startedAtMs: Date.now() - 120_000 }),
    await record(running, alice, { callId: 'call-2' }),
  ]
  const ids = (query: string) => listed(asAlice, `/recordings?${query}`, 'id')
  assert.deepEqual(await ids(''), [newer, older])
  assert.deepEqual(await ids('callId=call-1'), [older])
  assert.deepEqual(await ids(`extensionId=${EXTENSION}&limit=1`), [newer])
  assert.deepEqual(await ids(`extensionId=${randomUUIDv7()}`), [])
  assert.deepEqual(await ids(`from=${new Date(Date.now() - 90_000).toISOString()}`), [newer])
  const { body } = await asAlice('GET', `/recordings/${older}`)
  assert.deepEqual([body.durationSeconds, body.complete, body.octets], [1, true, SECOND_OCTETS + WAV_HEADER_OCTETS])
  assert.match(JSON.stringify(body.consents), /"how":"agreed"/)
  assert.match(JSON.stringify(body.parties), /"number":"11".*"channel":"right"/)
  for (const path of ['', '/sound']) assert.equal((await asBob('GET', `/recordings/${older}${path}`)).status, 404)
  assert.deepEqual((await asBob('GET', '/recordings')).body.items, [])
  assert.equal((await asBob('DELETE', `/recordings/${older}`)).status, 404)
  const part = await asAlice('GET', `/recordings/${older}/sound`, undefined, { range: 'bytes=44-143' })
  assert.deepEqual([part.status, part.headers['content-range']], [206, `bytes 44-143/${SECOND_OCTETS + WAV_HEADER_OCTETS}`])
  assert.equal((await asAlice('GET', `/recordings/${older}/sound`)).status, 200)
  assert.equal((await asAlice('GET', '/storage')).body.usedBytes, 2 * (SECOND_OCTETS + WAV_HEADER_OCTETS))
  assert.equal((await asAlice('DELETE', `/recordings/${older}`)).status, 204)
  assert.equal((await asAlice('GET', `/recordings/${older}/sound`)).status, 404)
  assert.deepEqual(await listed(asAlice, `/recordings/${older}/accesses`, 'what'), ['heard', 'deleted'])
  assert.deepEqual((await asBob('GET', `/recordings/${older}/accesses`)).body.items, [])
})

test('REC-01: a user hears the recordings of the own conversations and no other; who has listened is in the audit log', async () => {
  await using running = await pbxApi(cluster)
  const { alice, extension, database } = running
  const own = await extension('10')
  const parties = headOf(alice).parties.map((party) => ({ ...party, extensionId: party.tenantId === alice ? own : undefined }))
  const [mine, others] = [await record(running, alice, { parties }), await record(running, alice, {})]
  const user = await running.as({ kind: 'user', tenantId: alice, extensionId: own })
  assert.deepEqual(await listed(user, `/recordings?extensionId=${own}`, 'id'), [mine])
  assert.equal((await user('GET', `/recordings/${mine}/sound`)).status, 200)
  for (const path of ['', '/sound', '/accesses']) {
    assert.ok([403, 404].includes((await user('GET', `/recordings/${others}${path}`)).status), path)
  }
  assert.equal((await user('GET', '/recordings')).status, 400)
  assert.equal((await user('GET', `/recordings?extensionId=${EXTENSION}`)).status, 404)
  assert.equal((await user('DELETE', `/recordings/${mine}`)).status, 403)
  interface AuditTables {
    readonly audit_log: Readonly<Record<'action' | 'actor_kind' | 'subject' | 'subject_id' | 'tenant_id', string>>
  }
  const heard = await database.withOperator((tx) => {
    const query = tx.tables<AuditTables>().selectFrom('audit_log').select(['actor_kind', 'subject', 'subject_id', 'tenant_id'])
    return query.where('action', '=', 'heard').execute()
  })
  assert.deepEqual(heard, [{ actor_kind: 'user', subject: 'recording', subject_id: mine, tenant_id: alice }])
})

test('what a restart has cut off is filed as incomplete, with the length it has come to', async () => {
  await using running = await pbxApi(cluster)
  const before = archiveOf(running)
  const head = headOf(running.alice)
  await writeCutOff(await before.begin(head))
  await archiveOf(running).recover()
  const { body } = await running.asAlice('GET', `/recordings/${head.id}`)
  assert.deepEqual([body.complete, body.endedBecause, body.durationSeconds], [false, 'restart', 1])
})

test('a recording that was begun without a sample is forgotten after a restart', async () => {
  await using running = await pbxApi(cluster)
  const head = headOf(running.alice)
  await archiveOf(running).begin(head)
  await archiveOf(running).recover()
  assert.equal((await running.asAlice('GET', `/recordings/${head.id}`)).status, 404)
  assert.deepEqual(await new RecordingSpool(join(running.dataDir, 'recordings')).list(assert.fail), [])
})

test('while the database or the store is away a recording waits on the disk, and is filed later as it ended', async () => {
  await using running = await pbxApi(cluster)
  const away = new Database({ connection: { host: '127.0.0.1', port: 1 }, clock, logger })
  const head = headOf(running.alice)
  const archive = archiveOf({ ...running, database: away })
  await writeCutOff(await archive.begin(head))
  assert.equal(await archive.keep(head, TAIL), undefined)
  const full = Object.assign(Object.create(running.blobs) as FolderBlobStore, { octets: () => Promise.reject(new Error('away')) })
  await archiveOf({ ...running, blobs: full }).recover()
  assert.equal((await running.asAlice('GET', `/recordings/${head.id}`)).status, 404)
  await archiveOf(running).recover()
  const { body } = await running.asAlice('GET', `/recordings/${head.id}`)
  assert.deepEqual([body.endedBecause, body.complete], ['stopped', true])
})

test('a recording whose tenant is deleted meanwhile is removed when it ends, or at the next try; those of another tenant are kept', async () => {
  await using running = await pbxApi(cluster)
  const archive = archiveOf(running)
  const heads = [headOf(running.alice), headOf(running.alice), headOf(running.bob)] as const
  for (const head of heads) await writeCutOff(await archive.begin(head))
  assert.equal((await running.operator('DELETE', `/tenants/${running.alice}?confirm=alice`)).status, 204)
  const [ended, cutOff, other] = heads
  assert.equal(await archive.keep(ended, TAIL), undefined)
  assert.ok(await archive.keep(other, TAIL))
  await archiveOf(running).recover()
  for (const head of [ended, cutOff]) {
    assert.equal(await running.blobs.octets(`${running.alice}/${head.id}.wav`), undefined)
    assert.equal(await new RecordingSpool(join(running.dataDir, 'recordings')).octets(head), undefined)
  }
  assert.deepEqual(await new RecordingSpool(join(running.dataDir, 'recordings')).list(assert.fail), [])
  assert.deepEqual(await listed(running.asBob, '/recordings', 'id'), [other.id])
})

test('REC-01: the recording that goes over four fifths of the storage is told in the log, once', async () => {
  await using running = await pbxApi(cluster)
  const storageBytes = 1_048_576
  assert.equal((await running.operator('PATCH', `/tenants/${running.alice}`, { profile: { storageBytes } })).status, 200)
  const warned: unknown[] = []
  const archive = archiveOf(running, { ...silentLogger, warn: (_message, fields) => void warned.push(fields?.state) })
  for (const seconds of [40, 20, 2]) {
    const head = headOf(running.alice)
    await writeCutOff(await archive.begin(head), seconds)
    assert.ok(await archive.keep(head, TAIL))
  }
  assert.deepEqual(warned, ['nearly-full'])
  assert.ok((await archive.roomFor(running.alice)) < storageBytes / 5)
})

test('REC-01: recordings that are being written share the room that is left', async () => {
  await using running = await pbxApi(cluster)
  const archive = archiveOf(running)
  const before = await archive.roomFor(running.alice)
  await writeCutOff(await archive.begin(headOf(running.alice)), 10)
  await archive.begin(headOf(running.bob))
  assert.equal(await archive.roomFor(running.alice), (before - 10 * SECOND_OCTETS - WAV_HEADER_OCTETS) / 2)
})

test('what is older than the tenant keeps it is deleted, with its sound, and that is noted', async () => {
  await using running = await pbxApi(cluster)
  const { asAlice, alice, directory, database, blobs } = running
  const day = 86_400_000
  const [old, young] = [
    await record(running, alice, { startedAtMs: Date.now() - 8 * day }),
    await record(running, alice, { startedAtMs: Date.now() - 6 * day }),
  ]
  assert.equal((await asAlice('PATCH', '/recording-policy', { retentionDays: 7 })).status, 200)
  assert.ok(directory.tenant(alice)?.recordings.policy.retentionDays === 7)
  const tenant = directory.tenant(alice)
  assert.ok(tenant)
  await expire(tenant, { database, blobs, directory, clock, logger })
  assert.deepEqual(await listed(asAlice, '/recordings', 'id'), [young])
  assert.equal(await blobs.octets(`${alice}/${old}.wav`), undefined)
  assert.deepEqual(await listed(asAlice, `/recordings/${old}/accesses`, 'what'), ['expired'])
})

test('LAW-06: a tenant says how it records; rules name a purpose and things of its own', async () => {
  await using running = await pbxApi(cluster)
  const { asAlice, asBob, alice, directory } = running
  const extension = await running.extension('10')
  assert.deepEqual((await asAlice('GET', '/recording-policy')).body.onDemand, false)
  assert.equal((await asAlice('PATCH', '/recording-policy', { onDemand: true, consent: 'announce' })).status, 200)
  const subject = { kind: 'extension', targetId: extension }
  assert.equal((await asAlice('POST', '/recording-rules', { subject, reason: '' })).status, 400)
  assert.equal((await asBob('POST', '/recording-rules', { subject, reason: 'Nachweis' })).status, 422)
  const rule = await asAlice('POST', '/recording-rules', { subject, directions: ['inbound'], reason: 'Nachweis von Bestellungen' })
  assert.equal(rule.status, 201)
  assert.ok(directory.tenant(alice)?.recordings.rules.length === 1)
  assert.equal(directory.tenant(alice)?.recordings.policy.onDemand, true)
  assert.equal((await asBob('DELETE', `/recording-rules/${rule.body.id}`)).status, 404)
  assert.equal((await asAlice('DELETE', `/recording-rules/${rule.body.id}`)).status, 204)
  assert.deepEqual((await asAlice('GET', '/recording-rules')).body.items, [])
  for (const method of ['GET', 'POST', 'DELETE'] as const) assert.equal((await asAlice(method, '/live-calls/none/recording')).status, 404)
})
