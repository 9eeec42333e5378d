import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { after, before, test } from 'node:test'
import { silentLogger } from '@klinke/foundation'
import type { TestCluster } from '@klinke/platform/test-support'
import { buildWavHeader, parseWav, WAV_HEADER_READ_OCTETS } from '@klinke/rtp'
import { isPin } from '../pins/pin-hash.ts'
import { type PbxApi, pbxApi, pbxCluster } from '../test-support/pbx-api.ts'
import { GoneSounds } from './gone-sounds.ts'
import { storedArchive } from './message-archive.ts'
import { expireOf } from './retention.ts'
import { StoredSounds } from './sounds.ts'

let cluster: TestCluster
before(async () => {
  cluster = await pbxCluster()
})
after(() => cluster[Symbol.asyncDispose]())

const WAV = { 'content-type': 'audio/wav' }
const DAY_MS = 86_400_000

function wav(sampleRateHz = 8_000, channels: 1 | 2 = 1, octets = 3_200): Buffer {
  const samples = Buffer.alloc(octets)
  return Buffer.concat([buildWavHeader({ sampleRateHz, channels }, samples.length), samples])
}

/** Extension 10 of alice with a mailbox, and a message in it. */
async function withMessage(running: PbxApi) {
  const { asAlice, alice, database, directory, blobs, extension } = running
  const extensionId = await extension('10')
  const path = `/extensions/${extensionId}/mailbox`
  await asAlice('PATCH', path, { language: 'en' })
  assert.ok(directory.tenant(alice)?.voicemail.ofExtension.has(extensionId) === true)
  const box = directory.tenant(alice)?.voicemail.ofExtension.get(extensionId)
  assert.ok(box)
  const sounds = new StoredSounds(blobs)
  const gone = new GoneSounds({ database, sounds, logger: silentLogger })
  const archive = storedArchive(database, silentLogger, () => gone.sweep())
  const leave = async (receivedAtMs: number) => {
    const sound = await sounds.put(alice, wav())
    const caller = { callerNumber: '+4930123456', callerName: undefined }
    const message = {
      id: randomUUID(),
      mailboxId: box.id,
      state: 'new',
      ...caller,
      receivedAtMs,
      durationMs: 200,
      sound,
    } as const
    await archive.add(box, message, 3_244)
    return message
  }
  return { path, box, sounds, archive, gone, leave, message: await leave(Date.parse('2026-11-21T08:00:00Z')) }
}

test('a mailbox is made by its first change; calls see it, and its PIN is stored as a hash', async () => {
  await using running = await pbxApi(cluster)
  const { asAlice, alice, directory, extension } = running
  const id = await extension('10')
  const path = `/extensions/${id}/mailbox`
  assert.equal((await asAlice('GET', path)).status, 404)
  const made = await asAlice('PATCH', path, { pin: '2580', mailTo: 'anna@example.org', deleteAfterMail: true })
  assert.equal(made.status, 200, String(made.body.detail))
  assert.partialDeepStrictEqual(made.body, { extensionId: id, enabled: true, language: 'de', hasPin: true, newMessages: 0, greetings: [] })
  assert.equal('pin' in made.body || 'pinHash' in made.body, false)
  assert.ok(directory.tenant(alice)?.voicemail.ofExtension.get(id)?.pinHash !== undefined)
  const box = directory.tenant(alice)?.voicemail.ofExtension.get(id)
  assert.deepEqual([box?.settings.mailTo, box?.settings.deleteAfterMail], ['anna@example.org', true])
  assert.ok(await isPin('2580', box?.pinHash ?? ''))
  assert.equal(await isPin('2581', box?.pinHash ?? ''), false)
})

