import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { TestCluster } from '@klinke/platform/test-support'
import { pbxApi, pbxCluster } from '../test-support/pbx-api.ts'
import { scryptPins } from './pins.ts'

let cluster: TestCluster
before(async () => {
  cluster = await pbxCluster()
})
after(() => cluster[Symbol.asyncDispose]())

const ROOM = { name: 'Vertrieb', number: '700', participantPin: '1111', moderatorPin: '2222' }

test('CONF-02: a room is made, read, changed and deleted; its PINs are stored as hashes and never shown', async () => {
  await using running = await pbxApi(cluster)
  const { asAlice, alice, directory } = running
  const made = await asAlice('POST', '/conference-rooms', ROOM)
  assert.equal(made.status, 201, String(made.body.detail))
  const id = String(made.body.id)
  assert.deepEqual([made.body.hasParticipantPin, made.body.hasModeratorPin, made.body.maxMembers], [true, true, 99])
  assert.doesNotMatch(JSON.stringify(made.body), /1111|2222/)
  const stored = () => directory.tenant(alice)?.conferences.get(id)
  assert.ok(stored() !== undefined)
  assert.doesNotMatch(JSON.stringify(stored()), /"(1111|2222)"/)
  assert.equal(await scryptPins.matches('1111', stored()?.participantPin ?? ''), true)
  assert.equal(await scryptPins.matches('2222', stored()?.participantPin ?? ''), false)
  assert.equal(directory.tenant(alice)?.internalNumbers.byNumber.get('700')?.kind, 'conference')
  const changed = await asAlice('PATCH', `/conference-rooms/${id}`, { participantPin: null, whenModeratorLeaves: 'ends' })
  assert.deepEqual([changed.body.hasParticipantPin, changed.body.hasModeratorPin, changed.body.whenModeratorLeaves], [false, true, 'ends'])
  assert.ok(stored()?.participantPin === undefined)
  assert.equal((await asAlice('GET', '/conference-rooms')).body.items?.length, 1)
  assert.equal((await asAlice('DELETE', `/conference-rooms/${id}`)).status, 204)
  assert.equal((await asAlice('GET', `/conference-rooms/${id}`)).status, 404)
  assert.ok(stored() === undefined)
})

const refusals: readonly (readonly [what: string, room: object, status: number, code: string])[] = [
  ['a name that is taken', { name: 'Vertrieb' }, 409, 'conference-room-name-taken'],
  ['a number that is taken', { name: 'b', number: '700' }, 409, 'internal-number-taken'],
  ['an emergency number', { name: 'b', number: '112' }, 400, 'invalid-request'],
  ['one PIN for both', { name: 'b', participantPin: '1234', moderatorPin: '1234' }, 422, 'conference-pins-alike'],
  ['nobody who could open it', { name: 'b', waitForModerator: true }, 422, 'conference-needs-moderator'],
  ['more seats than a conference has', { name: 'b', maxMembers: 100 }, 400, 'invalid-request'],
]
test('a room that cannot be is refused, with the reason', async () => {
  await using running = await pbxApi(cluster)
  const { asAlice } = running
  assert.equal((await asAlice('POST', '/conference-rooms', ROOM)).status, 201)
  for (const [what, room, status, code] of refusals) {
    const answer = await asAlice('POST', '/conference-rooms', room)
    assert.deepEqual([answer.status, answer.body.type], [status, `urn:klinke:problem:${code}`], `${what}: ${JSON.stringify(answer.body)}`)
  }
})

test('a PIN that is changed to the other one is refused', async () => {
  await using running = await pbxApi(cluster)
  const { asAlice } = running
  const id = String((await asAlice('POST', '/conference-rooms', ROOM)).body.id)
  assert.equal(
    (await asAlice('PATCH', `/conference-rooms/${id}`, { moderatorPin: '1111' })).body.type,
    'urn:klinke:problem:conference-pins-alike',
  )
  assert.equal(
    (await asAlice('PATCH', `/conference-rooms/${id}`, { participantPin: '2222' })).body.type,
    'urn:klinke:problem:conference-pins-alike',
  )
})

test("another tenant's room answers 404 to every method, and there is no conference in it", async () => {
  await using running = await pbxApi(cluster)
  const { asAlice, asBob } = running
  const path = `/conference-rooms/${String((await asAlice('POST', '/conference-rooms', ROOM)).body.id)}`
  assert.equal((await asBob('GET', path)).status, 404)
  assert.equal((await asBob('PATCH', path, { name: 'y' })).status, 404)
  assert.equal((await asBob('DELETE', path)).status, 404)
  assert.deepEqual((await asAlice('GET', `${path}/pin-lock`)).body, { lockedUntil: null, callers: [] })
  assert.equal((await asBob('GET', `${path}/pin-lock`)).status, 404)
  assert.equal((await asBob('DELETE', `${path}/pin-lock`)).status, 404)
  for (const client of [asAlice, asBob]) {
    assert.equal((await client('GET', `${path}/conference`)).status, 404)
    assert.equal((await client('PATCH', `${path}/conference`, { locked: true })).status, 404)
    assert.equal((await client('DELETE', `${path}/conference/members/1`)).status, 404)
    const who = { kind: 'external', number: '+49301234567' }
    assert.equal((await client('POST', `${path}/conference/members`, { who })).status, 404)
  }
})

test('a room to which a number leads is not deleted', async () => {
  await using running = await pbxApi(cluster)
  const { asAlice, operator, alice } = running
  const id = String((await asAlice('POST', '/conference-rooms', ROOM)).body.id)
  assert.equal((await operator('POST', '/numbers', { tenantId: alice, first: '+4922112345670' })).status, 201)
  assert.equal((await asAlice('PATCH', '/numbers/%2B4922112345670', { destination: { kind: 'conference', targetId: id } })).status, 200)
  const refused = await asAlice('DELETE', `/conference-rooms/${id}`)
  assert.deepEqual([refused.status, refused.body.type], [409, 'urn:klinke:problem:target-in-use'])
})
