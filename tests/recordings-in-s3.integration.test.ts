/** Recordings go to an S3 server that is not ours, and are heard from there; while it is away nothing is lost. */
import assert from 'node:assert/strict'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { assertHearsTone, missingPeers, RunningProduct, S3Server } from '@klinke/testbed'
import { dialled, noLiveCalls, phone, root, TONES } from './support.ts'

const skip = missingPeers('baresip')
const DEADLINE_MS = 20_000
const HEADER_OCTETS = 44
const SAMPLE_OCTETS = 2
let store: S3Server
let product: RunningProduct
let tenantId: string

before(async () => {
  store = await S3Server.start()
  const { url, accessKeyId, secretAccessKey, region } = store.access
  const keys = { KLINKE_S3_ACCESS_KEY: accessKeyId, KLINKE_S3_SECRET_KEY: secretAccessKey, KLINKE_S3_REGION: region }
  product = await RunningProduct.start({ root, environment: { KLINKE_S3_URL: url, ...keys } })
  const { items } = (await product.get('/extensions')) as { readonly items: readonly { readonly tenantId: string }[] }
  tenantId = items[0]?.tenantId ?? ''
  const rule = { tenantId, subject: { kind: 'all' }, reason: 'Nachweis von Bestellungen' }
  const path = `/recording-policy?tenantId=${tenantId}`
  assert.equal((await product.request('PATCH', path, { consent: 'announce', channels: 'mixed' })).status, 200)
  assert.equal((await product.request('POST', '/recording-rules', rule)).status, 201)
})
after(async () => {
  await product?.[Symbol.asyncDispose]()
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

test('while the store is away calls are recorded and heard; it is uploaded after a restart', { skip }, async () => {
  await store.stop()
  const id = await recordCall(1)
  assert.equal(lies(id), true)
  await assertSounds(id)
  await product.kill()
  await store.restart()
  await product.restart()
  await until('upload', () => !lies(id) || undefined)
  await assertSounds(id)
  assert.deepEqual(readdirSync(join(product.dataDirectory, 'blob-spool')), [])
})
