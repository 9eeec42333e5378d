import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { BeyondCounts } from '@klinke/accounts'
import { silentLogger } from '@klinke/foundation'
import { systemClock } from '@klinke/platform'
import type { TestClient, TestCluster } from '@klinke/platform/test-support'
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

const facts = async (client: TestClient, first: string) => (await client('GET', `/number-ranges/${first}`)).body

test('a block of 10,000 has no row for each number, and each one leads, is shown and stands as others do', async () => {
  await using running = await pbxApi(cluster)
  const { operator, asAlice, alice, bob, database, directory, extension } = running
  const assigned = await operator('POST', '/numbers', { tenantId: alice, first: '+492215000000', size: 10_000 })
  assert.deepEqual([assigned.status, assigned.body.items?.length], [201, 1])
  const rows = () =>
    database.withOperator(
      async (tx) => (await tx.tables<{ phone_number: object }>().selectFrom('phone_number').selectAll().execute()).length,
    )
  assert.equal(await rows(), 0)
  assert.deepEqual([directory.tenantByNumber('+492215004711')?.id, directory.tenant(alice)?.numbers.size], [alice, 10_000])
  assert.equal((await asAlice('GET', '/numbers/+492215004711')).body.destination, null)
  const targetId = await extension('10')
  const led = await asAlice('PATCH', '/numbers/+492215004711', { extensionNumber: '10' })
  assert.partialDeepStrictEqual(led.body, { extensionNumber: '10', block: { first: '+492215000000', size: 10_000 } })
  assert.equal((await asAlice('PATCH', `/extensions/${targetId}`, { outgoingNumber: '+492215000815' })).status, 200)
  assert.equal(await rows(), 2)
  assert.equal(directory.tenant(alice)?.numberDestinations.get('+492215004711')?.kind, 'extension')
  assert.deepEqual(
    (await asAlice('GET', '/numbers')).body.items?.map(({ e164 }) => e164),
    ['+492215000815', '+492215004711'],
  )
  assert.equal((await asAlice('GET', '/numbers/+492215010000')).status, 404)
  assert.equal((await operator('DELETE', '/numbers/+492215004711')).status, 409)
  assert.equal((await operator('POST', '/numbers', { tenantId: bob, first: '+492215007777' })).status, 409)
  assert.equal((await operator('DELETE', '/numbers/+492215000000')).status, 204)
  assert.equal(directory.tenantByNumber('+492215004711'), undefined)
  assert.equal((await operator('POST', '/numbers', { tenantId: bob, first: '+492215007777' })).status, 201)
})

for (const [first, size, other, otherSize] of [
  ['+492215000000', 10_000, '+492215007000', 1000],
  ['+492215007000', 1000, '+492215000000', 10_000],
  ['+4922112345670', 10, '+4922112345600', 100],
  ['+4922112345675', 1, '+4922112345670', 10],
] as const) {
  test(`a block of ${otherSize} from ${other} overlaps one of ${size} from ${first} and is refused, to whomever it goes`, async () => {
    await using running = await pbxApi(cluster)
    const { operator, alice, bob } = running
    assert.equal((await operator('POST', '/numbers', { tenantId: alice, first, size })).status, 201)
    for (const tenantId of [alice, bob]) {
      const answer = await operator('POST', '/numbers', { tenantId, first: other, size: otherSize })
      assert.deepEqual([answer.status, answer.body.type], [409, 'urn:klinke:problem:number-taken'])
      assert.ok(String(answer.body.detail).includes(first))
    }
  })
}

test('of two who assign overlapping blocks at a time one is refused', async () => {
  await using running = await pbxApi(cluster)
  const { operator, alice, bob } = running
  const assign = (tenantId: string, first: string, size: number) => operator('POST', '/numbers', { tenantId, first, size })
  const answers = await Promise.all([assign(alice, '+492215000000', 10_000), assign(bob, '+492215007000', 1000)])
  assert.deepEqual(answers.map(({ status }) => status).toSorted(), [201, 409])
})

test('calls reach a number while it is temporary, active or porting out, and see each change at once', async () => {
  await using running = await pbxApi(cluster)
  const { operator, asAlice, alice, directory } = running
  const first = '+4922112345670'
  await operator('POST', '/numbers', { tenantId: alice, first, size: 10, state: 'porting-in', due: '2027-01-15', upstreamCarrier: 'D001' })
  assert.partialDeepStrictEqual(await facts(asAlice, first), {
    state: 'porting-in',
    due: '2027-01-15',
    upstreamCarrier: 'D001',
    ported: true,
  })
  const reached = () => directory.tenantByNumber('+4922112345673') !== undefined
  const becomes = async (state: string) => (await operator('PATCH', `/number-ranges/${first}`, { state })).status
  const seen = [reached()]
  for (const state of ['active', 'porting-out', 'quarantined']) {
    assert.equal(await becomes(state), 200)
    seen.push(reached())
  }
  assert.deepEqual(seen, [false, true, true, false])
  assert.equal(await becomes('ordered'), 409)
  assert.equal((await asAlice('PATCH', `/number-ranges/${first}`, { state: 'active' })).status, 403)
})

test('a quarantined number goes to nobody before its day', async () => {
  await using running = await pbxApi(cluster)
  const { operator, alice } = running
  const first = '+4922112345678'
  await operator('POST', '/numbers', { tenantId: alice, first })
  await operator('PATCH', `/number-ranges/${first}`, { state: 'quarantined', due: '2999-01-01' })
  const early = await operator('DELETE', `/numbers/${first}`)
  assert.deepEqual([early.status, early.body.type], [409, 'urn:klinke:problem:number-quarantined'])
  await operator('PATCH', `/number-ranges/${first}`, { due: '2026-01-01' })
  assert.equal((await operator('DELETE', `/numbers/${first}`)).status, 204)
})

