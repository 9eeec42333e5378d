import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { mkdir, utimes, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { after, before, test } from 'node:test'
import { silentLogger } from '@klinke/foundation'
import { systemClock } from '@klinke/platform'
import type { TestCluster } from '@klinke/platform/test-support'
import { buildWavHeader } from '@klinke/rtp'
import { type PbxApi, pbxApi, pbxCluster } from '../test-support/pbx-api.ts'
import { carryOver } from './carry-over.ts'
import { storedArchive } from './message-archive.ts'
import { MessageIntake } from './message-intake.ts'
import { StoredSounds } from './sounds.ts'
import { type FolderSpool, mailboxSpool, type Sound } from './spool.ts'
import { storeGreeting } from './store.ts'

let cluster: TestCluster
before(async () => {
  cluster = await pbxCluster()
})
after(() => cluster[Symbol.asyncDispose]())

const CALLER = { number: '+4930123456', displayName: 'Bea' }
const SECONDS = 3
const FORMAT = { sampleRateHz: 8_000, channels: 1 } as const

/** As a recorder that has not ended leaves it. */
function spoken(): Buffer {
  return Buffer.concat([buildWavHeader(FORMAT, 0), Buffer.alloc(2 * 8_000 * SECONDS)])
}

/** Extension 10 of alice with a mailbox; what a process opens, any number of times. */
async function withMailbox(running: PbxApi) {
  const { asAlice, alice, database, directory, dataDir, blobs, extension } = running
  const extensionId = await extension('10')
  await asAlice('PATCH', `/extensions/${extensionId}/mailbox`, { language: 'en' })
  const box = directory.tenant(alice)?.voicemail.ofExtension.get(extensionId)
  assert.ok(box)
  const [sounds, spool] = [new StoredSounds(blobs), mailboxSpool(dataDir)]
  const archive = storedArchive(database, silentLogger, () => Promise.resolve())
  const told: string[] = []
  const owner = { messageLeft: (_box: unknown, { id }: { readonly id: string }) => Promise.resolve(told.push(id) < 0) }
  const work = { spool, sounds, archive, directory, owner, clock: systemClock(), logger: silentLogger, changed: () => undefined }
  return { ...work, box, told, open: (instead = {}) => new MessageIntake({ ...work, ...instead }) }
}

async function lies(spool: FolderSpool, sound: Sound, content = spoken()): Promise<void> {
  await mkdir(dirname(spool.sound({ tenantId: sound.tenantId, sound: sound.name }).path), { recursive: true })
  await writeFile(sound.path, content)
}

test('a message that was being spoken when the power failed is in the mailbox after the next start, and its owner is told', async () => {
  await using running = await pbxApi(cluster)
  const { open, spool, archive, box, told, sounds } = await withMailbox(running)
  const { sound, note } = await open().begin(box, CALLER)
  await lies(spool, sound)
  await open().recover()
  const expected = {
    id: note.id,
    callerNumber: CALLER.number,
    callerName: 'Bea',
    durationMs: SECONDS * 1000,
    receivedAtMs: note.receivedAtMs,
  }
  assert.partialDeepStrictEqual(await archive.list(box, 'new'), [expected])
  assert.deepEqual([await sounds.octets(running.alice, sound.name), existsSync(sound.path), told], [spoken().length, false, [note.id]])
  await open().recover()
  assert.equal((await archive.list(box, 'new')).length, 1)
})

test('a breath before the power failed is no message', async () => {
  await using running = await pbxApi(cluster)
  const { open, spool, archive, box } = await withMailbox(running)
  const { sound } = await open().begin(box, CALLER)
  await lies(spool, sound, spoken().subarray(0, 8_000))
  await open().recover()
  assert.deepEqual([await archive.list(box, 'new'), existsSync(sound.path), await spool.notes(() => undefined)], [[], false, []])
})

for (const [what, left] of [
  ['the store of sounds', { sounds: { keep: () => Promise.reject(new Error('away')), octets: () => Promise.reject(new Error('away')) } }],
  ['the database', { archive: { add: () => Promise.reject(new Error('away')) } }],
] as const) {
  test(`while ${what} is away a message waits on the disk, and another process stores it`, async () => {
    await using running = await pbxApi(cluster)
    const { open, spool, archive, box } = await withMailbox(running)
    const intake = open(left)
    const begun = await intake.begin(box, CALLER)
    await lies(spool, begun.sound)
    await intake.keep(begun, SECONDS * 1000)
    assert.deepEqual([await archive.list(box, 'new'), (await spool.notes(() => undefined)).length], [[], 1])
    await open().recover()
    assert.partialDeepStrictEqual(await archive.list(box, 'new'), [{ durationMs: SECONDS * 1000 }])
    assert.deepEqual(await spool.notes(() => undefined), [])
  })
}

test('a message whose mailbox is deleted while it is spoken goes', async () => {
  await using running = await pbxApi(cluster)
  const { open, spool, box } = await withMailbox(running)
  const intake = open()
  const begun = await intake.begin(box, CALLER)
  await lies(spool, begun.sound)
  assert.equal((await running.asAlice('DELETE', `/extensions/${box.extensionId}`)).status, 204)
  await intake.keep(begun, SECONDS * 1000)
  assert.deepEqual([existsSync(begun.sound.path), await spool.notes(() => undefined)], [false, []])
})

test('sounds in the data folder of an older version go into the store; what belongs to nothing goes when it is old', async () => {
  await using running = await pbxApi(cluster)
  const { alice, database, directory } = running
  const { spool, sounds, archive, box, clock } = await withMailbox(running)
  const [message, greeting, orphan, fresh] = await Promise.all(Array.from({ length: 4 }, () => spool.create(alice)))
  assert.ok(message && greeting && orphan && fresh)
  for (const sound of [message, greeting, orphan, fresh]) await lies(spool, sound)
  const about = { id: '018f0000-0000-7000-8000-000000000001', mailboxId: box.id, state: 'new', receivedAtMs: 0, durationMs: 3_000 } as const
  await archive.add(box, { ...about, callerNumber: '11', callerName: undefined, sound: message.name }, 100)
  await database.withTenant(alice, (tx) => storeGreeting(tx, box, 'standard', { sound: greeting.name, sizeBytes: 100 }))
  await utimes(orphan.path, 1, 1)
  await carryOver({ spool, sounds, database, directory, clock, logger: silentLogger })
  const stored = await Promise.all([message, greeting, orphan, fresh].map(({ name }) => sounds.octets(alice, name)))
  assert.deepEqual(stored, [spoken().length, spoken().length, undefined, undefined])
  assert.deepEqual(
    [message, greeting, orphan, fresh].map(({ path }) => existsSync(path)),
    [false, false, false, true],
  )
  assert.ok(existsSync(sounds.greeting(alice, greeting.name) ?? ''))
})
