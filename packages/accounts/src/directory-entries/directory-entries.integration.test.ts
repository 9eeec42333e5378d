/** Directory entries against PostgreSQL, from the form to the publisher's file (ORD-04, PRI-03). */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { platformMigrations } from '@klinke/platform'
import { readPdf, type TestAnswer, type TestCluster, testApi, testCluster } from '@klinke/platform/test-support'
import { VirtualClock } from '@klinke/testbed'
import { accountsMigrations } from '../migrations.ts'
import { updateRange } from '../numbers/range-store.ts'
import { assignNumbers } from '../numbers/store.ts'
import { insertSite } from '../sites/store.ts'
import { DEFAULT_PROFILE } from '../tenants/rules.ts'
import { insertTenant } from '../tenants/store.ts'
import { directoryProblems } from './problems.ts'
import { directoryRoutes } from './routes.ts'
import { type DirectoryTerms, directoryTerms } from './terms.ts'

let cluster: TestCluster
before(async () => {
  cluster = await testCluster([platformMigrations, accountsMigrations])
})
after(() => cluster[Symbol.asyncDispose]())

const BLOCK = '+4922155555500'
const SINGLE = '+49221777777'
const ADDRESS = { street: 'Lange Straße', houseNumber: '7', postalCode: '50667', city: 'Köln' }
const ENTRY = {
  ...{ subscriberNumber: BLOCK, extension: '0', use: 'phone-and-fax', kind: 'company', name: 'Muster GmbH', profession: 'Bäckerei' },
  ...{ address: ADDRESS, printed: 'yes-marked', electronic: true, inquiry: 'full', inverseSearch: true, validFrom: '2030-02-04' },
}

async function opened(terms: Partial<DirectoryTerms> = { standard: 'head-number-with-0' }) {
  const isolated = await cluster.database()
  const { database } = isolated
  const clock = new VirtualClock(Date.parse('2030-02-04T08:00:00Z'))
  const termsOf = () => Promise.resolve(directoryTerms.parse(terms))
  const api = await testApi(database, [directoryRoutes({ database, clock, termsOf })], [directoryProblems])
  const newTenant = (name: string) =>
    database.withOperator((tx) =>
      insertTenant(tx, { name, sipDomain: `${name.slice(0, 5).toLowerCase()}.example`, areaCode: '221', profile: DEFAULT_PROFILE }),
    )
  const [{ id: tenantId }, { id: stranger }] = [await newTenant('Muster GmbH'), await newTenant('Fremd AG')]
  const recorded = { ...ADDRESS, from: '2020-01-01', reason: 'correction', recordedAt: '2020-01-01T00:00:00Z', recordedBy: 'test' } as const
  await database.withOperator(async (tx) => {
    await insertSite(tx, { tenantId, name: 'Zentrale', areaCode: '221', addresses: [recorded] })
    await assignNumbers(tx, { tenantId, first: BLOCK, size: 100 })
    await assignNumbers(tx, { tenantId, first: SINGLE, size: 1 })
  })
  const operator = await api.client({ kind: 'operator' })
  return {
    ...{ database, clock, tenantId, operator },
    customer: await api.client({ kind: 'tenant', tenantId }),
    foreigner: await api.client({ kind: 'tenant', tenantId: stranger }),
    /** Rows of the next file, without its head. */
    nextFile: async (): Promise<readonly (readonly string[])[]> => {
      const made = await operator('POST', '/directory-exports')
      if (problem(made)[1] === 'directory-nothing-to-tell') return []
      assert.equal(made.status, 200, String(made.raw))
      return rowsOf(await operator('GET', `/directory-exports/${String(made.body.number)}/file`))
    },
    [Symbol.asyncDispose]: async () => {
      await api[Symbol.asyncDispose]()
      await isolated[Symbol.asyncDispose]()
    },
  }
}

function rowsOf({ status, raw }: TestAnswer): readonly (readonly string[])[] {
  assert.equal(status, 200)
  return String(raw)
    .trim()
    .split('\r\n')
    .slice(1)
    .map((line) => line.split(';'))
}

function problem(answer: TestAnswer): readonly unknown[] {
  return [answer.status, String(answer.body.type).replace('urn:klinke:problem:', '')]
}