const refused: readonly (readonly [what: string, body: object, status: number, type: string])[] = [
  ['with a PIN in a row', { pin: '1234' }, 400, 'invalid-request'],
  ['with a PIN of one digit', { pin: '7777' }, 400, 'invalid-request'],
  ['by a schedule that is none', { greeting: byAbsentSchedule() }, 422, 'no-such-target'],
]
for (const [what, body, status, type] of refused) {
  test(`a mailbox ${what} is refused`, async () => {
    await using running = await pbxApi(cluster)
    const answer = await running.asAlice('PATCH', `/extensions/${await running.extension('10')}/mailbox`, body)
    assert.deepEqual([answer.status, answer.body.type], [status, `urn:klinke:problem:${type}`])
  })
}

test('VM-03: messages are listed, played, marked and deleted', async () => {
  await using running = await pbxApi(cluster)
  const { asAlice } = running
  const { path, message } = await withMessage(running)
  const one = `${path}/messages/${message.id}`
  const expected = {
    id: message.id,
    state: 'new',
    callerNumber: '+4930123456',
    receivedAt: '2026-11-21T08:00:00.000Z',
    durationSeconds: 0.2,
  }
  assert.partialDeepStrictEqual((await asAlice('GET', `${path}/messages`)).body.items, [expected])
  const sound = await asAlice('GET', `${one}/sound`)
  assert.deepEqual([sound.headers['content-type'], sound.raw.equals(wav())], ['audio/wav', true])
  const part = await asAlice('GET', `${one}/sound`, undefined, { range: 'bytes=44-143' })
  assert.deepEqual([part.status, part.headers['content-range']], [206, `bytes 44-143/${wav().length}`])
  assert.ok(part.raw.equals(wav().subarray(44, 144)))
  assert.equal((await asAlice('PATCH', one, { state: 'saved' })).body.state, 'saved')
  assert.partialDeepStrictEqual((await asAlice('GET', path)).body, { newMessages: 0, savedMessages: 1 })
  assert.equal((await asAlice('DELETE', one)).status, 204)
  assert.deepEqual((await asAlice('GET', `${path}/messages`)).body.items, [])
  assert.partialDeepStrictEqual((await asAlice('GET', path)).body, { newMessages: 0, savedMessages: 0 })
  for (const gone of [await asAlice('DELETE', one), await asAlice('PATCH', one, { state: 'new' }), await asAlice('GET', `${one}/sound`)]) {
    assert.equal(gone.status, 404)
  }
})

test('VM-03: a message that was deleted by phone or REST can be put back for an hour; then it is gone with its sound', async () => {
  await using running = await pbxApi(cluster)
  const { asAlice, asBob, database, directory, alice } = running
  const { path, message, sounds, box, archive, gone } = await withMessage(running)
  const [one, tenant] = [`${path}/messages/${message.id}`, directory.tenant(alice)]
  assert.ok(tenant)
  const sweep = async (nowMs = Date.now()) => {
    await expireOf(tenant, database, nowMs)
    await gone.sweep()
  }
  assert.equal((await asAlice('POST', `${one}/restore`)).status, 404)
  await asAlice('DELETE', one)
  await sweep()
  assert.equal((await asBob('POST', `${one}/restore`)).status, 404)
  assert.partialDeepStrictEqual((await asAlice('POST', `${one}/restore`)).body, { id: message.id, state: 'new' })
  await archive.discard(box, message)
  assert.deepEqual([await archive.list(box, 'new'), await archive.counts(box)], [[], { new: 0, saved: 0 }])
  assert.equal(await archive.restore(box, message), true)
  assert.equal((await asAlice('GET', `${one}/sound`)).status, 200)
  await asAlice('DELETE', one)
  await sweep(Date.now() + 3_700_000)
  assert.deepEqual([await archive.restore(box, message), await sounds.octets(alice, message.sound)], [false, undefined])
  assert.equal((await asAlice('POST', `${one}/restore`)).status, 404)
})

