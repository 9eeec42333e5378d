import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { TestCluster } from '@klinke/platform/test-support'
import { pbxApi, pbxCluster } from '../test-support/pbx-api.ts'

let cluster: TestCluster
before(async () => {
  cluster = await pbxCluster()
})
after(() => cluster[Symbol.asyncDispose]())

const ABSENT = '018f0000-0000-7000-8000-0000000000ff'
const pathOf = (id: string): string => `/extensions/${id}/call-settings`
const always = (to: object, more: object = {}) => ({ forwardings: [{ when: 'always', to, ...more }] })

test('CALL-03: an extension has defaults, what is changed is kept, and calls see it', async () => {
  await using running = await pbxApi(cluster)
  const { asAlice, alice, directory, extension } = running
  const [id, targetId] = [await extension('10'), await extension('11')]
  assert.partialDeepStrictEqual((await asAlice('GET', pathOf(id))).body, { doNotDisturb: false, callWaiting: true, forwardings: [] })
  const changed = await asAlice('PATCH', pathOf(id), { doNotDisturb: true, ...always({ kind: 'extension', targetId }) })
  assert.equal(changed.status, 200, String(changed.body.detail))
  assert.partialDeepStrictEqual(changed.body, { doNotDisturb: true, forwardings: [{ when: 'always', active: true, callers: 'all' }] })
  await asAlice('PATCH', pathOf(id), { callWaiting: false })
  assert.partialDeepStrictEqual((await asAlice('GET', pathOf(id))).body, { doNotDisturb: true, callWaiting: false })
  assert.ok(directory.tenant(alice)?.callSettings.extensions.get(id)?.callWaiting === false)
})

const refused: readonly (readonly [what: string, body: (own: string) => object, status: number, type: string])[] = [
  ['forwards to itself', (own) => always({ kind: 'extension', targetId: own }), 422, 'forwards-to-itself'],
  ['forwards to nothing', () => always({ kind: 'group', targetId: ABSENT }), 422, 'no-such-target'],
  ['goes by no schedule', () => ({ ringsOnly: { schedule: { kind: 'schedule', targetId: ABSENT }, is: 'open' } }), 422, 'no-such-target'],
  ['shows a number of somebody else', () => ({ numberChoices: ['+4930123456'] }), 422, 'not-own-number'],
  ['rejects a caller that is none', () => ({ rejectedCallers: ['Bob'] }), 400, 'invalid-request'],
  ['has a setting that is none', () => ({ sleep: true }), 400, 'invalid-request'],
]
for (const [what, body, status, type] of refused) {
  test(`settings are refused that ${what}`, async () => {
    await using running = await pbxApi(cluster)
    const { asAlice, extension } = running
    const id = await extension('10')
    const answer = await asAlice('PATCH', pathOf(id), body(id))
    assert.deepEqual([answer.status, answer.body.type], [status, `urn:klinke:problem:${type}`])
  })
}

test('a target of a forwarding is not deleted; an extension goes with its own settings', async () => {
  await using running = await pbxApi(cluster)
  const { asAlice, extension } = running
  const [id, targetId] = [await extension('10'), await extension('11')]
  await asAlice('PATCH', pathOf(id), always({ kind: 'extension', targetId }))
  const answer = await asAlice('DELETE', `/extensions/${targetId}`)
  assert.equal(answer.body.type, 'urn:klinke:problem:target-in-use')
  assert.match(String(answer.body.detail), /extension Extension 10/)

  assert.equal((await asAlice('DELETE', `/extensions/${id}`)).status, 204)
  assert.equal((await asAlice('DELETE', `/extensions/${targetId}`)).status, 204)
})

test('a schedule that settings go by is not deleted', async () => {
  await using running = await pbxApi(cluster)
  const { asAlice, extension } = running
  const id = await extension('10')
  const { body } = await asAlice('POST', '/schedules', { name: 'Nacht', week: [] })
  await asAlice('PATCH', pathOf(id), { ringsOnly: { schedule: { kind: 'schedule', targetId: body.id }, is: 'open' } })
  assert.equal((await asAlice('DELETE', `/schedules/${String(body.id)}`)).status, 409)
})

test('CALL-07: where agreement is asked for, only who agrees becomes a target', async () => {
  await using running = await pbxApi(cluster)
  const { asAlice, extension } = running
  const [id, targetId] = [await extension('10'), await extension('11')]
  assert.deepEqual((await asAlice('PATCH', '/call-policy', { forwarding: 'agreed' })).body, { forwarding: 'agreed' })
  const answer = await asAlice('PATCH', pathOf(id), always({ kind: 'extension', targetId }))
  assert.deepEqual([answer.status, answer.body.type], [409, 'urn:klinke:problem:forwarding-not-agreed'])
  await asAlice('PATCH', pathOf(targetId), { agreesToForwardings: true })
  assert.equal((await asAlice('PATCH', pathOf(id), always({ kind: 'extension', targetId }))).status, 200)
})

