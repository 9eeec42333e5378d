import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { after, before, test } from 'node:test'
import type { TestCluster } from '@klinke/platform/test-support'
import { z } from 'zod'
import { soundToWav } from '../sounds/sound.ts'
import { type PbxApi, pbxApi, pbxCluster } from '../test-support/pbx-api.ts'
import { speak } from './speak.ts'

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

async function announcement({ asAlice }: PbxApi, name = 'Willkommen', number: string | null = null): Promise<string> {
  const { status, body } = await asAlice('POST', '/announcements', { name, number })
  assert.equal(status, 201, String(body.detail))
  return String(body.id)
}

test('an announcement is made, given a recording per language, replaced, heard and deleted with its files', async () => {
  await using running = await pbxApi(cluster)
  const { asAlice, alice, directory, blobs } = running
  const id = await announcement(running, 'Willkommen', '800')
  const keyOf = (language: 'de' | 'en') => directory.tenant(alice)?.announcements.byId.get(id)?.sounds.get(language)
  const first = await asAlice('POST', `/announcements/${id}/sounds/de`, tone(440), WAV)
  assert.equal(first.status, 201, String(first.body.detail))
  assert.ok(keyOf('de') !== undefined)
  const replaced = keyOf('de') ?? ''
  assert.equal((await asAlice('POST', `/announcements/${id}/sounds/de`, tone(880), WAV)).status, 201)
  assert.equal((await asAlice('POST', `/announcements/${id}/sounds/en`, tone(990), WAV)).status, 201)
  assert.ok(keyOf('en') !== undefined && keyOf('de') !== replaced)
  assert.equal(existsSync(blobs.path(replaced)), false, 'what was replaced is gone')
  const { usedBytes } = (await asAlice('GET', '/storage')).body
  assert.ok(Number(usedBytes) > 60_000, `${String(usedBytes)} octets are counted`)
  assert.equal((await asAlice('DELETE', `/announcements/${id}/sounds/en`)).status, 204)
  assert.equal((await asAlice('PATCH', `/announcements/${id}`, { name: 'Begrüßung' })).body.name, 'Begrüßung')
  const file = blobs.path(keyOf('de') ?? '')
  assert.equal(existsSync(file), true)
  assert.equal((await asAlice('DELETE', `/announcements/${id}`)).status, 204)
  assert.equal(existsSync(file), false)
})

test('an upload lies in the folder of its tenant, whatever it is called and whatever its path says', async () => {
  await using running = await pbxApi(cluster)
  const { asAlice, alice, directory, blobs } = running
  const evil = '../../../../tmp/klinke-evil'
  const id = await announcement(running, evil)
  const named = { ...WAV, 'content-disposition': `attachment; filename="${evil}.wav"` }
  for (const path of [
    `${id}/sounds/..%2f..%2fevil`,
    `${id}/sounds/${encodeURIComponent(evil)}`,
    `..%2f${id}/sounds/de`,
    `%2e%2e/sounds/de`,
  ]) {
    const { status } = await asAlice('POST', `/announcements/${path}`, tone(440), named)
    assert.ok(status === 400 || status === 404, `${path}: ${status}`)
  }
  assert.equal((await asAlice('POST', `/announcements/${id}/sounds/de`, tone(440), named)).status, 201)
  assert.match(directory.tenant(alice)?.announcements.byId.get(id)?.sounds.get('de') ?? '', new RegExp(`^${alice}/[0-9a-f-]{36}\\.wav$`))
  assert.deepEqual(await blobs.tenants(), [alice])
  assert.equal((await asAlice('GET', `/announcements/${id}`)).body.name, evil, 'a name is a name')
})

test('what a flow says or a number leads to cannot be deleted, and tells by what it is used', async () => {
  await using running = await pbxApi(cluster)
  const { asAlice, asBob } = running
  const id = await announcement(running)
  const draft = { start: 'say', blocks: [{ id: 'say', kind: 'announcement', prompt: id }] }
  const flow = await asAlice('POST', '/flows', { name: 'Zentrale', draft })
  assert.equal(flow.status, 201, String(flow.body.detail))
  assert.partialDeepStrictEqual((await asAlice('GET', `/announcements/${id}`)).body.usedBy, [{ kind: 'flow', name: 'Zentrale' }])
  const refused = await asAlice('DELETE', `/announcements/${id}`)
  assert.equal(refused.status, 409)
  assert.match(String(refused.body.detail), /flow Zentrale/)
  assert.equal((await asBob('POST', '/flows', { name: 'Zentrale', draft })).status, 422, "another tenant's")
  const other = { start: 'say', blocks: [{ id: 'say', kind: 'announcement', prompt: 'please-wait' }] }
  assert.equal((await asAlice('PATCH', `/flows/${String(flow.body.id)}`, { draft: other })).status, 200)
  assert.equal((await asAlice('DELETE', `/announcements/${id}`)).status, 204)
})

test('a text is spoken by the machine; without espeak-ng the server says so', async (t) => {
  await assert.rejects(speak('Guten Tag', 'de', '/nonexistent/espeak-ng'), { code: 'speech-unavailable' })
  await using running = await pbxApi(cluster)
  const id = await announcement(running)
  const { status, body } = await running.asAlice('POST', `/announcements/${id}/sounds/de/spoken`, {
    text: '--help Guten Tag, hier ist Klinke.',
  })
  if (status === 501) return t.skip('espeak-ng is not installed')
  assert.equal(status, 201, String(body.detail))
  const [sound] = z.array(z.object({ language: z.string(), spoken: z.string(), durationMs: z.number() })).parse(body.sounds)
  assert.ok(sound)
  assert.deepEqual([sound.language, sound.spoken], ['de', '--help Guten Tag, hier ist Klinke.'])
  assert.ok(sound.durationMs > 1_000 && sound.durationMs < 10_000, `${sound.durationMs} ms`)
})

test("names are given once; another tenant's announcement answers 404 to every method", async () => {
  await using running = await pbxApi(cluster)
  const { asAlice, asBob } = running
  const id = await announcement(running)
  assert.equal((await asAlice('POST', '/announcements', { name: 'Willkommen' })).status, 409)
  const rows = [
    ['GET', `/announcements/${id}`],
    ['PATCH', `/announcements/${id}`, { name: 'x' }],
    ['DELETE', `/announcements/${id}`],
    ['GET', `/announcements/${id}/sounds/de`],
    ['DELETE', `/announcements/${id}/sounds/de`],
    ['POST', `/announcements/${id}/sounds/de/spoken`, { text: 'x' }],
  ] as const
  for (const [method, path, body] of rows) assert.equal((await asBob(method, path, body)).status, 404, `${method} ${path}`)
  assert.equal((await asBob('POST', `/announcements/${id}/sounds/de`, tone(440), WAV)).status, 404)
})