test('VM-04: a greeting is uploaded, heard by calls, read and deleted', async () => {
  await using running = await pbxApi(cluster)
  const { asAlice, alice, directory } = running
  const { path, box, sounds } = await withMessage(running)
  const greeting = `${path}/greetings/standard`
  const answer = await asAlice('POST', greeting, wav(), WAV)
  assert.equal(answer.status, 204, String(answer.body.detail))
  assert.ok(directory.tenant(alice)?.voicemail.boxes.get(box.id)?.greetings.has('standard') === true)
  const name = directory.tenant(alice)?.voicemail.boxes.get(box.id)?.greetings.get('standard') ?? ''
  assert.ok(Buffer.from((await sounds.read(alice, name)) ?? []).equals(wav()))
  assert.ok((await asAlice('GET', greeting)).raw.equals(wav()))
  assert.equal((await asAlice('DELETE', greeting)).status, 204)
  assert.equal((await asAlice('GET', greeting)).status, 404)
})

const convertible: readonly (readonly [what: string, content: () => Promise<Buffer>, type: string])[] = [
  ['WAV with two channels at 44.1 kHz', () => Promise.resolve(wav(44_100, 2)), 'audio/wav'],
  ['MP3', () => readFile(new URL('../sounds/fixtures/tone-440.mp3', import.meta.url)), 'audio/mpeg'],
]
for (const [what, content, type] of convertible) {
  test(`VM-04: a greeting in ${what} becomes what the exchange plays`, async () => {
    await using running = await pbxApi(cluster)
    const { path } = await withMessage(running)
    const greeting = `${path}/greetings/standard`
    const answer = await running.asAlice('POST', greeting, await content(), { 'content-type': type })
    assert.equal(answer.status, 204, String(answer.body.detail))
    const kept = (await running.asAlice('GET', greeting)).raw
    const read = parseWav(kept.subarray(0, WAV_HEADER_READ_OCTETS), kept.length)
    assert.ok(read.ok)
    assert.deepEqual([read.value.channels, read.value.sampleRateHz], [1, 16_000])
  })
}

const unusable: readonly (readonly [what: string, content: Buffer])[] = [
  ['noise', Buffer.from('this is no sound at all')],
  ['61 seconds', wav(8_000, 1, 61 * 16_000)],
]
for (const [what, content] of unusable) {
  test(`a greeting of ${what} is refused`, async () => {
    await using running = await pbxApi(cluster)
    const { path } = await withMessage(running)
    const answer = await running.asAlice('POST', `${path}/greetings/standard`, content, WAV)
    assert.deepEqual([answer.status, answer.body.type], [422, 'urn:klinke:problem:unusable-sound'])
  })
}

test('REC-01: a greeting that does not fit into the storage is refused', async () => {
  await using running = await pbxApi(cluster)
  const { operator, asAlice, alice } = running
  const { path } = await withMessage(running)
  await operator('PATCH', `/tenants/${alice}`, { profile: { storageBytes: 1_048_576 } })
  const long = wav(16_000, 1, 1_100_000)
  const answer = await asAlice('POST', `${path}/greetings/standard`, long, WAV)
  assert.deepEqual([answer.status, answer.body.type], [507, 'urn:klinke:problem:storage-full'])
})

test('REC-01: the message that fills the storage over four fifths is logged as a warning, once', async () => {
  await using running = await pbxApi(cluster)
  const { operator, alice, database } = running
  const { box, message } = await withMessage(running)
  await operator('PATCH', `/tenants/${alice}`, { profile: { storageBytes: 1_048_576 } })
  const warned: string[] = []
  const archive = storedArchive(database, { ...silentLogger, warn: (what) => void warned.push(what) }, () => Promise.resolve())
  for (const octets of [500_000, 400_000, 10_000]) {
    await archive.add(box, { ...message, id: randomUUID() }, octets)
    assert.equal(warned.length, octets === 500_000 ? 0 : 1)
  }
})

test('VM-02: after 60 days a message goes, heard or not, with its sound; others stay', async () => {
  await using running = await pbxApi(cluster)
  const { database, directory, alice } = running
  const { box, sounds, leave, message, archive, gone } = await withMessage(running)
  const nowMs = message.receivedAtMs + 60 * DAY_MS
  const kept = await leave(nowMs - 59 * DAY_MS)
  const tenant = directory.tenant(alice)
  assert.ok(tenant)
  const left = async () => (await archive.list(box, 'new')).map(({ id }) => id)
  await expireOf(tenant, database, nowMs)
  assert.deepEqual(await left(), [message.id, kept.id])
  await expireOf(tenant, database, nowMs + 1)
  await gone.sweep()
  assert.deepEqual(await left(), [kept.id])
  assert.deepEqual([await sounds.octets(alice, message.sound), await sounds.octets(alice, kept.sound)], [undefined, wav().length])
})

