import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { systemClock } from '@klinke/platform'
import type { TestCluster } from '@klinke/platform/test-support'
import { type PbxApi, pbxApi, pbxCluster } from '../test-support/pbx-api.ts'
import { storedCompletions } from './store.ts'

let cluster: TestCluster
before(async () => {
  cluster = await pbxCluster()
})
after(() => cluster[Symbol.asyncDispose]())

/** Two extensions of alice, known to calls. */
async function twoExtensions({ extension, directory, alice }: PbxApi): Promise<readonly [ten: string, eleven: string]> {
  const both = [await extension('10'), await extension('11')] as const
  assert.ok(directory.tenant(alice)?.extensions.size === 2)
  return both
}

test('CALL-06: callbacks are asked for, listed for an extension, and deleted', async () => {
  await using running = await pbxApi(cluster)
  const [ten, eleven] = await twoExtensions(running)
  const { asAlice } = running
  const { status, body } = await asAlice('POST', '/callbacks', { extensionId: ten, number: '11' })
  assert.equal(status, 201, String(body.detail))
  const asked = { kind: 'busy', number: '11', calleeExtensionId: eleven, extensionId: ten, state: 'waiting', attempts: 0 }
  assert.partialDeepStrictEqual(body, asked)
  await asAlice('POST', '/callbacks', { extensionId: eleven, number: '0301234567' })
  assert.partialDeepStrictEqual((await asAlice('GET', '/callbacks')).body.items, [asked, { kind: 'redial', calleeExtensionId: null }])
  assert.equal((await asAlice('GET', `/callbacks?extensionId=${eleven}`)).body.items?.length, 1)
  assert.equal((await asAlice('DELETE', `/callbacks/${String(body.id)}`)).status, 204)
  assert.equal((await asAlice('GET', `/callbacks?extensionId=${ten}`)).body.items?.length, 0)
})

test('what cannot be called back and what is too many are refused with the reason', async () => {
  await using running = await pbxApi(cluster)
  const [ten] = await twoExtensions(running)
  const ask = (number: string) => running.asAlice('POST', '/callbacks', { extensionId: ten, number })
  for (const number of ['112', '10', '116117']) {
    const { status, body } = await ask(number)
    assert.deepEqual([status, body.type], [422, 'urn:klinke:problem:not-completable'], number)
  }
  for (let line = 1; line <= 5; line++) assert.equal((await ask(`030123456${line}`)).status, 201)
  assert.equal((await ask('0301234566')).body.type, 'urn:klinke:problem:too-many-completions')
})

test("another tenant's callbacks answer 404, and are not listed", async () => {
  await using running = await pbxApi(cluster)
  const [ten] = await twoExtensions(running)
  const { asAlice, asBob } = running
  const id = String((await asAlice('POST', '/callbacks', { extensionId: ten, number: '11' })).body.id)
  assert.equal((await asBob('DELETE', `/callbacks/${id}`)).status, 404)
  assert.equal((await asBob('POST', '/callbacks', { extensionId: ten, number: '11' })).status, 404)
  assert.deepEqual((await asBob('GET', '/callbacks')).body.items, [])
})

test('what has come of a callback is kept, and goes with its extension', async () => {
  await using running = await pbxApi(cluster)
  const [ten, eleven] = await twoExtensions(running)
  const store = storedCompletions(running.database)
  const nowMs = systemClock().epochMs()
  const completion = {
    ...({
      id: ten,
      tenantId: running.alice,
      extensionId: ten,
      kind: 'no-answer',
      dialled: '*3111',
      number: '11',
      calleeId: eleven,
    } as const),
    ...{
      isHidden: true,
      requestedAtMs: nowMs,
      notBeforeMs: nowMs,
      expiresAtMs: nowMs + 1000,
      seenActive: false,
      attempts: 0,
      unanswered: 0,
    },
  }
  await store.save(completion)
  const later = { ...completion, kind: 'busy' as const, seenActive: true, attempts: 2, unanswered: 1, notBeforeMs: nowMs + 500 }
  await store.save(later)
  assert.deepEqual(await store.load(), [later])
  assert.equal((await running.asAlice('DELETE', `/extensions/${eleven}`)).status, 204)
  assert.deepEqual(await store.load(), [])
})
