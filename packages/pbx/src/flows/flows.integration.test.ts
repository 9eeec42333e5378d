import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { TestCluster } from '@klinke/platform/test-support'
import { pbxApi, pbxCluster } from '../test-support/pbx-api.ts'

let cluster: TestCluster
before(async () => {
  cluster = await pbxCluster()
})
after(() => cluster[Symbol.asyncDispose]())

const MONDAY = '2026-11-16T10:00:00+01:00'

function draftTo(extensionId: string) {
  return {
    start: 'menu',
    blocks: [
      { id: 'menu', kind: 'menu', prompt: 'please-wait', keys: { 1: 'sales' }, timedOut: 'end' },
      { id: 'sales', kind: 'destination', to: { kind: 'extension', targetId: extensionId } },
      { id: 'end', kind: 'hang-up' },
    ],
  }
}

test('IVR-01: a flow is drafted, tried, published, changed, compared and taken back; calls see what is published', async () => {
  await using running = await pbxApi(cluster)
  const { asAlice, alice, directory } = running
  const draft = draftTo(await running.extension('10'))
  const created = await asAlice('POST', '/flows', { name: 'Zentrale', number: '70', draft })
  assert.equal(created.status, 201, String(created.body.detail))
  const id = String(created.body.id)
  const path = `/flows/${id}`
  assert.partialDeepStrictEqual(created.body, { published: null, version: null, problems: [] })
  assert.equal(directory.tenant(alice)?.flows.get(id), undefined)

  const simulated = await asAlice('POST', `${path}/simulate`, { call: { caller: '+492115550123', at: MONDAY, keys: ['1'] } })
  assert.equal(simulated.status, 200, String(simulated.body.detail))
  assert.partialDeepStrictEqual(simulated.body.end, { kind: 'led', to: { kind: 'extension' } })
  assert.match(JSON.stringify(simulated.body.path), /Der Anruf geht zur Nebenstelle Extension 10/)

  assert.equal((await asAlice('POST', `${path}/publish`, { note: 'first' })).body.version, 1)
  assert.ok(directory.tenant(alice)?.flows.get(id)?.graph.blocks.length === 3)
  assert.equal(directory.tenant(alice)?.internalNumbers.byNumber.get('70')?.kind, 'flow')

  const blocks = [{ ...draft.blocks[0], retries: 5 }, ...draft.blocks.slice(1)]
  await asAlice('PATCH', path, { draft: { ...draft, blocks } })
  const diff = await asAlice('GET', `${path}/diff`)
  assert.partialDeepStrictEqual(diff.body, { added: [], removed: [], changed: [{ from: { retries: 2 }, to: { retries: 5 } }] })
  assert.equal((await asAlice('POST', `${path}/publish`)).body.version, 2)
  assert.partialDeepStrictEqual((await asAlice('POST', `${path}/versions/1/restore`)).body, { draft, version: 2 })
  assert.deepEqual(
    (await asAlice('GET', `${path}/versions`)).body.items?.map(({ version, note }) => [version, note]),
    [
      [2, null],
      [1, 'first'],
    ],
  )
})

test('a draft with mistakes is kept, and not published until they are mended', async () => {
  await using running = await pbxApi(cluster)
  const { asAlice } = running
  const draft = { start: 'a', blocks: [{ id: 'a', kind: 'announcement', prompt: 'please-wait', next: 'gone' }] }
  const { body } = await asAlice('POST', '/flows', { name: 'x', draft })
  assert.partialDeepStrictEqual(body.problems, [{ block: 'a' }])
  const refused = await asAlice('POST', `/flows/${String(body.id)}/publish`, {})
  assert.equal(refused.status, 422)
  assert.equal(refused.body.type, 'urn:klinke:problem:flow-incomplete')
  assert.match(String(refused.body.detail), /Block "a" leads by next to "gone"/)
})

test('a draft may be empty, keeps where its blocks stand, and is not overwritten by who has not seen the last change', async () => {
  await using running = await pbxApi(cluster)
  const { asAlice } = running
  const { body } = await asAlice('POST', '/flows', { name: 'x', draft: { start: 'end', blocks: [] } })
  const path = `/flows/${String(body.id)}`
  assert.partialDeepStrictEqual(body, { layout: {}, revision: 1, problems: [{ block: null }] })
  assert.match(JSON.stringify(body.problems), /beginnt mit Block „end“/)
  const draft = { start: 'end', blocks: [{ id: 'end', kind: 'hang-up' }] }
  const layout = { end: { x: 12.5, y: -40 } }
  assert.partialDeepStrictEqual((await asAlice('PATCH', path, { draft, layout, revision: 1 })).body, { draft, layout, revision: 2 })
  const late = await asAlice('PATCH', path, { draft: { start: 'end', blocks: [] }, revision: 1 })
  assert.deepEqual([late.status, late.body.type], [409, 'urn:klinke:problem:flow-changed'])
  assert.partialDeepStrictEqual((await asAlice('GET', path)).body, { draft, layout, revision: 2 })
  assert.equal((await asAlice('POST', `${path}/publish`, {})).status, 201)
  assert.equal((await asAlice('PATCH', path, { layout: { end: { x: 1e9, y: 0 } } })).status, 400)
})

