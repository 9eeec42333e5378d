import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { TestCluster } from '@klinke/platform/test-support'
import { type PbxApi, pbxApi, pbxCluster } from '../test-support/pbx-api.ts'

let cluster: TestCluster
let running: PbxApi
before(async () => {
  cluster = await pbxCluster()
  running = await pbxApi(cluster)
})
after(async () => {
  await running[Symbol.asyncDispose]()
  await cluster[Symbol.asyncDispose]()
})

test('a user switches mails about missed calls on for the own extension alone, with an address, and calls see it', async () => {
  const { alice, asBob, directory, as, extension } = running
  const [own, other] = [await extension('10'), await extension('11')]
  const user = await as({ kind: 'user', tenantId: alice, extensionId: own })
  const path = `/extensions/${own}/notifications`
  assert.deepEqual((await user('GET', path)).body, { missedCallMail: false, mailTo: null, language: 'de' })
  const refused = await user('PATCH', path, { missedCallMail: true })
  assert.deepEqual([refused.status, refused.body.type], [422, 'urn:klinke:problem:no-mail-address'])
  assert.equal((await user('PATCH', path, { mailTo: 'nobody' })).status, 400)
  const settings = { missedCallMail: true, mailTo: 'anna@example.org', language: 'en' }
  assert.deepEqual((await user('PATCH', path, settings)).body, settings)
  assert.deepEqual(directory.tenant(alice)?.notifications.get(own), settings)
  assert.equal((await user('PATCH', path, { mailTo: null })).status, 422)
  for (const [client, id] of [
    [user, other],
    [asBob, own],
  ] as const)
    assert.equal((await client('GET', `/extensions/${id}/notifications`)).status, 404)
  assert.equal((await asBob('PATCH', path, { missedCallMail: false })).status, 404)
  await user('PATCH', path, { missedCallMail: false, mailTo: null })
  assert.equal(directory.tenant(alice)?.notifications.get(own)?.missedCallMail, false)
})

test('CLI-03: a user shows outside what administrators allow, and allows nothing himself', async () => {
  const { operator, asAlice, asBob, alice, directory, as, extension } = running
  const own = await extension('20')
  const [first, second, third] = ['+4922112340', '+4922112341', '+4922112342'] as const
  for (const number of [first, second, third]) await operator('POST', '/numbers', { tenantId: alice, first: number })
  const path = `/extensions/${own}/number-shown`
  const user = await as({ kind: 'user', tenantId: alice, extensionId: own })
  assert.deepEqual((await user('GET', path)).body, { outgoingNumber: null, choices: [], firstNumber: first })
  const early = await user('PATCH', path, { outgoingNumber: second })
  assert.deepEqual([early.status, early.body.type], [422, 'urn:klinke:problem:number-not-allowed'])
  for (const [at, body] of [
    [path, { choices: [second] }],
    [`/extensions/${own}/call-settings`, { numberChoices: [second] }],
  ] as const) {
    assert.equal((await user('PATCH', at, body)).status, 403)
  }
  assert.equal((await asBob('PATCH', path, { choices: [] })).status, 404)
  assert.equal((await asAlice('PATCH', path, { choices: ['+4930999'] })).body.type, 'urn:klinke:problem:not-own-number')
  assert.deepEqual((await asAlice('PATCH', path, { choices: [second, second, first] })).body.choices, [second, first])
  const chosen = await user('PATCH', path, { outgoingNumber: second })
  assert.deepEqual([chosen.body.outgoingNumber, chosen.body.choices], [second, [second, first]])
  assert.equal(directory.tenant(alice)?.extensions.get('20')?.outgoingNumber, second)
  assert.equal((await user('PATCH', path, { outgoingNumber: third })).status, 422)
  assert.equal((await user('PATCH', path, { outgoingNumber: null })).status, 200, 'the first number is one to choose')
  assert.equal((await asAlice('PATCH', path, { outgoingNumber: third })).body.outgoingNumber, third, 'administrators show what is theirs')
  assert.equal((await user('PATCH', path, { outgoingNumber: third })).status, 200, 'what is there already may stay')
  assert.deepEqual((await user('PATCH', path, { outgoingNumber: second })).body.choices, [second, first, third])
  assert.equal((await user('PATCH', path, { outgoingNumber: third })).status, 200, 'there is a way back to what an administrator had set')
})
