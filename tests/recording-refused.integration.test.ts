/** What cannot be announced, or has no room, is not recorded; the call goes on, and its parties are told. */
import assert from 'node:assert/strict'
import { existsSync, globSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { amplitudeOfLevel, assertHearsTone, type Baresip, hearsInstead, hearsTone, missingPeers, RunningProduct } from '@klinke/testbed'
import { dialled, noLiveCalls, phone, root, TONES } from './support.ts'

const skip = missingPeers('baresip')
const DEADLINE_MS = 20_000
const RATE_HZ = 8000
let product: RunningProduct
let tenantId: string

before(async () => {
  product = await RunningProduct.start({ root })
  const { items } = (await product.get('/extensions')) as { readonly items: readonly { readonly tenantId: string }[] }
  tenantId = items[0]?.tenantId ?? ''
  const rule = { tenantId, subject: { kind: 'all' }, reason: 'Nachweis von Bestellungen' }
  assert.equal((await product.request('PATCH', `/recording-policy?tenantId=${tenantId}`, { consent: 'announce' })).status, 200)
  assert.equal((await product.request('POST', '/recording-rules', rule)).status, 201)
})
after(() => product?.[Symbol.asyncDispose]())

/** A WAV file with a tone. */
function sound(seconds: number): Buffer {
  const file = Buffer.alloc(44 + 2 * seconds * RATE_HZ)
  file.write('RIFF', 0)
  file.writeUInt32LE(file.length - 8, 4)
  file.write('WAVEfmt ', 8)
  for (const [at, value] of [
    [16, 16],
    [24, RATE_HZ],
    [28, 2 * RATE_HZ],
    [40, file.length - 44],
  ] as const)
    file.writeUInt32LE(value, at)
  for (const [at, value] of [
    [20, 1],
    [22, 1],
    [32, 2],
    [34, 16],
  ] as const)
    file.writeUInt16LE(value, at)
  file.write('data', 36)
  const peak = amplitudeOfLevel(-15) * 32_768
  for (let i = 0; i < seconds * RATE_HZ; i++) file.writeInt16LE(Math.round(peak * Math.sin((2 * Math.PI * 500 * i) / RATE_HZ)), 44 + 2 * i)
  return file
}

async function upload(path: string, seconds: number): Promise<void> {
  const url = `${product.demo.api.url.replace(/\/(api\/v1\/?)?$/, '')}/api/v1${path}tenantId=${tenantId}`
  const headers = { authorization: `Bearer ${product.demo.api.key}`, 'content-type': 'audio/wav' }
  const response = await fetch(url, { method: 'POST', headers, body: new Uint8Array(sound(seconds)) })
  assert.equal(response.status, 201, await response.text())
}

async function until<T>(what: string, ask: () => Promise<T | undefined>): Promise<T> {
  const deadline = performance.now() + DEADLINE_MS
  for (;;) {
    const answer = await ask()
    if (answer !== undefined) return answer
    assert.ok(performance.now() < deadline, `no ${what} within ${DEADLINE_MS} ms: ${product.output.slice(-1500)}`)
  }
}

async function hearsBea(anna: Baresip): Promise<true | undefined> {
  const heard = await anna.listen(400)
  try {
    assertHearsTone('the caller', heard, TONES.bea)
    return true
  } catch {
    return undefined
  }
}

/** Two talk, are told something, and hear each other; gives the steps of the call. */
async function callIsNotRecorded(): Promise<string> {
  await using anna = await phone(product, '10', { tone: TONES.anna })
  await using bea = await phone(product, '11', { tone: TONES.bea, answersAtOnce: true })
  await anna.dial(dialled(product, '11'))
  await Promise.all([anna.established(), bea.established()])
  await hearsInstead('the caller', anna, TONES.bea, 1000)
  await until('conversation', () => hearsBea(anna))
  await hearsTone('the called party', bea, TONES.anna, 500)
  const { items } = (await product.get(`/live-calls?tenantId=${tenantId}`)) as { readonly items: readonly { readonly route: unknown }[] }
  await anna.hangUp()
  await bea.ended()
  await noLiveCalls(product)
  const recordings = (await product.get(`/recordings?tenantId=${tenantId}`)) as { readonly items: readonly unknown[] }
  assert.deepEqual(recordings.items, [])
  const folder = join(product.dataDirectory, 'recordings')
  assert.deepEqual(existsSync(folder) ? readdirSync(folder) : [], [])
  return JSON.stringify(items[0]?.route)
}

// Where the file is gone, the product's announcement is said instead (`prompts/stored-prompts.ts`); one that is broken is heard by nobody.
test('LAW-06: when the file of the announcement is broken nothing is recorded, and the call goes on', { skip }, async () => {
  await upload('/prompts/recording-notice/de?', 1)
  const [file] = globSync(join(product.dataDirectory, 'blobs', '*', '*.wav'))
  writeFileSync(file ?? '', 'no sound at all')
  assert.match(await callIsNotRecorded(), /"recording-refused","detail":"unheard"/)
  assert.equal((await product.request('DELETE', `/prompts/recording-notice/de?tenantId=${tenantId}`)).status, 204)
})

test('REC-01: when the storage is full nothing is recorded, the parties are told, and the call goes on', { skip }, async () => {
  await upload('/hold-music?name=Musik&', 40)
  assert.equal((await product.request('PATCH', `/tenants/${tenantId}`, { profile: { storageBytes: 1_048_576 } })).status, 200)
  assert.match(await callIsNotRecorded(), /"recording-refused","detail":"storage-full"/)
})
