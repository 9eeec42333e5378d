import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import {
  accountsMigrations,
  assignNumbers,
  DEFAULT_PROFILE,
  insertSite,
  insertTenant,
  numberProblems,
  siteProblems,
} from '@klinke/accounts'
import { seededRandom, silentLogger } from '@klinke/foundation'
import { pbxMigrations, StoredDirectory } from '@klinke/pbx'
import { auditRoutes, platformMigrations, systemClock } from '@klinke/platform'
import { type TestClient, type TestCluster, testApi, testCluster } from '@klinke/platform/test-support'
import { ha1s } from '@klinke/sip'
import { sql } from 'kysely'
import { trunksMigrations } from '../migrations.ts'
import { customerTrunkRoutes } from './routes.ts'
import { customerTrunkProblems } from './rules.ts'
import { StoredCustomerTrunks } from './stored-customer-trunks.ts'

let cluster: TestCluster
before(async () => {
  cluster = await testCluster([platformMigrations, accountsMigrations, pbxMigrations, trunksMigrations])
})
after(() => cluster[Symbol.asyncDispose]())

const HUNDRED = '+49221123400'
const NEXT_HUNDRED = '+49221123500'
const TEN = '+4922166660'
const SINGLES = ['+4922155551', '+4922155552', '+4922155553', '+4922155554', '+4922155555', '+4922155556']
const THOUSAND = '+492217777000'

async function world() {
  const opened = await cluster.database()
  const { database } = opened
  const tenant = async (name: string, minTrunkChannels?: number) => {
    const profile = minTrunkChannels === undefined ? DEFAULT_PROFILE : { ...DEFAULT_PROFILE, minTrunkChannels }
    return (await database.withOperator((tx) => insertTenant(tx, { name, sipDomain: `${name}.example.org`, areaCode: '221', profile }))).id
  }
  const [alice, bob] = [await tenant('alice'), await tenant('bob', 10)]
  await database.withOperator(async (tx) => {
    for (const [first, size] of [
      ...SINGLES.map((one) => [one, 1] as const),
      [HUNDRED, 100],
      [NEXT_HUNDRED, 100],
      [TEN, 10],
      [THOUSAND, 1000],
    ] as const)
      await assignNumbers(tx, { tenantId: alice, first, size })
  })
  const random = seededRandom(7)
  const server = () => ({ host: 'sip.example.net', sipPort: 5060, sipsPort: 5061, baseUrl: 'https://example.net' })
  const routes = [customerTrunkRoutes({ database, random, server }), auditRoutes(database)]
  const api = await testApi(database, routes, [customerTrunkProblems, numberProblems, siteProblems])
  const trunks = await StoredCustomerTrunks.open({ database, clock: systemClock(), logger: silentLogger })
  const directory = await StoredDirectory.open({ database, clock: systemClock(), logger: silentLogger })
  const operator = await api.client({ kind: 'operator' })
  return {
    ...{ database, alice, bob, trunks, operator },
    /** As calls find it. */
    trunkOf: (e164: string): string | undefined => {
      const to = directory.tenant(alice)?.numberDestinations.get(e164)
      return to?.kind === 'trunk' ? to.targetId : undefined
    },
    asAlice: await api.client({ kind: 'tenant', tenantId: alice }),
    asBob: await api.client({ kind: 'tenant', tenantId: bob }),
    sell: async (over: object) => {
      const sold = await operator('POST', '/customer-trunks', { tenantId: alice, name: 'PBX', channels: 10, ...over })
      assert.equal(sold.status, 201, String(sold.body.detail))
      return sold.body
    },
    [Symbol.asyncDispose]: async () => {
      await directory[Symbol.asyncDispose]()
      await trunks[Symbol.asyncDispose]()
      await api[Symbol.asyncDispose]()
      await opened[Symbol.asyncDispose]()
    },
  }
}

const CONNECT = { product: 'extended-connect', ranges: [HUNDRED] }
const typeOf = (answer: Awaited<ReturnType<TestClient>>) => [answer.status, String(answer.body.type).split(':').at(-1)]
const change = (client: TestClient, id: unknown, body: object) => client('POST', `/customer-trunks/${String(id)}/changes`, body)
const led = async ({ database }: Awaited<ReturnType<typeof world>>, id: unknown): Promise<number> => {
  const { rows } = await database.withOperator((tx) =>
    sql<{ count: string }>`SELECT count(*) FROM phone_number WHERE destination ->> 'targetId' = ${String(id)}`.execute(tx.tables()),
  )
  return Number(rows[0]?.count)
}

