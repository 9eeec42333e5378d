/** Sites over the API, with the numbers and extensions that are there (NUM-02, NUM-07, EMG-01, EMG-06). */
import assert from 'node:assert/strict'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { emergencyLine } from '@klinke/accounts'
import type { TestAnswer, TestCluster } from '@klinke/platform/test-support'
import { type PbxApi, pbxApi, pbxCluster } from '../test-support/pbx-api.ts'

let cluster: TestCluster
before(async () => {
  cluster = await pbxCluster()
})
after(() => cluster[Symbol.asyncDispose]())

const ADDRESS = { street: 'Neumarkt', houseNumber: '1', postalCode: '50667', city: 'Köln' }
const PDF = Buffer.from('%PDF-1.7\n%%EOF\n')

/** Id of a new site of alice. */
async function site({ asAlice }: PbxApi, name: string, areaCode: string, address: typeof ADDRESS | null = ADDRESS): Promise<string> {
  const answer = await asAlice('POST', '/sites', { name, areaCode, address })
  assert.equal(answer.status, 201, String(answer.body.detail))
  return String(answer.body.id)
}

function problem(answer: TestAnswer): readonly unknown[] {
  return [answer.status, String(answer.body.type).replace('urn:klinke:problem:', '')]
}

test('the first site is the main one, another can become it, and the list begins with it', async () => {
  await using running = await pbxApi(cluster)
  const { asAlice } = running
  const [cologne, berlin] = [await site(running, 'Köln', '221'), await site(running, 'Berlin', '30')]
  assert.deepEqual(
    [(await asAlice('GET', `/sites/${cologne}`)).body.main, (await asAlice('GET', `/sites/${berlin}`)).body.main],
    [true, false],
  )
  assert.equal((await asAlice('PATCH', `/sites/${berlin}`, { main: true })).body.main, true)
  assert.deepEqual(
    (await asAlice('GET', '/sites')).body.items?.map(({ name }) => name),
    ['Berlin', 'Köln'],
  )
  assert.deepEqual(problem(await asAlice('POST', '/sites', { name: 'Berlin', areaCode: '30' })), [409, 'site-name-taken'])
})

test('calls see sites, where extensions and numbers stand, and another choice at once', async () => {
  await using running = await pbxApi(cluster)
  const { operator, asAlice, alice, directory } = running
  const [, berlin] = [await site(running, 'Köln', '221'), await site(running, 'Berlin', '30')]
  await operator('POST', '/numbers', { tenantId: alice, first: '+4922112345670', size: 10 })
  await operator('POST', '/numbers', { tenantId: alice, first: '+493023125000', siteId: berlin })
  await operator('POST', '/numbers', { tenantId: alice, first: '+493023125001', siteId: berlin })
  const shown = () => {
    const tenant = directory.tenant(alice)
    return ['10', '11'].map((number) => {
      const extension = tenant?.extensions.get(number)
      return tenant && extension && emergencyLine(tenant, extension).number
    })
  }
  await asAlice('POST', '/extensions', { number: '10', name: 'Anna', outgoingNumber: '+4922112345675' })
  await asAlice('POST', '/extensions', { number: '11', name: 'Bernd', siteId: berlin, outgoingNumber: '+4922112345675' })
  assert.deepEqual(shown(), ['+4922112345670', '+493023125000'])
  const chosen = await asAlice('PATCH', `/sites/${berlin}`, { emergencyNumber: '+493023125001' })
  assert.partialDeepStrictEqual(chosen.body, { emergencyNumber: '+493023125001', shownToEmergency: '+493023125001', flaws: [] })
  assert.deepEqual(shown(), ['+4922112345670', '+493023125001'])
})

test('only a geographic number of the site can be chosen to be shown to 110 and 112 (EMG-05)', async () => {
  await using running = await pbxApi(cluster)
  const { operator, asAlice, alice, bob } = running
  const [cologne, berlin] = [await site(running, 'Köln', '221'), await site(running, 'Berlin', '30')]
  for (const number of [
    { tenantId: alice, first: '+493023125000', siteId: berlin },
    { tenantId: alice, first: '+4932211234567' },
    { tenantId: alice, first: '+4922112345670', state: 'porting-in' },
    { tenantId: bob, first: '+4922112345678' },
  ])
    assert.equal((await operator('POST', '/numbers', number)).status, 201)
  for (const emergencyNumber of ['+493023125000', '+4932211234567', '+4922112345670', '+4922112345678', '+4922112345679'])
    assert.deepEqual(problem(await asAlice('PATCH', `/sites/${cologne}`, { emergencyNumber })), [422, 'not-number-of-site'])
})

