import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { after, before, test } from 'node:test'
import type { TestCluster } from '@klinke/platform/test-support'
import { Prompts } from '../prompts/prompts.ts'
import { readWav } from '../sounds/read-wav.ts'
import { soundToWav } from '../sounds/sound.ts'
import { pbxApi, pbxCluster } from '../test-support/pbx-api.ts'

let cluster: TestCluster
before(async () => {
  cluster = await pbxCluster()
})
after(() => cluster[Symbol.asyncDispose]())

const WAV = { 'content-type': 'audio/wav' }

/** One second at 44.1 kHz. */
function tone(hz: number): Buffer {
  const samples = Float32Array.from({ length: 44_100 }, (_, i) => 0.1 * Math.sin((2 * Math.PI * hz * i) / 44_100))
  return Buffer.from(soundToWav({ samples, sampleRateHz: 44_100 }))
}

test("an own recording takes a prompt's place, is converted, and goes again", async () => {
  await using running = await pbxApi(cluster)
  const { asAlice, alice, directory, blobs } = running
  const prompts = new Prompts((key) => blobs.path(key))
  const sent = await asAlice('POST', '/prompts/please-wait/de', tone(440), WAV)
  assert.equal(sent.status, 201, String(sent.body.detail))
  assert.equal(sent.body.durationMs, 1000)
  assert.ok(directory.tenant(alice)?.prompts.replaced.size === 1)
  const tenant = directory.tenant(alice)
  assert.ok(tenant)
  const [file = ''] = prompts.files('please-wait', { tenant })
  const kept = readWav(readFileSync(file))
  assert.ok(kept.ok)
  assert.equal(kept.value.sampleRateHz, 16_000)
  const again = await asAlice('POST', '/prompts/please-wait/de', tone(880), WAV)
  assert.equal(again.status, 201)
  assert.equal(existsSync(file), false, 'what was replaced is gone')
  const listed = (await asAlice('GET', '/prompts')).body.items?.find(({ id }) => id === 'please-wait')
  assert.deepEqual(listed, { id: 'please-wait', texts: { de: 'Bitte warten Sie.', en: 'Please wait.' }, replaced: ['de'] })
  assert.equal((await asAlice('GET', '/prompts/please-wait/de')).raw.subarray(0, 4).toString(), 'RIFF')
  assert.equal((await asAlice('GET', '/prompts/please-wait/en')).status, 404, 'only what is its own')
  const delivered = await asAlice('GET', '/prompts/please-wait/en?voice=product')
  assert.deepEqual([delivered.headers['content-type'], delivered.raw.subarray(0, 4).toString()], ['audio/wav', 'RIFF'])
  assert.notDeepEqual(
    (await asAlice('GET', '/prompts/please-wait/de?voice=product')).raw,
    (await asAlice('GET', '/prompts/please-wait/de')).raw,
  )
  assert.equal((await asAlice('GET', '/prompts/..%2f..%2fsecret/de?voice=product')).status, 404)
  assert.equal((await asAlice('DELETE', '/prompts/please-wait/de')).status, 204)
  assert.equal((await asAlice('DELETE', '/prompts/please-wait/de')).status, 404)
})

test('music on hold is what the tenant uploads, in the order in which it came', async () => {
  await using running = await pbxApi(cluster)
  const { asAlice, asBob, alice, directory, blobs } = running
  for (const name of ['a', 'b']) assert.equal((await asAlice('POST', `/hold-music?name=${name}`, tone(500), WAV)).status, 201)
  assert.ok(directory.tenant(alice)?.prompts.holdMusic.length === 2)
  const { items = [] } = (await asAlice('GET', '/hold-music')).body
  assert.deepEqual(
    items.map(({ name }) => name),
    ['a', 'b'],
  )
  assert.ok(directory.tenant(alice)?.prompts.holdMusic.every((key) => existsSync(blobs.path(key))))
  const heard = await asAlice('GET', `/hold-music/${String(items[0]?.id)}/sound`)
  assert.deepEqual([heard.headers['content-type'], heard.raw.subarray(0, 4).toString()], ['audio/wav', 'RIFF'])
  assert.equal((await asBob('GET', `/hold-music/${String(items[0]?.id)}/sound`)).status, 404, 'of another tenant')
  assert.equal((await asBob('DELETE', `/hold-music/${String(items[0]?.id)}`)).status, 404, 'of another tenant')
  assert.deepEqual((await asBob('GET', '/hold-music')).body.items, [])
  assert.equal((await asAlice('DELETE', `/hold-music/${String(items[0]?.id)}`)).status, 204)
})