test('ORD-04: an entry is made, told once, changed, told again, deleted, and told as deleted', async () => {
  await using running = await opened()
  const { customer, operator, nextFile } = running
  const made = await customer('POST', '/directory-entries', ENTRY)
  assert.equal(made.status, 201, String(made.raw))
  assert.deepEqual([made.body.publication, made.body.toTell, made.body.searchWord], ['listed', 'create', ''])
  assert.equal((await operator('GET', '/directory-exports/waiting')).body.changes, 1)
  const [row = []] = await nextFile()
  assert.deepEqual(row.slice(0, 8), ['neu', made.body.id, '0221', '555555', '0', 'Telefon und Fax', 'Firma', 'Muster GmbH'])
  assert.deepEqual(problem(await operator('POST', '/directory-exports')), [409, 'directory-nothing-to-tell'])
  const path = `/directory-entries/${String(made.body.id)}`
  assert.equal((await customer('GET', path)).body.toTell, null)
  assert.equal((await customer('PATCH', path, { name: 'Muster AG' })).body.toTell, 'change')
  assert.equal((await customer('PATCH', path, { searchWord: 'Brot' })).status, 200)
  const changed = await nextFile()
  assert.deepEqual(
    changed.map(([what, , , , , , , name, , , , word]) => [what, name, word]),
    [['geändert', 'Muster AG', 'Brot']],
  )
  assert.equal((await customer('DELETE', path)).status, 204)
  assert.deepEqual(
    (await nextFile()).map(([what, id]) => [what, id]),
    [['gelöscht', made.body.id]],
  )
  assert.deepEqual(await nextFile(), [])
})

test('a file can be handed over again until that is noted; then it is not kept, but how much it was is', async () => {
  await using running = await opened()
  const { customer, operator } = running
  await customer('POST', '/directory-entries', ENTRY)
  const { body } = await operator('POST', '/directory-exports')
  const path = `/directory-exports/${String(body.number)}`
  const first = await operator('GET', `${path}/file`)
  assert.match(String(first.headers['content-disposition']), /telefonbuch-000001\.csv/)
  await customer('POST', '/directory-entries', { ...ENTRY, subscriberNumber: SINGLE, extension: null })
  assert.deepEqual((await operator('GET', `${path}/file`)).raw, first.raw)
  const done = await operator('POST', `${path}/hand-over`)
  assert.deepEqual([done.body.created, typeof done.body.handedOverAt, done.body.digest], [1, 'string', body.digest])
  assert.deepEqual(problem(await operator('GET', `${path}/file`)), [409, 'directory-export-handed-over'])
  assert.deepEqual((await operator('POST', `${path}/hand-over`)).body, done.body)
  assert.deepEqual(problem(await customer('POST', '/directory-exports')), [403, 'operator-only'])
  assert.deepEqual(problem(await operator('GET', '/directory-exports/99/file')), [404, 'not-found'])
})

test('PRI-03: a partial objection is recorded with who and when, and holds with the next file', async () => {
  await using running = await opened()
  const { customer, foreigner, nextFile } = running
  const { id } = (await customer('POST', '/directory-entries', ENTRY)).body
  await nextFile()
  const path = `/directory-entries/${String(id)}`
  const objected = await customer('POST', `${path}/objections`, { against: ['inverse-search', 'address'], remark: 'Brief vom 3.2.' })
  assert.deepEqual(
    [objected.body.inverseSearch, objected.body.address, objected.body.toTell],
    [false, { ...ADDRESS, street: '', houseNumber: '' }, 'change'],
  )
  const { items = [] } = (await customer('GET', `${path}/objections`)).body
  assert.deepEqual(
    items.map(({ against, remark, at }) => [against, remark, at]),
    [[['inverse-search', 'address'], 'Brief vom 3.2.', '2030-02-04T08:00:00.000Z']],
  )
  const [row = []] = await nextFile()
  assert.deepEqual([row[0], row[13], row[21]], ['geändert', '', 'nein'])
  // Against everything: it is out of all directories, and the form is still there.
  const all = await customer('POST', `${path}/objections`, { against: ['printed', 'electronic', 'inquiry'] })
  assert.deepEqual([all.body.publication, all.body.toTell], ['hidden', 'delete'])
  assert.deepEqual(
    (await nextFile()).map(([what]) => what),
    ['gelöscht'],
  )
  assert.deepEqual(problem(await foreigner('POST', `${path}/objections`, { against: ['printed'] })), [404, 'not-found'])
})

test('an entry waits for its number, and ends with it: given back, with another carrier, or the customer deleted', async () => {
  await using running = await opened()
  const { database, customer, tenantId, nextFile } = running
  const coming = '+49221888888'
  await database.withOperator((tx) => assignNumbers(tx, { tenantId, first: coming, size: 1, state: 'ordered', ported: true }))
  const waiting = await customer('POST', '/directory-entries', { ...ENTRY, subscriberNumber: coming, extension: null })
  assert.deepEqual([waiting.body.publication, waiting.body.toTell], ['waiting', null])
  assert.deepEqual(await nextFile(), [])
  for (const state of ['porting-in', 'active'] as const) await database.withOperator((tx) => updateRange(tx, coming, { state }))
  assert.deepEqual(
    (await nextFile()).map(([what]) => what),
    ['neu'],
  )
  await database.withOperator((tx) => updateRange(tx, coming, { state: 'quarantined' }))
  assert.equal((await customer('GET', `/directory-entries/${String(waiting.body.id)}`)).body.publication, 'ended')
  assert.deepEqual(
    (await nextFile()).map(([what]) => what),
    ['gelöscht'],
  )
  assert.equal((await customer('GET', `/directory-entries/${String(waiting.body.id)}`)).status, 404)

  await customer('POST', '/directory-entries', ENTRY)
  await nextFile()
  await database.withOperator((tx) => tx.tables<{ tenant: { id: string } }>().deleteFrom('tenant').where('id', '=', tenantId).execute())
  assert.deepEqual(
    (await nextFile()).map(([what]) => what),
    ['gelöscht'],
  )
})