test('a geographic number stands only at a site in its Ortsnetz, and a site does not leave it (NUM-02)', async () => {
  await using running = await pbxApi(cluster)
  const { operator, asAlice, alice } = running
  const [cologne, berlin] = [await site(running, 'Köln', '221'), await site(running, 'Berlin', '30')]
  const first = '+4922112345678'
  assert.deepEqual(problem(await operator('POST', '/numbers', { tenantId: alice, first, siteId: berlin })), [422, 'wrong-ortsnetz'])
  await operator('POST', '/numbers', { tenantId: alice, first, siteId: cologne })
  assert.deepEqual(problem(await asAlice('PATCH', `/numbers/${first}`, { siteId: berlin })), [422, 'wrong-ortsnetz'])
  const moved = await asAlice('PATCH', `/sites/${cologne}`, { areaCode: '228' })
  assert.deepEqual(problem(moved), [409, 'area-code-in-use'])
  assert.match(String(moved.body.detail), /\+4922112345678/)
  await operator('POST', '/numbers', { tenantId: alice, first: '+498001234567', siteId: berlin })
  assert.equal((await asAlice('PATCH', `/sites/${berlin}`, { areaCode: '331' })).body.areaCode, '331')
})

test('a site in use is not deleted, and the answer names what is there', async () => {
  await using running = await pbxApi(cluster)
  const { operator, asAlice, alice } = running
  const [cologne, berlin] = [await site(running, 'Köln', '221'), await site(running, 'Berlin', '30')]
  await operator('POST', '/numbers', { tenantId: alice, first: '+493023125000', siteId: berlin })
  const extension = await asAlice('POST', '/extensions', { number: '10', name: 'Anna', siteId: berlin })
  const refused = await asAlice('DELETE', `/sites/${berlin}`)
  assert.deepEqual(problem(refused), [409, 'site-in-use'])
  assert.deepEqual(
    (refused.body.usedBy as readonly { kind: string }[]).map(({ kind }) => kind),
    ['extension', 'number'],
  )
  assert.deepEqual(problem(await asAlice('DELETE', `/sites/${cologne}`)), [409, 'main-site'])
  await asAlice('PATCH', `/extensions/${String(extension.body.id)}`, { siteId: null })
  await operator('DELETE', '/numbers/+493023125000')
  assert.equal((await asAlice('DELETE', `/sites/${berlin}`)).status, 204)
  assert.deepEqual(problem(await asAlice('DELETE', `/sites/${cologne}`)), [409, 'site-in-use'])
})

test('where the product wants it, an extension is made only at a site where help finds it (EMG-01, NUM-07)', async () => {
  await using running = await pbxApi(cluster)
  const { operator, asAlice, alice } = running
  await operator('PATCH', `/tenants/${alice}`, { profile: { requireValidSite: true } })
  const make = () => asAlice('POST', '/extensions', { number: '10', name: 'Anna' })
  const none = await make()
  assert.deepEqual(problem(none), [422, 'site-not-valid'])
  assert.match(String(none.body.detail), /POST \/sites/)
  const cologne = await site(running, 'Köln', '221', null)
  assert.match(String((await make()).body.detail), /no address yet .*, and it has no geographic number/)
  await asAlice('PATCH', `/sites/${cologne}`, { address: ADDRESS })
  assert.match(String((await make()).body.detail), /it has no geographic number of its Ortsnetz/)
  await operator('POST', '/numbers', { tenantId: alice, first: '+4922112345678' })
  const made = await make()
  assert.equal(made.status, 201)
  const berlin = await site(running, 'Berlin', '30', null)
  const there = await asAlice('PATCH', `/extensions/${String(made.body.id)}`, { siteId: berlin })
  assert.deepEqual(problem(there), [422, 'site-not-valid'])
})

test('an extension stands at no site of another tenant', async () => {
  await using running = await pbxApi(cluster)
  const { asAlice, asBob, bob, operator } = running
  const cologne = await site(running, 'Köln', '221')
  assert.deepEqual(problem(await asBob('POST', '/extensions', { number: '10', name: 'Bob', siteId: cologne })), [422, 'no-such-site'])
  await operator('POST', '/numbers', { tenantId: bob, first: '+4922112345678' })
  assert.deepEqual(problem(await asBob('PATCH', '/numbers/+4922112345678', { siteId: cologne })), [422, 'no-such-site'])
  for (const answer of [await asBob('GET', `/sites/${cologne}`), await asBob('DELETE', `/sites/${cologne}`)])
    assert.equal(answer.status, 404)
  assert.equal((await asAlice('GET', '/sites')).body.items?.length, 1)
})