test('an agreement or a number that is taken back later keeps nobody from changing something else', async () => {
  await using running = await pbxApi(cluster)
  const { asAlice, operator, alice, extension } = running
  const [id, targetId] = [await extension('10'), await extension('11')]
  const number = '+4922155590'
  assert.equal((await operator('POST', '/numbers', { tenantId: alice, first: number })).status, 201)
  await asAlice('PATCH', '/call-policy', { forwarding: 'agreed' })
  await asAlice('PATCH', pathOf(targetId), { agreesToForwardings: true })
  const set = { ...always({ kind: 'extension', targetId }), numberChoices: [number] }
  assert.equal((await asAlice('PATCH', pathOf(id), set)).status, 200)
  await asAlice('PATCH', pathOf(targetId), { agreesToForwardings: false })
  assert.equal((await operator('DELETE', `/numbers/${number}`)).status, 204)
  assert.equal((await asAlice('PATCH', pathOf(id), { doNotDisturb: true })).status, 200)
  const more = [...set.forwardings, { when: 'busy', to: { kind: 'extension', targetId } }]
  assert.equal((await asAlice('PATCH', pathOf(id), { forwardings: more })).status, 409)
  assert.equal((await asAlice('PATCH', pathOf(id), { numberChoices: [] })).status, 200)
  assert.equal((await asAlice('PATCH', pathOf(id), { numberChoices: [number] })).status, 422)
})

test('CALL-03: the path says what would become of a call, for whom and when', async () => {
  await using running = await pbxApi(cluster)
  const { asAlice, extension } = running
  const [id, targetId] = [await extension('10'), await extension('11')]
  const schedule = { kind: 'schedule', targetId: (await asAlice('POST', '/schedules', { name: 'Nie', week: [] })).body.id }
  const forwardings = [
    { when: 'no-answer', to: { kind: 'extension', targetId }, afterSeconds: 12 },
    { when: 'always', to: { kind: 'hang-up', as: 'busy' }, during: { schedule, is: 'open' } },
    { when: 'not-registered', to: { kind: 'external', number: '+491701234567' }, callers: 'external' },
  ]
  await asAlice('PATCH', pathOf(id), { forwardings, rejectAnonymous: true })
  const path = async (query: string): Promise<readonly unknown[]> => {
    const { status, body } = await asAlice('GET', `/extensions/${id}/call-path?${query}`)
    assert.equal(status, 200, String(body.detail))
    return body.steps as readonly unknown[]
  }
  assert.partialDeepStrictEqual(await path('phones=registered'), [
    { kind: 'rings', by: { number: '10' }, devices: 1, seconds: 12, parties: [], whenBusy: 1, whenUnanswered: 2 },
    { kind: 'ends', as: 'busy' },
    { kind: 'forwarded', when: 'no-answer', to: { targetId }, next: 3 },
    { kind: 'unreachable', by: { number: '11' }, next: 4 },
    { kind: 'ends', as: 'unreachable' },
  ])
  assert.partialDeepStrictEqual(await path(''), [
    { kind: 'forwarded', when: 'not-registered', next: 1 },
    { kind: 'led', to: { kind: 'external' }, number: '+491701234567' },
  ])
  assert.partialDeepStrictEqual(await path('from=internal'), [{ kind: 'unreachable' }, { kind: 'ends', as: 'unreachable' }])
  assert.partialDeepStrictEqual(await path('from=anonymous'), [{ kind: 'rejected', why: 'anonymous-caller' }])
  await asAlice('PATCH', pathOf(id), { callWaiting: false })
  assert.partialDeepStrictEqual(await path('phones=registered&line=talking'), [
    { kind: 'busy', why: 'no-call-waiting' },
    { kind: 'ends', as: 'busy' },
  ])
})

test("another tenant's extension answers 404, and its things are no targets", async () => {
  await using running = await pbxApi(cluster)
  const { asAlice, asBob, alice, extension } = running
  const id = await extension('10')
  const { body } = await asBob('POST', '/extensions', { number: '20', name: 'Bert' })
  assert.equal((await asBob('GET', pathOf(id))).status, 404)
  assert.equal((await asBob('PATCH', pathOf(id), { doNotDisturb: true })).status, 404)
  assert.equal((await asBob('GET', `/extensions/${id}/call-path`)).status, 404)
  assert.equal((await asBob('GET', `/call-policy?tenantId=${alice}`)).status, 404)
  assert.equal((await asBob('PATCH', `/call-policy?tenantId=${alice}`, { forwarding: 'agreed' })).status, 404)
  const stolen = await asAlice('PATCH', pathOf(id), always({ kind: 'extension', targetId: body.id }))
  assert.equal(stolen.body.type, 'urn:klinke:problem:no-such-target')
  assert.equal((await asAlice('GET', pathOf(ABSENT))).status, 404)
})
