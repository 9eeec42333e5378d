import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { TestCluster } from '@klinke/platform/test-support'
import { pbxApi, pbxCluster } from '../test-support/pbx-api.ts'
import { membershipsIn } from './codes.ts'

let cluster: TestCluster
before(async () => {
  cluster = await pbxCluster()
})
after(() => cluster[Symbol.asyncDispose]())

const ABSENT = '018f0000-0000-7000-8000-0000000000ff'

test('ACD-01: a ring group is created with defaults, has an internal number, and calls see it', async () => {
  await using running = await pbxApi(cluster)
  const { asAlice, alice, directory, extension } = running
  const [first, second] = [await extension('10'), await extension('11')]
  const members = [{ extensionId: second }, { extensionId: first, signedIn: false }]
  const created = await asAlice('POST', '/ring-groups', { name: 'Vertrieb', number: '50', settings: { strategy: 'round-robin' }, members })
  assert.equal(created.status, 201, JSON.stringify(created.body))
  const id = String(created.body.id)
  assert.partialDeepStrictEqual(created.body, {
    settings: { strategy: 'round-robin', roundRobin: 'next-in-turn', ringSeconds: 60, overflow: null },
    members: [
      { extensionId: second, signedIn: true, paused: false },
      { extensionId: first, signedIn: false },
    ],
  })
  assert.ok(directory.tenant(alice)?.ringGroups.get(id)?.members.length === 2)
  assert.deepEqual(directory.tenant(alice)?.internalNumbers.byNumber.get('50')?.kind, 'group')
  assert.equal((await asAlice('GET', `/ring-groups/${id}`)).body.name, 'Vertrieb')
  assert.partialDeepStrictEqual((await asAlice('GET', '/ring-groups')).body, { items: [{ id }] })
})

test('a change replaces what it names; a member signs in, by REST and by code, and goes with its extension', async () => {
  await using running = await pbxApi(cluster)
  const { asAlice, alice, database, directory, extension } = running
  const [first, second] = [await extension('10'), await extension('11')]
  const { body } = await asAlice('POST', '/ring-groups', {
    ...{ name: 'Vertrieb', number: '50', settings: {}, members: [{ extensionId: first }, { extensionId: second }] },
  })
  const path = `/ring-groups/${String(body.id)}`
  const changed = await asAlice('PATCH', path, { name: 'Verkauf', settings: { ringSeconds: 30 } })
  assert.partialDeepStrictEqual(changed.body, { name: 'Verkauf', number: '50', settings: { ringSeconds: 30 } })
  assert.equal((changed.body.members as unknown[]).length, 2)
  const member = await asAlice('PATCH', `${path}/members/${first}`, { signedIn: false })
  assert.deepEqual(member.body, { extensionId: first, signedIn: false, paused: false })

  const change = membershipsIn(database)
  assert.equal(await change(alice, { kind: 'group', extensionId: first, team: { number: '50' } }, { signedIn: true }), 1)
  assert.equal(await change(alice, { kind: 'group', extensionId: first, team: { number: '51' } }, { signedIn: true }), 0)
  assert.equal(await change(alice, { kind: 'queue', extensionId: first }, { signedIn: false }), 0)
  assert.equal(await change(alice, { kind: 'group', extensionId: second }, { signedIn: false }), 1)
  assert.ok(directory.tenant(alice)?.ringGroups.get(String(body.id))?.members[1]?.signedIn === false)
  assert.equal(directory.tenant(alice)?.ringGroups.get(String(body.id))?.members[0]?.signedIn, true)

  assert.equal((await asAlice('DELETE', `/extensions/${first}`)).status, 204)
  assert.ok(directory.tenant(alice)?.ringGroups.get(String(body.id))?.members.length === 1)
})

const refused: readonly (readonly [what: string, body: object, status: number, type: string])[] = [
  ['a number in use', { name: 'A', number: '10', settings: {} }, 409, 'internal-number-taken'],
  ['a name in use', { name: 'Vertrieb', settings: {} }, 409, 'team-name-taken'],
  ['a member that is none', { name: 'A', settings: {}, members: [{ extensionId: ABSENT }] }, 422, 'no-such-target'],
  ['an overflow to nothing', { name: 'A', settings: { overflow: { kind: 'queue', targetId: ABSENT } } }, 422, 'no-such-target'],
  ['a strategy that is none', { name: 'A', settings: { strategy: 'loudest' } }, 400, 'invalid-request'],
  ['a member twice', { name: 'A', settings: {}, members: [{ extensionId: ABSENT }, { extensionId: ABSENT }] }, 400, 'invalid-request'],
]
test('a ring group is refused with what it cannot have', async () => {
  await using running = await pbxApi(cluster)
  const { asAlice, extension } = running
  await extension('10')
  await asAlice('POST', '/ring-groups', { name: 'Vertrieb', settings: {} })
  for (const [what, body, status, type] of refused) {
    const answer = await asAlice('POST', '/ring-groups', body)
    assert.deepEqual([answer.status, answer.body.type], [status, `urn:klinke:problem:${type}`], what)
  }
})

test('a team that calls are led to is not deleted', async () => {
  await using running = await pbxApi(cluster)
  const { asAlice } = running
  const first = String((await asAlice('POST', '/ring-groups', { name: 'A', settings: {} })).body.id)
  const overflow = { kind: 'group', targetId: first }
  const second = String((await asAlice('POST', '/ring-groups', { name: 'B', settings: { overflow } })).body.id)
  const answer = await asAlice('DELETE', `/ring-groups/${first}`)
  assert.equal(answer.body.type, 'urn:klinke:problem:target-in-use')
  assert.match(String(answer.body.detail), /group B/)
  assert.equal((await asAlice('DELETE', `/ring-groups/${second}`)).status, 204)
  assert.equal((await asAlice('DELETE', `/ring-groups/${first}`)).status, 204)
})

test("another tenant's team answers 404", async () => {
  await using running = await pbxApi(cluster)
  const { asAlice, asBob, extension } = running
  const extensionId = await extension('10')
  const { body } = await asAlice('POST', '/ring-groups', { name: 'A', settings: {}, members: [{ extensionId }] })
  const path = `/ring-groups/${String(body.id)}`
  assert.equal((await asBob('GET', path)).status, 404)
  assert.equal((await asBob('PATCH', path, { name: 'B' })).status, 404)
  assert.equal((await asBob('PATCH', `${path}/members/${extensionId}`, { signedIn: false })).status, 404)
  assert.equal((await asBob('DELETE', path)).status, 404)
  assert.deepEqual((await asBob('GET', '/ring-groups')).body.items, [])
  assert.equal((await asBob('POST', '/ring-groups', { name: 'B', settings: {}, members: [{ extensionId }] })).status, 422)
})