test('extended has an account for each block; its password is shown once, and only its HA1 is kept', async () => {
  await using made = await world()
  const { sell, asAlice, trunks, alice } = made
  const sold = await sell({ product: 'extended', ranges: [HUNDRED, NEXT_HUNDRED] })
  const accounts = sold.accounts as { username: string; password: string; domain: string; block: string }[]
  assert.deepEqual(
    accounts.map(({ block, domain }) => [block, domain]),
    [
      [HUNDRED, 'alice.example.org'],
      [NEXT_HUNDRED, 'alice.example.org'],
    ],
  )
  const [first] = accounts
  const found = trunks.byLogin(first?.username ?? '', 'alice.example.org')
  assert.deepEqual(found?.login.ha1, ha1s(first?.username ?? '', 'alice.example.org', first?.password ?? ''))
  const shown = await asAlice('GET', `/customer-trunks/${String(sold.id)}`)
  assert.ok(!JSON.stringify(shown.body).includes(first?.password ?? '-'))
  assert.ok(!JSON.stringify(shown.body).includes(found?.login.ha1.md5 ?? '-'))
  assert.equal(trunks.ofTenant(alice).length, 1)
  assert.equal(await led(made, sold.id), 200)
})

test('RFC 9409, RFC 10006: a trunk tells where its capability set is, and that says how to peer', async () => {
  await using made = await world()
  const sold = await made.sell({ product: 'basic', ranges: [SINGLES[0]] })
  const shown = await made.asAlice('GET', `/customer-trunks/${String(sold.id)}`)
  const link = /^<([^>]+)>; rel="sip-trunking-capability"/.exec(String(shown.headers.link))?.[1] ?? ''
  const set = await made.asAlice('GET', link.replace('/api/v1', ''))
  assert.equal(set.status, 200)
  assert.match(String(set.headers['content-type']), /^application\/json/)
  assert.match(JSON.stringify(set.body), new RegExp(`"location":"https://example.net${link}"`))
  assert.match(JSON.stringify(set.body), /"registrar":\[\{"host":"sip.example.net","port":5060\}\].*"4922155551"/)
})

test('files for PBXes are given for the systems that the trunk can be at', async () => {
  await using made = await world()
  const { id } = await made.sell(CONNECT)
  const path = `/customer-trunks/${String(id)}/configurations`
  const systems = (await made.asAlice('GET', path)).body.items?.map(({ system }) => system)
  assert.deepEqual(systems, ['asterisk', 'freeswitch', '3cx', 'fritz-box'])
  const german = await made.asAlice('GET', `${path}/asterisk`, undefined, { 'accept-language': 'de' })
  assert.match(String(german.body.text), /; Rufnummern: \+49221123400.*outbound_proxy=sip:sip\.example\.net:5060.*HIER-DAS-KENNWORT/s)
  assert.equal((await made.asAlice('GET', `${path}/microsoft-sbc`)).status, 404)
  assert.equal((await made.asBob('GET', `${path}/asterisk`)).status, 404)
})

test('what a product does not allow is refused by the name of the rule', async () => {
  await using made = await world()
  const { operator, alice, bob, sell } = made
  const refusedAs = async (over: object) =>
    typeOf(await operator('POST', '/customer-trunks', { tenantId: alice, name: 'No', channels: 10, ...over }))
  assert.deepEqual(await refusedAs({ product: 'extended', ranges: [SINGLES[0]] }), [422, 'trunk-singles-not-allowed'])
  assert.deepEqual(await refusedAs({ product: 'extended-link' }), [422, 'trunk-places-missing'])
  assert.deepEqual(await refusedAs({ product: 'basic', channels: 12 }), [422, 'trunk-channels-not-sold'])
  assert.deepEqual(await refusedAs({ ...CONNECT, ranges: [THOUSAND] }), [422, 'trunk-numbers-above-ceiling'])
  assert.deepEqual(await refusedAs({ ...CONNECT, ranges: ['+4922112345'] }), [422, 'trunk-number-unknown'])
  assert.deepEqual(await refusedAs({ ...CONNECT, headNumber: SINGLES[0] }), [422, 'trunk-head-number-not-here'])
  assert.deepEqual(await refusedAs({ ...CONNECT, tenantId: bob, channels: 4, ranges: [] }), [422, 'trunk-below-minimum'])
  await sell(CONNECT)
  assert.deepEqual(await refusedAs(CONNECT), [409, 'trunk-number-led-elsewhere'])
  assert.deepEqual(await refusedAs({ product: 'basic', name: 'PBX' }), [409, 'trunk-name-taken'])
})