test('the sounds of an extension that is deleted, and of a greeting that is replaced, go from the store', async () => {
  await using running = await pbxApi(cluster)
  const { asAlice, alice, directory } = running
  const { box, sounds, path, message, gone } = await withMessage(running)
  const greeting = () => directory.tenant(alice)?.voicemail.boxes.get(box.id)?.greetings.get('standard') ?? ''
  await asAlice('POST', `${path}/greetings/standard`, wav(), WAV)
  const first = greeting()
  await asAlice('POST', `${path}/greetings/standard`, wav(), WAV)
  const second = greeting()
  assert.deepEqual([await sounds.octets(alice, first), await sounds.octets(alice, second)], [undefined, wav().length])
  assert.equal((await asAlice('DELETE', `/extensions/${box.extensionId}`)).status, 204)
  await gone.sweep()
  for (const name of [second, message.sound]) assert.equal(await sounds.octets(alice, name), undefined)
})

test('the access for all mailboxes has an internal number of its own, and public numbers can lead there', async () => {
  await using running = await pbxApi(cluster)
  const { asAlice, alice, directory, extension } = running
  await extension('10')
  assert.equal((await asAlice('PATCH', '/mailbox-access', { number: '10' })).body.type, 'urn:klinke:problem:internal-number-taken')
  const { body } = await asAlice('PATCH', '/mailbox-access', { number: '88' })
  assert.equal(body.number, '88')
  assert.ok(directory.tenant(alice)?.internalNumbers.byNumber.get('88')?.id === body.id)
  assert.equal(directory.tenant(alice)?.voicemail.accessId, body.id)
})

test("another tenant's mailbox answers 404 everywhere", async () => {
  await using running = await pbxApi(cluster)
  const { asBob, alice } = running
  const { path, message } = await withMessage(running)
  const one = `${path}/messages/${message.id}`
  const answers = [
    await asBob('GET', path),
    await asBob('PATCH', path, { enabled: false }),
    await asBob('GET', `${path}/messages`),
    await asBob('GET', `${one}/sound`),
    await asBob('PATCH', one, { state: 'saved' }),
    await asBob('DELETE', one),
    await asBob('POST', `${path}/greetings/standard`, wav(), WAV),
    await asBob('GET', `${path}/greetings/standard`),
    await asBob('DELETE', `${path}/greetings/standard`),
    await asBob('GET', `/mailbox-access?tenantId=${alice}`),
  ]
  assert.deepEqual(
    answers.map(({ status }) => status),
    answers.map(() => 404),
  )
})

test('an extension goes with its mailbox, unless somebody leads calls to it', async () => {
  await using running = await pbxApi(cluster)
  const { asAlice, extension } = running
  const { box } = await withMessage(running)
  const other = await extension('11')
  const to = { kind: 'voicemail', targetId: box.id }
  const forwarded = await asAlice('PATCH', `/extensions/${other}/call-settings`, { forwardings: [{ when: 'busy', to }] })
  assert.equal(forwarded.status, 200, String(forwarded.body.detail))
  assert.equal((await asAlice('DELETE', `/extensions/${box.extensionId}`)).body.type, 'urn:klinke:problem:target-in-use')
  await asAlice('PATCH', `/extensions/${other}/call-settings`, { forwardings: [] })
  assert.equal((await asAlice('DELETE', `/extensions/${box.extensionId}`)).status, 204)
})

function byAbsentSchedule() {
  const schedule = { kind: 'schedule', targetId: '018f0000-0000-7000-8000-0000000000ff' }
  return { kind: 'by-schedule', schedule, open: 'standard', closed: 'temporary' }
}
