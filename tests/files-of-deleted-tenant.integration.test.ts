/** A tenant that is deleted leaves no sound behind, in the data folder and in an S3 server that is not ours; another one keeps its own. */
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { S3Bucket } from '@klinke/platform'
import { eventually, RunningProduct, S3Server } from '@klinke/testbed'
import { root } from './support.ts'

const RATE_HZ = 8000

/** A second of a tone, as a WAV file. */
function sound(): Uint8Array<ArrayBuffer> {
  const file = Buffer.alloc(44 + 2 * RATE_HZ)
  file.write('RIFF', 0)
  file.writeUInt32LE(file.length - 8, 4)
  file.write('WAVEfmt ', 8)
  file.writeUInt32LE(16, 16)
  file.writeUInt16LE(1, 20)
  file.writeUInt16LE(1, 22)
  file.writeUInt32LE(RATE_HZ, 24)
  file.writeUInt32LE(2 * RATE_HZ, 28)
  file.writeUInt16LE(2, 32)
  file.writeUInt16LE(16, 34)
  file.write('data', 36)
  file.writeUInt32LE(2 * RATE_HZ, 40)
  for (let i = 0; i < RATE_HZ; i++) file.writeInt16LE(Math.round(8000 * Math.sin(i / 3)), 44 + 2 * i)
  return new Uint8Array(file)
}

async function upload(product: RunningProduct, path: string): Promise<void> {
  const url = `${product.demo.api.url.replace(/\/(api\/v1\/?)?$/, '')}/api/v1${path}`
  const headers = { authorization: `Bearer ${product.demo.api.key}`, 'content-type': 'audio/wav' }
  const response = await fetch(url, { method: 'POST', headers, body: sound() })
  assert.ok(response.ok, `${path}: ${response.status} ${await response.text()}`)
}

async function created(product: RunningProduct, path: string, body: unknown): Promise<string> {
  const response = await product.request('POST', path, body)
  const answer = (await response.json()) as { readonly id?: string }
  assert.equal(response.status, 201, JSON.stringify(answer))
  return answer.id ?? ''
}

/** Music and a greeting, and no message on its way into the store. */
const SOUNDS = { blobs: 2, voicemail: 0 }

/** A new tenant with music, and with a mailbox that has a greeting. */
async function tenantWithSounds(product: RunningProduct, name: string): Promise<string> {
  const tenantId = await created(product, '/tenants', { name, sipDomain: `${name}.example`, profile: { requireValidSite: false } })
  const extensionId = await created(product, '/extensions', { tenantId, number: '10', name: 'Anna' })
  assert.equal((await product.request('PATCH', `/extensions/${extensionId}/mailbox`, { enabled: true })).status, 200)
  await upload(product, `/extensions/${extensionId}/mailbox/greetings/standard`)
  await upload(product, `/hold-music?name=music&tenantId=${tenantId}`)
  return tenantId
}

/** Files of a tenant in the folders of the installation. */
function filesOf(product: RunningProduct, tenantId: string): Readonly<Record<string, number>> {
  const count = (folder: string): number => {
    const path = join(product.dataDirectory, folder, tenantId)
    return existsSync(path) ? readdirSync(path).length : 0
  }
  return { blobs: count('blobs'), voicemail: count('voicemail') }
}

/** As a message whose caller hung up after the tenant was deleted, or what a store that was away has kept. */
function leave(product: RunningProduct, tenantId: string): void {
  for (const folder of ['blobs', 'voicemail']) {
    mkdirSync(join(product.dataDirectory, folder, tenantId), { recursive: true })
    writeFileSync(join(product.dataDirectory, folder, tenantId, `${randomUUID()}.wav`), 'late')
  }
}

function goneFrom(product: RunningProduct, tenantId: string): Promise<unknown> {
  const gone = (): boolean => !Object.values(filesOf(product, tenantId)).some((count) => count > 0)
  return eventually('the removal', gone, { shown: () => [filesOf(product, tenantId), product.output.slice(-1500)] })
}

test('the sounds of a deleted tenant go from the data folder at once, and later ones at the next start; all others stay', async () => {
  await using product = await RunningProduct.start({ root })
  const [deleted, other, unknown] = [await tenantWithSounds(product, 'weg'), await tenantWithSounds(product, 'bleibt'), randomUUID()]
  leave(product, unknown)
  assert.deepEqual(filesOf(product, deleted), SOUNDS)
  assert.equal((await product.request('DELETE', `/tenants/${deleted}?confirm=weg`)).status, 204)
  await goneFrom(product, deleted)
  leave(product, deleted)
  await product.kill()
  await product.restart()
  await goneFrom(product, deleted)
  assert.deepEqual([filesOf(product, other), filesOf(product, unknown)], [SOUNDS, { blobs: 1, voicemail: 1 }])
})

test('they go from the S3 store too, after a restart if it was away', async () => {
  await using store = await S3Server.start()
  const { url, accessKeyId, secretAccessKey, region } = store.access
  const keys = { KLINKE_S3_ACCESS_KEY: accessKeyId, KLINKE_S3_SECRET_KEY: secretAccessKey, KLINKE_S3_REGION: region }
  await using product = await RunningProduct.start({ root, environment: { KLINKE_S3_URL: url, ...keys } })
  const bucket = new S3Bucket(store.access)
  const [first, second, other] = [
    await tenantWithSounds(product, 'weg'),
    await tenantWithSounds(product, 'auch-weg'),
    await tenantWithSounds(product, 'bleibt'),
  ]
  for (const id of [first, second, other]) await eventually('the upload', async () => (await bucket.keys(id)).length === SOUNDS.blobs)
  assert.equal((await product.request('DELETE', `/tenants/${first}?confirm=weg`)).status, 204)
  await eventually('the removal', async () => (await bucket.keys(first)).length === 0)
  await store.stop()
  assert.equal((await product.request('DELETE', `/tenants/${second}?confirm=auch-weg`)).status, 204)
  await goneFrom(product, second)
  await product.kill()
  await store.restart()
  assert.equal((await bucket.keys(second)).length, SOUNDS.blobs)
  await product.restart()
  await eventually('the removal after the restart', async () => (await bucket.keys(second)).length === 0)
  assert.deepEqual([(await bucket.keys(other)).length, filesOf(product, other)], [SOUNDS.blobs, SOUNDS])
})
