import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { TestCluster } from '@klinke/platform/test-support'
import { pbxApi, pbxCluster } from '../test-support/pbx-api.ts'

let cluster: TestCluster
before(async () => {
  cluster = await pbxCluster()
})
after(() => cluster[Symbol.asyncDispose]())

test('a block of ten is assigned whole and listed page by page in order', async () => {
  await using running = await pbxApi(cluster)
  const { operator, alice, asAlice } = running
  const assigned = await operator('POST', '/numbers', { tenantId: alice, first: '+4922112345670', size: 10 })
  assert.equal(assigned.body.items?.length, 10)
  const first = await asAlice('GET', '/numbers?limit=6')
  const second = await asAlice('GET', `/numbers?limit=6&cursor=${String(first.body.nextCursor)}`)
  const numbers = [...(first.body.items ?? []), ...(second.body.items ?? [])].map((number) => number.e164)
  assert.deepEqual(
    numbers,
    Array.from({ length: 10 }, (_, last) => `+492211234567${last}`),
  )
  assert.equal(second.body.nextCursor, null)
})

test('a number in use is not assigned again, and the answer names it', async () => {
  await using running = await pbxApi(cluster)
  const { operator, alice, bob } = running
  await operator('POST', '/numbers', { tenantId: alice, first: '+4922112345675' })
  const answer = await operator('POST', '/numbers', { tenantId: bob, first: '+4922112345670', size: 10 })
  assert.equal(answer.status, 409)
  assert.match(String(answer.body.detail), /\+4922112345675/)
  assert.equal((await operator('GET', `/numbers?tenantId=${bob}`)).body.items?.length, 0)
})

test('a block is given back whole or not at all', async () => {
  await using running = await pbxApi(cluster)
  const { operator, alice } = running
  await operator('POST', '/numbers', { tenantId: alice, first: '+4922112345670', size: 10 })
  assert.equal((await operator('DELETE', '/numbers/+4922112345673')).status, 409)
  assert.equal((await operator('DELETE', '/numbers/+4922112345670')).status, 204)
  assert.equal((await operator('GET', '/numbers')).body.items?.length, 0)
})

test('a tenant cannot assign itself a number, nor map one of another tenant', async () => {
  await using running = await pbxApi(cluster)
  const { operator, asAlice, alice, bob } = running
  await operator('POST', '/numbers', { tenantId: bob, first: '+4930123456' })
  assert.equal((await asAlice('POST', '/numbers', { tenantId: alice, first: '+4930123457' })).status, 403)
  assert.equal((await asAlice('PATCH', '/numbers/+4930123456', { extensionNumber: null })).status, 404)
  assert.equal((await asAlice('GET', `/numbers?tenantId=${bob}`)).status, 404)
})

test('deleting a tenant gives its numbers back, whatever they led to', async () => {
  await using running = await pbxApi(cluster)
  const { operator, asAlice, alice, extension } = running
  await operator('POST', '/numbers', { tenantId: alice, first: '+4930123456' })
  await asAlice('PATCH', '/numbers/+4930123456', { destination: { kind: 'extension', targetId: await extension('10') } })
  assert.equal((await operator('DELETE', `/tenants/${alice}?confirm=alice`)).status, 204)
  assert.equal((await operator('GET', '/numbers/+4930123456')).status, 404)
})

test('a number leads to any destination, and calls see it', async () => {
  await using running = await pbxApi(cluster)
  const { operator, asAlice, alice, directory, extension } = running
  await operator('POST', '/numbers', { tenantId: alice, first: '+4930123456' })
  const targetId = await extension('10')
  const inside = await asAlice('PATCH', '/numbers/+4930123456', { destination: { kind: 'extension', targetId } })
  assert.partialDeepStrictEqual(inside.body, { destination: { kind: 'extension', targetId }, extensionNumber: '10' })
  const outside = await asAlice('PATCH', '/numbers/+4930123456', { destination: { kind: 'external', number: '+491701234567' } })
  assert.partialDeepStrictEqual(outside.body, { destination: { kind: 'external' }, extensionNumber: null })
  assert.ok(directory.tenant(alice)?.numberDestinations.get('+4930123456')?.kind === 'external')
  assert.equal((await asAlice('PATCH', '/numbers/+4930123456', { destination: null })).body.destination, null)
})

test('a number leads to nothing of another tenant', async () => {
  await using running = await pbxApi(cluster)
  const { operator, asBob, bob, extension } = running
  await operator('POST', '/numbers', { tenantId: bob, first: '+4930123456' })
  const destination = { kind: 'extension', targetId: await extension('10') }
  for (const client of [asBob, operator]) {
    const answer = await client('PATCH', '/numbers/+4930123456', { destination })
    assert.deepEqual([answer.status, answer.body.type], [422, 'urn:klinke:problem:no-such-target'])
  }
})

test('an extension that numbers lead to is not deleted, and the answer names them', async () => {
  await using running = await pbxApi(cluster)
  const { operator, asAlice, alice, extension } = running
  await operator('POST', '/numbers', { tenantId: alice, first: '+4930123456' })
  const id = await extension('10')
  await asAlice('PATCH', '/numbers/+4930123456', { extensionNumber: '10' })
  const answer = await asAlice('DELETE', `/extensions/${id}`)
  assert.deepEqual([answer.status, answer.body.type], [409, 'urn:klinke:problem:target-in-use'])
  assert.match(String(answer.body.detail), /number \+4930123456/)
  await asAlice('PATCH', '/numbers/+4930123456', { extensionNumber: null })
  assert.equal((await asAlice('DELETE', `/extensions/${id}`)).status, 204)
})

test('the list of numbers is narrowed to those of an extension', async () => {
  await using running = await pbxApi(cluster)
  const { operator, asAlice, alice, extension } = running
  await operator('POST', '/numbers', { tenantId: alice, first: '+4922112345670', size: 10 })
  await extension('10')
  await asAlice('PATCH', '/numbers/+4922112345673', { extensionNumber: '10' })
  const { body } = await asAlice('GET', '/numbers?extensionNumber=10')
  assert.deepEqual(
    body.items?.map(({ e164 }) => e164),
    ['+4922112345673'],
  )
})

test('a number has a place for fax machines beside its destination, which is one of its tenant', async () => {
  await using running = await pbxApi(cluster)
  const { operator, asAlice, asBob, alice, bob, directory, extension } = running
  await operator('POST', '/numbers', { tenantId: alice, first: '+4930123456' })
  await operator('POST', '/numbers', { tenantId: bob, first: '+4930123457' })
  const fax = { kind: 'fax', targetId: await extension('10') }
  assert.equal((await asAlice('PATCH', '/numbers/+4930123456', { fax })).status, 422)
  await asAlice('PATCH', `/extensions/${fax.targetId}/fax-line`, { active: true })
  assert.equal((await asBob('PATCH', '/numbers/+4930123457', { fax })).status, 422)
  const led = await asAlice('PATCH', '/numbers/+4930123456', { fax, extensionNumber: '10' })
  assert.partialDeepStrictEqual(led.body, { fax, extensionNumber: '10' })
  assert.deepEqual(directory.tenant(alice)?.fax.numbers.get('+4930123456'), fax)
  assert.equal((await asAlice('PATCH', `/extensions/${fax.targetId}/fax-line`, { active: false })).status, 409)
  const without = await asAlice('PATCH', '/numbers/+4930123456', { fax: null })
  assert.partialDeepStrictEqual(without.body, { fax: null, extensionNumber: '10' })
  assert.equal(directory.tenant(alice)?.fax.numbers.size, 0)
})