test('the customer changes its names and formats and renews passwords; what is sold it only sees', async () => {
  await using made = await world()
  const { sell, asAlice, asBob, trunks } = made
  const sold = await sell(CONNECT)
  const path = `/customer-trunks/${String(sold.id)}`
  const changed = await asAlice('PATCH', path, { name: 'Haupthaus', numberFormat: 'national', headNumber: HUNDRED })
  assert.partialDeepStrictEqual(changed.body, { name: 'Haupthaus', numberFormat: 'national', headNumber: HUNDRED, channels: 10 })
  assert.equal(trunks.trunk(String(sold.id))?.headNumber, HUNDRED)
  assert.deepEqual(typeOf(await asAlice('PATCH', path, { channels: 100 })), [403, 'operator-only'])
  assert.equal((await asAlice('POST', '/customer-trunks', { ...CONNECT, name: 'x', channels: 10 })).status, 403)
  assert.equal((await asAlice('DELETE', path)).status, 403)
  assert.deepEqual([(await asBob('GET', path)).status, (await asBob('PATCH', path, { name: 'Bob' })).status], [404, 404])
  const [before] = sold.accounts as { loginId: string; username: string; password: string }[]
  const renewed = await asAlice('POST', `${path}/logins/${before?.loginId ?? ''}/password`)
  assert.equal(renewed.body.username, before?.username)
  assert.notEqual(renewed.body.password, before?.password)
  const kept = trunks.byLogin(before?.username ?? '', 'alice.example.org')?.login.ha1
  assert.deepEqual(kept, ha1s(String(before?.username), 'alice.example.org', String(renewed.body.password)))
})

test('a change of another place, by who has not seen it, is refused (If-Match)', async () => {
  await using made = await world()
  const path = `/customer-trunks/${String((await made.sell(CONNECT)).id)}`
  const { etag } = (await made.asAlice('GET', path)).headers
  await made.operator('PATCH', path, { channels: 20 })
  assert.equal((await made.asAlice('PATCH', path, { name: 'Neu' }, { 'if-match': String(etag) })).status, 412)
})

test('TRK-16: up to five single numbers come and go, and taking the change back leads them as before', async () => {
  await using made = await world()
  const { sell, operator } = made
  const { id } = await sell(CONNECT)
  assert.deepEqual(typeOf(await change(operator, id, { kind: 'numbers', add: SINGLES })), [422, 'trunk-change-too-large'])
  const added = await change(operator, id, { kind: 'numbers', add: SINGLES.slice(0, 5) })
  assert.equal(added.status, 201, String(added.body.detail))
  assert.equal(await led(made, id), 105)
  const swapped = await change(operator, id, { kind: 'numbers', add: [SINGLES[5]], remove: [SINGLES[0]] })
  assert.equal(await led(made, id), 105)
  const undo = (changeId: unknown) => operator('POST', `/customer-trunks/${String(id)}/changes/${String(changeId)}/undo`)
  assert.deepEqual(typeOf(await undo(added.body.id)), [409, 'trunk-changed-since'])
  assert.equal((await undo(swapped.body.id)).status, 200)
  assert.equal((await undo(added.body.id)).status, 200)
  assert.equal(await led(made, id), 100)
  assert.equal((await undo(added.body.id)).status, 404)
})

test('TRK-16: fixed addresses and registration are exchanged; taken back, the old password holds again', async () => {
  await using made = await world()
  const { sell, operator, asAlice, trunks } = made
  const sold = await sell(CONNECT)
  const [account] = sold.accounts as { username: string; password: string }[]
  const wanted = { kind: 'access', access: 'fixed-ip', places: [{ host: 'PBX.Example.net' }] }
  const told = await asAlice('POST', `/customer-trunks/${String(sold.id)}/changes/preview`, wanted)
  assert.equal(told.status, 200)
  assert.match(JSON.stringify([told.body.effects, told.body.needs]), /pbx\.example\.net.*Firewall/s)
  assert.equal(trunks.trunk(String(sold.id))?.access.kind, 'registration', 'a preview does nothing')
  assert.deepEqual(typeOf(await change(asAlice, sold.id, wanted)), [403, 'operator-only'])
  const made1 = await change(operator, sold.id, wanted)
  assert.deepEqual(trunks.trunk(String(sold.id))?.access, { kind: 'fixed-ip', places: [{ host: 'pbx.example.net', port: undefined }] })
  assert.equal(trunks.byLogin(account?.username ?? '', 'alice.example.org'), undefined)
  await operator('POST', `/customer-trunks/${String(sold.id)}/changes/${String(made1.body.id)}/undo`)
  const back = trunks.byLogin(account?.username ?? '', 'alice.example.org')?.login.ha1
  assert.deepEqual(back, ha1s(account?.username ?? '', 'alice.example.org', account?.password ?? ''))
})