test('an address is corrected at once with its history, and a move is planned a week before and given up (EMG-06)', async () => {
  await using running = await pbxApi(cluster)
  const { asAlice } = running
  const cologne = await site(running, 'Köln', '221')
  const corrected = await asAlice('PATCH', `/sites/${cologne}`, { address: { ...ADDRESS, houseNumber: '1a' } })
  assert.partialDeepStrictEqual(corrected.body, {
    address: { houseNumber: '1a' },
    addresses: [{ houseNumber: '1' }, { houseNumber: '1a' }],
  })
  const day = (days: number) => Temporal.Now.plainDateISO('Europe/Berlin').add({ days }).toString()
  const plan = (from: string, to: object = {}) =>
    asAlice('POST', `/sites/${cologne}/move`, { from, areaCode: '221', address: { ...ADDRESS, street: 'Rudolfplatz' }, ...to })
  assert.deepEqual(problem(await plan(day(6))), [422, 'move-too-soon'])
  const planned = await plan(day(8))
  assert.partialDeepStrictEqual(planned.body, { address: { street: 'Neumarkt' }, plannedMove: { street: 'Rudolfplatz', from: day(8) } })
  const berlin = { ...ADDRESS, postalCode: '10115', city: 'Berlin' }
  assert.deepEqual(problem(await plan(day(8), { address: berlin, areaCode: '30' })), [409, 'move-leaves-ortsnetz'])
  const contradiction = await plan(day(8), { address: berlin })
  assert.deepEqual(problem(contradiction), [409, 'town-elsewhere'])
  assert.match(String(contradiction.body.detail), /Berlin.*030 \(Berlin\).*0221 \(Köln\)/)
  assert.deepEqual(problem(await plan(day(8), { areaCode: undefined })), [400, 'invalid-request'])
  assert.partialDeepStrictEqual((await asAlice('GET', `/sites/${cologne}`)).body, { plannedMove: { street: 'Rudolfplatz' } })
  assert.equal((await plan(day(8), { address: berlin, confirmed: true })).status, 200)
  assert.equal((await asAlice('DELETE', `/sites/${cologne}/move`)).status, 204)
  assert.equal((await asAlice('DELETE', `/sites/${cologne}/move`)).status, 404)
})

test('a change of a site that another one has changed meanwhile is refused (If-Match), and the audit log tells who', async () => {
  await using running = await pbxApi(cluster)
  const { asAlice } = running
  const cologne = await site(running, 'Köln', '221')
  const etag = String((await asAlice('GET', `/sites/${cologne}`)).headers.etag)
  await asAlice('PATCH', `/sites/${cologne}`, { name: 'Zentrale' })
  const late = await asAlice('PATCH', `/sites/${cologne}`, { name: 'Filiale' }, { 'if-match': etag })
  assert.equal(late.status, 412)
  assert.ok(late.body.changedBy)
})

test('proof of the location is kept with who and when, downloaded as it was, and seen by nobody else (NUM-02)', async () => {
  await using running = await pbxApi(cluster)
  const { asAlice, asBob, alice, dataDir } = running
  const cologne = await site(running, 'Köln', '221')
  const upload = (body: Buffer) =>
    asAlice('POST', `/sites/${cologne}/proofs?name=Handelsregister`, body, { 'content-type': 'application/pdf' })
  assert.deepEqual(problem(await upload(Buffer.from('<html>'))), [422, 'proof-unusable'])
  const kept = await upload(PDF)
  assert.partialDeepStrictEqual(kept.body, { name: 'Handelsregister', mediaType: 'application/pdf', octets: PDF.length })
  assert.ok(kept.body.uploadedBy)
  const path = `/sites/${cologne}/proofs/${String(kept.body.id)}`
  const read = await asAlice('GET', path)
  assert.deepEqual([read.status, read.headers['content-type']], [200, 'application/pdf'])
  assert.equal((await asBob('GET', path)).status, 404)
  assert.equal(((await asAlice('GET', `/sites/${cologne}`)).body.proofs as readonly unknown[]).length, 1)
  assert.equal((await asAlice('DELETE', `/sites/${cologne}`)).status, 204)
  assert.equal((await asAlice('GET', path)).status, 404)
  assert.deepEqual(await readdir(join(dataDir, 'blobs', alice)), [], 'its file is gone with it')
})
