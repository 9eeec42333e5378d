/** Recordings, and messages and greetings of mailboxes, go to an S3 server that is not ours, and are heard from there; while it is away nothing is lost. */
import assert from 'node:assert/strict'
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { S3Bucket } from '@klinke/platform'
import { assertHearsRecording, assertHearsTone, eventually, missingPeers, type RunningProduct, S3Server } from '@klinke/testbed'
import { prompt } from './call-settings-support.ts'
import { hears, MailboxLane, type } from './mailbox-lane.ts'
import { dialled, noLiveCalls, phone, TONES } from './support.ts'

const skip = missingPeers('baresip')
const DEADLINE_MS = 20_000
const HEADER_OCTETS = 44
const SAMPLE_OCTETS = 2
let store: S3Server
let lane: MailboxLane
let product: RunningProduct
let tenantId: string

before(async () => {
  store = await S3Server.start()
  const { url, accessKeyId, secretAccessKey, region } = store.access
  const keys = { KLINKE_S3_ACCESS_KEY: accessKeyId, KLINKE_S3_SECRET_KEY: secretAccessKey, KLINKE_S3_REGION: region }
  lane = await MailboxLane.start({ KLINKE_S3_URL: url, ...keys })
  product = lane.product
  const { items } = (await product.get('/extensions')) as { readonly items: readonly { readonly tenantId: string }[] }
  tenantId = items[0]?.tenantId ?? ''
  const rule = { tenantId, subject: { kind: 'all' }, reason: 'Nachweis von Bestellungen' }
  const path = `/recording-policy?tenantId=${tenantId}`
  assert.equal((await product.request('PATCH', path, { consent: 'announce', channels: 'mixed' })).status, 200)
  assert.equal((await product.request('POST', '/recording-rules', rule)).status, 201)
})
after(async () => {
  await lane?.[Symbol.asyncDispose]()
  await store?.[Symbol.asyncDispose]()
})