test('TRK-16: the customer itself says that its PBX has moved to other addresses', async () => {
  await using made = await world()
  const { sell, asAlice, trunks } = made
  const { id } = await sell({ product: 'extended-link', ranges: [HUNDRED], places: [{ host: '192.0.2.1' }] })
  const moved = await change(asAlice, id, { kind: 'places', places: [{ host: '192.0.2.2' }, { host: '192.0.2.3', port: 5071 }] })
  assert.equal(moved.status, 201, String(moved.body.detail))
  assert.deepEqual(trunks.trunk(String(id))?.access, {
    kind: 'fixed-ip',
    places: [
      { host: '192.0.2.2', port: undefined },
      { host: '192.0.2.3', port: 5071 },
    ],
  })
  assert.equal((await asAlice('POST', `/customer-trunks/${String(id)}/changes/${String(moved.body.id)}/undo`)).status, 200)
  assert.deepEqual(typeOf(await change(asAlice, id, { kind: 'places', places: [{ host: '192.0.2.1' }] })), [422, 'trunk-nothing-changed'])
})

test('TRK-16: another product keeps channels and numbers, and brings the accounts that it needs', async () => {
  await using made = await world()
  const { sell, operator, trunks } = made
  const { id } = await sell({ ...CONNECT, ranges: [HUNDRED, NEXT_HUNDRED] })
  const swapped = await change(operator, id, { kind: 'product', product: 'extended' })
  assert.equal(swapped.status, 201, String(swapped.body.detail))
  assert.equal((swapped.body.accounts as unknown[]).length, 2)
  assert.partialDeepStrictEqual(trunks.trunk(String(id)), { product: 'extended', channels: 10, signalling: 'sip-ddi' })
  assert.deepEqual(typeOf(await change(operator, id, { kind: 'product', product: 'extended-link' })), [422, 'trunk-places-missing'])
  assert.deepEqual(typeOf(await change(operator, id, { kind: 'product', product: 'basic' })), [422, 'trunk-blocks-not-allowed'])
})

test('TRK-16: numbers of the trunk are put at sites of their Ortsnetz', async () => {
  await using made = await world()
  const { sell, operator, database, alice } = made
  const site = (name: string, areaCode: string) =>
    database.withTenant(alice, (tx) => insertSite(tx, { tenantId: alice, name, areaCode, addresses: [] }))
  await site('Köln', '221')
  const [other, bonn] = [await site('Deutz', '221'), await site('Bonn', '228')]
  const { id } = await sell(CONNECT)
  const put = (siteId: string) => change(operator, id, { kind: 'sites', at: [{ range: HUNDRED, siteId }] })
  assert.deepEqual(typeOf(await put(bonn.id)), [422, 'wrong-ortsnetz'])
  assert.equal((await put(other.id)).status, 201)
  const shown = await operator('GET', `/customer-trunks/${String(id)}`)
  assert.partialDeepStrictEqual(shown.body, { ranges: [{ first: HUNDRED, siteId: other.id }] })
})

test('a block of a thousand leads to the trunk, and goes with it only once it is taken away', async () => {
  await using made = await world()
  const { sell, operator, trunks } = made
  const { id } = await sell({ ...CONNECT, channels: 30, ranges: [THOUSAND] })
  assert.equal(await led(made, id), 0, 'none of its numbers needs a row')
  const { trunkOf } = made
  assert.deepEqual(['+492217777000', '+492217777999', '+492217778000'].map(trunkOf), [id, id, undefined])
  const remove = () => operator('DELETE', `/customer-trunks/${String(id)}`)
  const refused = await remove()
  assert.deepEqual(typeOf(refused), [409, 'trunk-in-use'])
  assert.deepEqual(refused.body.usedBy, [{ kind: 'number', id: THOUSAND, name: THOUSAND }])
  await change(operator, id, { kind: 'numbers', remove: [THOUSAND] })
  assert.equal(trunkOf('+492217777000'), undefined)
  assert.equal((await remove()).status, 204)
  assert.equal(trunks.trunk(String(id)), undefined)
})

test('each change is in the audit log, with what was before and without anything that proves an account', async () => {
  await using made = await world()
  const { sell, operator, asAlice } = made
  const sold = await sell(CONNECT)
  await change(operator, sold.id, { kind: 'product', product: 'extended' })
  const log = await asAlice('GET', '/audit-log?limit=100')
  const text = JSON.stringify(log.body)
  assert.ok(text.includes('customer_trunk_change') && text.includes('extended-connect'))
  assert.doesNotMatch(text, /"md5":"[0-9a-f]{32}"|"ha1_md5":"[0-9a-f]/)
})

test('the catalogue tells the products, the ceilings and the bandwidths', async () => {
  await using made = await world()
  const { body } = await made.asAlice('GET', '/customer-trunks/catalogue')
  assert.equal((body.products as unknown[]).length, 4)
  assert.deepEqual((body.ceilings as unknown[])[0], { channels: 4, freeNumbers: 30, maxNumbers: 100 })
  assert.equal((body.bandwidths as unknown[]).length, 4)
})