test('an entry that has a last day is told as deleted once it is over', async () => {
  await using running = await opened()
  const { customer, clock, nextFile } = running
  await customer('POST', '/directory-entries', { ...ENTRY, validUntil: '2030-02-05' })
  assert.equal((await nextFile()).length, 1)
  await clock.advance(86_400_000)
  assert.deepEqual(await nextFile(), [])
  await clock.advance(86_400_000)
  assert.deepEqual(
    (await nextFile()).map(([what]) => what),
    ['gelöscht'],
  )
})

test('ORD-04 [C]: the standard entry is the head number with -0; another product proposes the stem, and one without entries none', async () => {
  const asked = `/directory-entries/proposal?subscriberNumber=${encodeURIComponent(BLOCK)}`
  {
    await using running = await opened()
    const { body } = await running.customer('GET', asked)
    assert.deepEqual([body.extension, body.name, body.address, body.inverseSearch], ['0', 'Muster GmbH', ADDRESS, false])
    assert.equal((await running.customer('POST', '/directory-entries', body)).status, 201)
    assert.deepEqual(problem(await running.foreigner('GET', asked)), [422, 'directory-number-not-own'])
  }
  {
    await using running = await opened({ standard: 'none' })
    assert.equal((await running.customer('GET', asked)).body.extension, null)
  }
  await using running = await opened({ offered: false })
  assert.deepEqual(problem(await running.customer('GET', asked)), [409, 'directory-not-offered'])
  assert.deepEqual(problem(await running.customer('POST', '/directory-entries', ENTRY)), [409, 'directory-not-offered'])
})

test('bad entries are refused with the reason; nobody sees those of others', async () => {
  await using running = await opened()
  const { customer, foreigner } = running
  const refused = async (change: object) => problem(await customer('POST', '/directory-entries', { ...ENTRY, ...change }))
  assert.deepEqual(await refused({ subscriberNumber: '+49221999999' }), [422, 'directory-number-not-own'])
  assert.deepEqual(await refused({ subscriberNumber: '+4922155555501' }), [422, 'directory-number-not-own'])
  assert.deepEqual(await refused({ extension: '123' }), [422, 'directory-extension-wrong'])
  assert.deepEqual(await refused({ subscriberNumber: SINGLE }), [422, 'directory-extension-wrong'])
  assert.deepEqual(await refused({ validUntil: '2030-01-01' }), [422, 'directory-dates-wrong'])
  assert.equal((await customer('POST', '/directory-entries', { ...ENTRY, name: '  ' })).status, 400)
  const made = await customer('POST', '/directory-entries', { ...ENTRY, extension: '12' })
  assert.equal(made.status, 201)
  assert.equal((await foreigner('GET', `/directory-entries/${String(made.body.id)}`)).status, 404)
  assert.deepEqual((await foreigner('GET', '/directory-entries')).body.items, [])
  assert.deepEqual(problem(await foreigner('POST', '/directory-entries', ENTRY)), [422, 'directory-number-not-own'])
})

test('ORD-04: the form is a PDF with every field, what is chosen ticked, in German or English', async () => {
  await using running = await opened()
  const { customer } = running
  const correspondence = { name: 'Buchhaltung', street: 'Hof', houseNumber: '2', postalCode: '50668', city: 'Köln' }
  const { id } = (await customer('POST', '/directory-entries', { ...ENTRY, correspondence, historicName: 'Freiherr von', title: 'Dr.' }))
    .body
  const form = async (query: string, language: string) => {
    const answer = await customer('GET', `/directory-entries/${String(id)}/form${query}`, undefined, { 'accept-language': language })
    assert.equal(answer.headers['content-type'], 'application/pdf')
    const { pages, title } = await readPdf(answer.raw)
    return `${title} ${pages.join(' ')}`
  }
  const german = await form('', 'de')
  for (const words of [
    ...[
      '☑ Neuer Eintrag',
      '☐ Löschung',
      'Vorwahl 0221',
      'Durchwahl 0',
      '☑ Telefon und Fax',
      '☑ Firma',
      'Freiherr von',
      'Dr.',
      'Buchhaltung',
    ],
    ...['☑ ja, mit dem Kennzeichen', '☑ der vollständige Eintrag', 'Unterschrift', 'Ort, Datum'],
  ])
    assert.ok(german.includes(words), `${words} in ${german}`)
  const english = await form('?purpose=delete', 'en')
  assert.ok(english.includes('☑ Deletion') && english.includes('Order of a directory entry'), english)
})