test('a temporary number stands beside the one that is ported, and may stay (TRK-17)', async () => {
  await using running = await pbxApi(cluster)
  const { operator, asAlice, alice, directory } = running
  const [old, temporary] = ['+4922112345678', '+4922155500']
  await operator('POST', '/numbers', { tenantId: alice, first: old, state: 'porting-in' })
  const stray = await operator('POST', '/numbers', { tenantId: alice, first: temporary, state: 'temporary', temporaryFor: '+4922199999' })
  assert.deepEqual([stray.status, stray.body.type], [422, 'urn:klinke:problem:temporary-for-nothing'])
  await operator('POST', '/numbers', { tenantId: alice, first: temporary, state: 'temporary', temporaryFor: old })
  const reached = () => [old, temporary].map((number) => directory.tenantByNumber(number) !== undefined)
  assert.deepEqual(reached(), [false, true])
  await operator('PATCH', `/number-ranges/${old}`, { state: 'active' })
  assert.deepEqual(reached(), [true, true])
  assert.equal((await facts(asAlice, temporary)).temporaryFor, old)
})

for (const [rule, before, number, refused] of [
  ['blocks-only', [], { first: '+4922112345678' }, 'new-single-number'],
  ['blocks-only', [{ first: '+4922112345670', size: 10 }], { first: '+4922155500' }, 'new-single-number'],
  ['blocks-only', [], { first: '+4922112345670', size: 10 }, undefined],
  ['blocks-only', [], { first: '+4922112345678', ported: true }, undefined],
  ['blocks-only', [], { first: '+4922112345678', state: 'porting-in' }, undefined],
  ['blocks-only', [], { first: '+498001234567' }, undefined],
  ['singles-beside-blocks', [], { first: '+4922155500' }, 'new-single-number'],
  ['singles-beside-blocks', [{ first: '+4922112345670', size: 10 }], { first: '+4922155500' }, undefined],
  ['any', [], { first: '+4922155500' }, undefined],
] as const) {
  const beside = before.length === 0 ? '' : ' beside a block'
  test(`${JSON.stringify(number)}${beside} is ${refused === undefined ? 'assigned' : 'refused'} where new numbers are "${rule}" (NUM-03)`, async () => {
    await using running = await pbxApi(cluster)
    const { operator, alice } = running
    await operator('PATCH', `/tenants/${alice}`, { profile: { newNumbers: rule } })
    for (const block of before) await operator('POST', '/numbers', { tenantId: alice, ...block })
    const answer = await operator('POST', '/numbers', { tenantId: alice, ...number })
    assert.equal(answer.body.type, refused && `urn:klinke:problem:${refused}`)
  })
}

test('a geographic number is of the Ortsnetz of its site, which a document proves where the product wants it (NUM-02)', async () => {
  await using running = await pbxApi(cluster)
  const { operator, asAlice, alice } = running
  await operator('PATCH', `/tenants/${alice}`, { profile: { requireProofOfLocation: true } })
  const assign = async (first: string) =>
    (await operator('POST', '/numbers', { tenantId: alice, first })).body.type?.toString().split(':').at(-1)
  assert.equal(await assign('+4922155500'), 'proof-missing')
  const site = (await asAlice('POST', '/sites', { name: 'Köln', areaCode: '221' })).body
  assert.deepEqual([await assign('+493023125000'), await assign('+4922155500')], ['wrong-ortsnetz', 'proof-missing'])
  assert.equal(await assign('+4932211234567'), undefined)
  const pdf = { 'content-type': 'application/pdf' }
  await asAlice('POST', `/sites/${String(site.id)}/proofs?name=Handelsregister`, Buffer.from('%PDF-1.7'), pdf)
  assert.equal(await assign('+4922155500'), undefined)
})

test('calls beyond a block are counted there and told in the API (NUM-05)', async () => {
  await using running = await pbxApi(cluster)
  const { operator, asAlice, alice, database } = running
  await operator('POST', '/numbers', { tenantId: alice, first: '+4922112345670', size: 10 })
  for (const calls of [2, 1]) {
    const counts = new BeyondCounts({ database, clock: systemClock(), logger: silentLogger })
    for (let n = 0; n < calls; n++) counts.note('+4922112345670')
    counts.note('+4922199999990')
    await counts.close()
  }
  const { beyondCalls, lastBeyondAt } = await facts(asAlice, '+4922112345670')
  assert.deepEqual([beyondCalls, typeof lastBeyondAt], [3, 'string'])
})

for (const size of [10, 1000]) {
  test(`whether digits behind a block of ${size} reach its numbers is the operator's to say, and calls see it (NUM-05)`, async () => {
    await using running = await pbxApi(cluster)
    const { operator, asAlice, alice, directory } = running
    const first = `+4922112345${'0'.repeat(Math.log10(size))}`
    await operator('POST', '/numbers', { tenantId: alice, first, size })
    const range = `/number-ranges/${first}`
    const seen = () => directory.tenant(alice)?.numbers.get(`${first.slice(0, -1)}7`)?.noneBeyond
    assert.deepEqual([(await asAlice('GET', range)).body.digitsBeyond, seen()], ['allowed', undefined])
    assert.equal((await asAlice('PATCH', range, { digitsBeyond: 'forbidden' })).status, 403)
    assert.equal((await operator('PATCH', range, { digitsBeyond: 'forbidden' })).body.digitsBeyond, 'forbidden')
    assert.equal(seen(), true)
  })
}

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