test('a flow is not published while one of its examples fails', async () => {
  await using running = await pbxApi(cluster)
  const { asAlice } = running
  const extensionId = await running.extension('10')
  const call = { caller: 'anonymous', at: MONDAY, keys: ['1'] }
  const to = { kind: 'extension', targetId: extensionId }
  const examples = [{ name: 'Verkauf', call, expected: { end: 'led', to, blocks: ['menu', 'sales'] } }]
  const { body } = await asAlice('POST', '/flows', { name: 'x', draft: draftTo(extensionId), examples })
  const path = `/flows/${String(body.id)}`
  assert.equal((await asAlice('POST', `${path}/publish`, {})).status, 201)
  const [menu, ...rest] = draftTo(extensionId).blocks
  await asAlice('PATCH', path, { draft: { start: 'menu', blocks: [{ ...menu, keys: { 2: 'sales' } }, ...rest] } })
  assert.partialDeepStrictEqual((await asAlice('POST', `${path}/try-examples`, {})).body.items, [{ name: 'Verkauf', passed: false }])
  const refused = await asAlice('POST', `${path}/publish`, {})
  assert.equal(refused.body.type, 'urn:klinke:problem:flow-examples-fail')
  assert.match(String(refused.body.detail), /Example "Verkauf" should end "led", and ends "hung-up"/)
  assert.equal((await asAlice('GET', path)).body.version, 1)
})

test('what a flow leads to cannot be deleted, nor a flow to which a number leads; names and numbers are given once', async () => {
  await using running = await pbxApi(cluster)
  const { asAlice, operator, alice } = running
  const extensionId = await running.extension('10')
  const { body } = await asAlice('POST', '/flows', { name: 'Zentrale', number: '70', draft: draftTo(extensionId) })
  const id = String(body.id)
  assert.equal((await asAlice('DELETE', `/extensions/${extensionId}`)).body.type, 'urn:klinke:problem:target-in-use')
  assert.equal((await asAlice('POST', '/flows', { name: 'Zentrale', draft: draftTo(extensionId) })).status, 409)
  assert.equal((await asAlice('POST', '/flows', { name: 'y', number: '10', draft: draftTo(extensionId) })).status, 409)
  await operator('POST', '/numbers', { tenantId: alice, first: '+4922199887' })
  assert.equal((await asAlice('PATCH', '/numbers/+4922199887', { destination: { kind: 'flow', targetId: id } })).status, 200)
  assert.equal((await asAlice('DELETE', `/flows/${id}`)).body.type, 'urn:klinke:problem:target-in-use')
  await asAlice('PATCH', '/numbers/+4922199887', { destination: null })
  assert.equal((await asAlice('DELETE', `/flows/${id}`)).status, 204)
})

test("another tenant's flow answers 404 to every method, and its targets are not there", async () => {
  await using running = await pbxApi(cluster)
  const { asAlice, asBob } = running
  const draft = draftTo(await running.extension('10'))
  const path = `/flows/${String((await asAlice('POST', '/flows', { name: 'x', draft })).body.id)}`
  await asAlice('POST', `${path}/publish`, {})
  const call = { caller: 'anonymous', at: MONDAY }
  const asked = [
    ['GET', path],
    ['PATCH', path, { name: 'y' }],
    ['DELETE', path],
    ['POST', `${path}/publish`, {}],
    ['GET', `${path}/versions`],
    ['GET', `${path}/diff`],
    ['POST', `${path}/versions/1/restore`],
    ['POST', `${path}/simulate`, { call }],
    ['POST', `${path}/try-examples`, {}],
  ] as const
  for (const [method, url, body] of asked) assert.equal((await asBob(method, url, body)).status, 404, `${method} ${url}`)
  assert.equal((await asBob('GET', '/flows')).body.items?.length, 0)
  assert.equal((await asBob('POST', '/flows', { name: 'x', draft })).body.type, 'urn:klinke:problem:no-such-target')
})

test('IVR-02: a flow leads to an extension as to a fax once it is a fax line, and as long as it is one', async () => {
  await using running = await pbxApi(cluster)
  const { asAlice, asBob, extension, directory, alice } = running
  const targetId = await extension('10')
  const to = { kind: 'fax', targetId }
  const draft = { start: 'fax', blocks: [{ id: 'fax', kind: 'destination', to }], fax: to }
  const refused = await asAlice('POST', '/flows', { name: 'Fax', draft })
  assert.deepEqual([refused.status, refused.body.type], [422, 'urn:klinke:problem:no-such-target'])
  const line = `/extensions/${targetId}/fax-line`
  assert.equal((await asBob('PATCH', line, { active: true })).status, 404)
  assert.equal((await asAlice('PATCH', line, { active: true, name: 'Poststelle' })).status, 200)
  assert.deepEqual((await asAlice('GET', line)).body, { active: true, name: 'Poststelle' })
  assert.ok(directory.tenant(alice)?.fax.lines.has(targetId))
  const flow = await asAlice('POST', '/flows', { name: 'Fax', draft })
  assert.equal(flow.status, 201)
  const used = await asAlice('PATCH', line, { active: false })
  assert.deepEqual([used.status, used.body.type], [409, 'urn:klinke:problem:target-in-use'])
  assert.equal((await asAlice('DELETE', `/extensions/${targetId}`)).status, 409)
  assert.equal((await asAlice('DELETE', `/flows/${String(flow.body.id)}`)).status, 204)
  assert.equal((await asAlice('PATCH', line, { active: false })).status, 200)
})