async function until<T>(what: string, ask: () => Promise<T | undefined> | T | undefined): Promise<T> {
  const deadline = performance.now() + DEADLINE_MS
  for (;;) {
    const answer = await ask()
    if (answer !== undefined) return answer
    assert.ok(performance.now() < deadline, `no ${what} within ${DEADLINE_MS} ms: ${product.output.slice(-1500)}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

async function list(path: string): Promise<readonly { readonly id: string }[]> {
  return ((await product.get(`${path}?tenantId=${tenantId}`)) as { readonly items: readonly { readonly id: string }[] }).items
}

/** Two talk for a while; only anna says something. Gives the recording. */
async function recordCall(count: number): Promise<string> {
  await using anna = await phone(product, '10', { tone: TONES.anna })
  await using bea = await phone(product, '11', { tone: { frequencyHz: 1000, levelDbm0: -60 }, answersAtOnce: true })
  await anna.dial(dialled(product, '11'))
  await Promise.all([anna.established(), bea.established()])
  const call = await until('call', async () => (await list('/live-calls'))[0]?.id)
  await until('recording', async () => {
    const { state } = (await product.get(`/live-calls/${call}/recording`)) as { readonly state: string }
    return state === 'recording' || undefined
  })
  await anna.listen(1500)
  await anna.hangUp()
  await bea.ended()
  await noLiveCalls(product)
  return until('kept recording', async () =>
    (await list('/recordings')).length === count ? (await list('/recordings'))[0]?.id : undefined,
  )
}

function lies(id: string): boolean {
  return existsSync(join(product.dataDirectory, 'blobs', tenantId, `${id}.wav`))
}

/** Half a second from the middle, by a range. */
async function assertSounds(id: string): Promise<void> {
  const first = HEADER_OCTETS + 8000 * SAMPLE_OCTETS
  const headers = { authorization: `Bearer ${product.demo.api.key}`, range: `bytes=${first - 8000}-${first - 1}` }
  const response = await fetch(`${product.demo.api.url.replace(/\/(api\/v1\/?)?$/, '')}/api/v1/recordings/${id}/sound`, { headers })
  assert.equal(response.status, 206)
  const sound = Buffer.from(await response.arrayBuffer())
  const samples = Float32Array.from(
    { length: sound.length / SAMPLE_OCTETS },
    (_, index) => sound.readInt16LE(SAMPLE_OCTETS * index) / 32_768,
  )
  assertHearsTone('who listens', { samples, sampleRateHz: 8000 }, TONES.anna)
}

test('a recording is uploaded when it is whole, leaves the disk, and is heard from the store by ranges', { skip }, async () => {
  const id = await recordCall(1)
  await until('upload', () => !lies(id) || undefined)
  await assertSounds(id)
  assert.equal((await product.request('DELETE', `/recordings/${id}`)).status, 204)
  assert.equal((await product.request('GET', `/recordings/${id}/sound`)).status, 404)
})

/** Names of the tenant's files on this disk. */
function lying(folder = 'blobs'): readonly string[] {
  const path = join(product.dataDirectory, folder, tenantId)
  return existsSync(path) ? readdirSync(path) : []
}

/** Somebody leaves a message for extension 12, and is told that it is stored. */
async function leaveMessage(count: number): Promise<void> {
  await using caller = await phone(product, '13', { tone: TONES.bea })
  await lane.dial(caller, '12')
  await caller.press('#')
  await caller.listen(3_000)
  await caller.press('#')
  assertHearsRecording('who leaves a message', await caller.listen(2_500), prompt('vm-message-stored'))
  await caller.ended()
  await lane.hasMessages('12', count)
}

/** Extension 12 hears the first message of those, and saves it. */
async function hearMessage(which: 'new' | 'saved'): Promise<void> {
  await using owner = await phone(product, '12', { tone: TONES.anna })
  await lane.dial(owner, '*55')
  if (which === 'saved') await type(owner, '2')
  await hears('the owner', owner, TONES.bea.frequencyHz)
  await owner.press('2')
  await eventually('the message to be saved', async () => (await lane.view('12')).newMessages === 0)
  await owner.hangUp()
  await owner.ended()
}

async function usedBytes(): Promise<number> {
  return ((await product.get(`/storage?tenantId=${tenantId}`)) as { readonly usedBytes: number }).usedBytes
}

test('VM-01, REC-01: a message is uploaded, leaves the disk, lies there again only while it is heard, and counts like a recording', {
  skip,
}, async () => {
  const bucket = new S3Bucket(store.access)
  const [before, used] = [await bucket.keys(tenantId), await usedBytes()]
  await lane.box('12', { announceCaller: false })
  await leaveMessage(1)
  const key = await eventually('the upload', async () => (await bucket.keys(tenantId)).find((each) => !before.includes(each)))
  const octets = (await bucket.octets(key)) ?? 0
  assert.equal(await usedBytes(), used + octets)
  await eventually('the message to leave the disk', () => lying().length === 0, { shown: () => lying() })
  await hearMessage('new')
  await eventually('the message to leave the disk again', () => lying().length === 0, { shown: () => lying() })
  const [message] = await lane.messages('12')
  const sound = await product.request('GET', `/extensions/${(await lane.extension('12')).id}/mailbox/messages/${message?.id}/sound`)
  assert.deepEqual([message?.state, (await sound.arrayBuffer()).byteLength], ['saved', octets])
})

test('while the store is away calls are recorded, messages left, and both heard; they are uploaded after a restart, as are messages of an older version', {
  skip,
}, async () => {
  const bucket = new S3Bucket(store.access)
  await store.stop()
  const id = await recordCall(1)
  assert.equal(lies(id), true)
  await assertSounds(id)
  await lane.box('12', { announceCaller: false })
  await leaveMessage(2)
  await hearMessage('new')
  await product.kill()
  const name = lying().find((each) => each !== `${id}.wav`) ?? ''
  layAsBefore(name)
  await store.restart()
  await product.restart()
  await until('upload', () => !lies(id) || undefined)
  await assertSounds(id)
  await eventually('the message in the store', async () => (await bucket.keys(tenantId)).includes(`${tenantId}/${name}`))
  await eventually('an empty disk', () => [...lying(), ...lying('voicemail')].length === 0, { shown: () => [lying(), lying('voicemail')] })
  await hearMessage('saved')
  assert.deepEqual(readdirSync(join(product.dataDirectory, 'blob-spool')), [])
})

/** An older version kept messages in a folder of their own, and knew of no store. */
function layAsBefore(name: string): void {
  const [from, to] = ['blobs', 'voicemail'].map((folder) => join(product.dataDirectory, folder, tenantId))
  mkdirSync(to ?? '', { recursive: true })
  renameSync(join(from ?? '', name), join(to ?? '', name))
  rmSync(join(product.dataDirectory, 'blob-spool', `${encodeURIComponent(`${tenantId}/${name}`)}.json`))
}