test('music on hold is played in the order that the tenant gives it, and what comes later is played last', async () => {
  await using running = await pbxApi(cluster)
  const { asAlice, asBob, alice, directory } = running
  const added: { readonly id: string; readonly key: string }[] = []
  const add = async (name: string): Promise<void> => {
    const { body } = await asAlice('POST', `/hold-music?name=${name}`, tone(500), WAV)
    const known = new Set(added.map(({ key }) => key))
    const key = directory.tenant(alice)?.prompts.holdMusic.find((each) => !known.has(each)) ?? ''
    added.push({ id: String(body.id), key })
  }
  for (const name of ['a', 'b', 'c']) await add(name)
  const [a, b, c] = added
  assert.ok(a && b && c)
  const ordered = await asAlice('PATCH', '/hold-music', { order: [c.id, a.id, b.id] })
  const names = (ordered.body.items ?? []).map(({ name }) => name)
  assert.deepEqual([ordered.status, names], [200, ['c', 'a', 'b']])
  assert.deepEqual(directory.tenant(alice)?.prompts.holdMusic, [c.key, a.key, b.key], 'calls play them so')
  await add('d')
  assert.equal(directory.tenant(alice)?.prompts.holdMusic.at(-1), added.at(-1)?.key)
  for (const order of [[a.id], [a.id, a.id, b.id, c.id]]) {
    assert.equal((await asAlice('PATCH', '/hold-music', { order })).body.type, 'urn:klinke:problem:order-incomplete')
  }
  const foreign = await asBob('PATCH', '/hold-music', { order: added.map(({ id }) => id) })
  assert.equal(foreign.body.type, 'urn:klinke:problem:order-incomplete', 'of another tenant')
  assert.equal(directory.tenant(alice)?.prompts.holdMusic[0], c.key)
})

test('anything that is no sound is refused with what it is instead', async () => {
  await using running = await pbxApi(cluster)
  const { asAlice } = running
  const junk = await asAlice('POST', '/hold-music?name=x', Buffer.from('%PDF-1.7 is a document'), WAV)
  assert.equal(junk.status, 422)
  assert.match(String(junk.body.detail), /neither WAV nor MP3/)
  const cut = await asAlice('POST', '/hold-music?name=x', tone(440).subarray(0, 30), WAV)
  assert.equal(cut.body.type, 'urn:klinke:problem:sound-unusable')
  assert.equal((await asAlice('POST', '/prompts/no-such-prompt/de', tone(440), WAV)).status, 404)
  assert.equal((await asAlice('POST', '/hold-music?name=x', { no: 'sound' })).status, 422)
})

test('REC-01: storage is measured; what does not fit is refused, and nothing is lost', async () => {
  await using running = await pbxApi(cluster)
  const { asAlice, operator, alice } = running
  assert.equal((await operator('PATCH', `/tenants/${alice}`, { profile: { storageBytes: 1_048_576 } })).status, 200)
  const statuses: number[] = []
  for (let i = 0; i < 7; i++) statuses.push((await asAlice('POST', '/prompts/please-wait/de', fiveSeconds(), WAV)).status)
  await asAlice('DELETE', '/prompts/please-wait/de')
  assert.deepEqual(new Set(statuses), new Set([201]), 'a replacement takes the room of what it replaces')
  const states: unknown[] = []
  for (;;) {
    const { status, body } = await asAlice('POST', `/hold-music?name=${states.length}`, fiveSeconds(), WAV)
    if (status !== 201) {
      assert.deepEqual([status, body.type], [507, 'urn:klinke:problem:storage-full'])
      break
    }
    states.push((await asAlice('GET', '/storage')).body.state)
  }
  assert.deepEqual(states, ['ok', 'ok', 'ok', 'ok', 'ok', 'nearly-full'])
  assert.equal((await asAlice('GET', '/hold-music')).body.items?.length, states.length)
})

/** 160 KB once it is kept. */
function fiveSeconds(): Buffer {
  const samples = Float32Array.from({ length: 80_000 }, (_, i) => 0.1 * Math.sin(i / 5))
  return Buffer.from(soundToWav({ samples, sampleRateHz: 16_000 }))
}
