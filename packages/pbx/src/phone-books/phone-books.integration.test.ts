import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { silentLogger } from '@klinke/foundation'
import { systemClock } from '@klinke/platform'
import type { TestCluster } from '@klinke/platform/test-support'
import { type PbxApi, pbxApi, pbxCluster } from '../test-support/pbx-api.ts'
import { removeDiscarded } from './discarded-books.ts'
import { numberPage } from './number-store.ts'
import { StoredNames } from './stored-names.ts'

let cluster: TestCluster
before(async () => {
  cluster = await pbxCluster()
})
after(() => cluster[Symbol.asyncDispose]())

const MUELLER = { name: 'Jürgen Müller', company: 'Öl & Söhne', numbers: [{ kind: 'work', number: '0221 123-4567' }] }

async function book({ asAlice }: PbxApi, name = 'Kunden'): Promise<string> {
  const created = await asAlice('POST', '/phone-books', { name })
  assert.equal(created.status, 201, String(created.body.detail))
  return `/phone-books/${String(created.body.id)}`
}

/** More than one statement, one page and one notification take. */
const MANY = 5_000

function names(items: readonly Record<string, unknown>[] | undefined): unknown[] | undefined {
  return items?.map(({ name }) => name)
}

test('DIR-01: entries are made, searched, changed and deleted', async () => {
  await using running = await pbxApi(cluster)
  const { asAlice } = running
  const path = await book(running)
  const created = await asAlice('POST', `${path}/entries`, MUELLER)
  assert.equal(created.status, 201, String(created.body.detail))
  assert.deepEqual(created.body.numbers, [{ kind: 'work', number: '+492211234567' }])
  await asAlice('POST', `${path}/entries`, {
    name: 'Anna Albers',
    favourite: true,
    numbers: [{ kind: 'mobile', number: '0170 7654321' }],
  })
  const list = async (query: string) => names((await asAlice('GET', `${path}/entries?${query}`)).body.items)
  assert.deepEqual(await list(''), ['Anna Albers', 'Jürgen Müller'])
  for (const search of ['mueller', 'Muller', 'oel', '0221 12', '34567'])
    assert.deepEqual(await list(`search=${search}`), ['Jürgen Müller'], search)
  assert.deepEqual(await list('favourite=true'), ['Anna Albers'])
  const first = await asAlice('GET', `${path}/entries?limit=1`)
  assert.deepEqual(await list(`limit=1&cursor=${encodeURIComponent(String(first.body.nextCursor))}`), ['Jürgen Müller'])
  const entry = `${path}/entries/${String(created.body.id)}`
  const changed = await asAlice('PATCH', entry, { name: 'J. Müller', favourite: true })
  assert.partialDeepStrictEqual(changed.body, { name: 'J. Müller', company: 'Öl & Söhne', favourite: true })
  assert.equal((await asAlice('DELETE', entry)).status, 204)
  assert.equal((await asAlice('GET', entry)).status, 404)
})

test('DIR-01: a phone book that is deleted names nobody, its name is free, and for an hour it comes back as it was', async () => {
  await using running = await pbxApi(cluster)
  const { asAlice, asBob, alice, database, as, extension } = running
  const path = await book(running)
  const entry = String((await asAlice('POST', `${path}/entries`, MUELLER)).body.id)
  const numbers = (): Promise<number> => database.withTenant(alice, async (tx) => (await numberPage(tx, 10, undefined)).length)
  const before = await numbers()
  assert.ok(before > 0)
  assert.equal((await asAlice('DELETE', path)).status, 204)
  for (const gone of [path, `${path}/entries`, `${path}/entries/${entry}`]) assert.equal((await asAlice('GET', gone)).status, 404, gone)
  assert.deepEqual([(await asAlice('GET', '/phone-books')).body.items, await numbers()], [[], 0])
  assert.deepEqual((await asAlice('GET', '/contacts?search=muller')).body.items, [])
  const user = await as({ kind: 'user', tenantId: alice, extensionId: await extension('10') })
  assert.equal((await user('POST', `${path}/restore`)).status, 403)
  assert.equal((await asBob('POST', `${path}/restore`)).status, 404)
  const other = String((await asAlice('POST', '/phone-books', { name: 'Kunden' })).body.id)
  assert.equal((await asAlice('POST', `${path}/restore`)).body.type, 'urn:klinke:problem:phone-book-name-taken')
  await asAlice('PATCH', `/phone-books/${other}`, { name: 'Andere' })
  assert.equal((await asAlice('POST', `${path}/restore`)).status, 200)
  assert.deepEqual([(await asAlice('GET', `${path}/entries/${entry}`)).status, await numbers()], [200, before])
  assert.equal((await asAlice('POST', `${path}/restore`)).status, 404, 'only what was deleted')
  await asAlice('DELETE', path)
  const at = (ms: number) => ({ database, logger: silentLogger, clock: { ...systemClock(), epochMs: () => Date.now() + ms } })
  await removeDiscarded(at(3_500_000))
  assert.equal((await asAlice('POST', `${path}/restore`)).status, 200, 'not an hour ago')
  await asAlice('DELETE', path)
  await removeDiscarded(at(3_700_000))
  assert.equal((await asAlice('POST', `${path}/restore`)).status, 404)
  assert.equal((await asAlice('GET', `/phone-books/${other}`)).status, 200)
})

test('what is no number, and who has no name, is refused with the field', async () => {
  await using running = await pbxApi(cluster)
  const path = await book(running)
  const wrong = await running.asAlice('POST', `${path}/entries`, { ...MUELLER, numbers: [{ kind: 'work', number: 'keine' }] })
  assert.equal(wrong.status, 400)
  assert.partialDeepStrictEqual(wrong.body, { errors: [{ pointer: '/numbers/0/number' }] })
  assert.equal((await running.asAlice('POST', `${path}/entries`, { numbers: [] })).status, 400)
  assert.equal((await running.asAlice('POST', '/phone-books', { name: 'Kunden' })).body.type, 'urn:klinke:problem:phone-book-name-taken')
})

test("another tenant's phone books answer 404 to every method", async () => {
  await using running = await pbxApi(cluster)
  const { asAlice, asBob } = running
  const path = await book(running)
  const entry = `${path}/entries/${String((await asAlice('POST', `${path}/entries`, MUELLER)).body.id)}`
  for (const [method, url] of [
    ...(['GET', 'PATCH', 'DELETE'] as const).flatMap((each) => [[each, path] as const, [each, entry] as const]),
    ...[['GET', `${path}/entries`] as const, ['POST', `${path}/entries`] as const, ['GET', `${path}/export`] as const],
    ['GET', `${path}/imports`] as const,
  ])
    assert.equal(
      (await asBob(method, url, method === 'PATCH' || method === 'POST' ? { name: 'x' } : undefined)).status,
      404,
      `${method} ${url}`,
    )
  assert.deepEqual((await asBob('GET', '/contacts?search=m')).body.items, [])
})

test("a user writes the own phone book, reads the company's, and finds colleagues in one search with both", async () => {
  await using running = await pbxApi(cluster)
  const { alice: tenantId, asAlice } = running
  const path = await book(running)
  await asAlice('POST', `${path}/entries`, MUELLER)
  const [ten, eleven] = [await running.extension('10'), await running.extension('11')]
  const user = await running.as({ kind: 'user', tenantId, extensionId: ten })
  assert.equal((await user('POST', `${path}/entries`, MUELLER)).status, 403)
  assert.equal((await user('POST', `/phone-books/${eleven}/entries`, MUELLER)).status, 404)
  assert.equal((await user('POST', `/phone-books/${ten}/entries`, { ...MUELLER, name: 'Oma Müller' })).status, 201)
  const found = await user('GET', '/contacts?search=mueller')
  assert.deepEqual(names(found.body.items), ['Jürgen Müller', 'Oma Müller'])
  const colleagues = await user('GET', '/contacts?search=extension 11')
  assert.deepEqual(colleagues.body.colleagues, [{ extensionId: eleven, number: '11', name: 'Extension 11' }])
  const other = await running.as({ kind: 'user', tenantId, extensionId: eleven })
  assert.deepEqual(names((await other('GET', '/contacts?search=mueller')).body.items), ['Jürgen Müller'])
  assert.equal((await other('GET', `/contacts?search=x&extensionId=${ten}`)).status, 404)
})

const EXCEL = Buffer.from(
  'Name;Firma;Telefon geschäftlich;Mobil\r\nJürgen Müller;Öl & Söhne;0221 1234567;\r\nErika Muster;;;0170 1234567\r\nFehler;;keine;\r\nJuergen Mueller;Öl & Söhne;0221 99;\r\n',
  'latin1',
)

test('a table of German Excel is tried, imported and taken back, but for what was changed since', async () => {
  await using running = await pbxApi(cluster)
  const { asAlice } = running
  const path = await book(running)
  await asAlice('POST', `${path}/entries`, MUELLER)
  const send = (query: string) => asAlice('POST', `${path}/imports?fileName=kunden.csv&${query}`, EXCEL, { 'content-type': 'text/csv' })
  const tried = await send('dryRun=true&duplicates=replace')
  assert.equal(tried.status, 200, String(tried.body.detail))
  assert.partialDeepStrictEqual(tried.body, {
    importId: null,
    format: 'csv',
    table: { encoding: 'windows-1252', separator: 'semicolon', titles: true },
    ...{ created: 1, changed: 0, skipped: 2, failed: 1 },
    problems: [
      { row: 4, field: 'work', value: 'keine', code: 'number-invalid' },
      { row: 4, field: null, code: 'number-missing' },
    ],
  })
  assert.equal((await asAlice('GET', `${path}/entries`)).body.items?.length, 1)
  const done = await send('columns=name,company,other,mobile&duplicates=replace')
  assert.partialDeepStrictEqual(done.body, { created: 1, changed: 1, skipped: 1, failed: 1 })
  const entries = (await asAlice('GET', `${path}/entries`)).body.items
  assert.deepEqual(names(entries), ['Erika Muster', 'Jürgen Müller'])
  assert.deepEqual(entries?.[1]?.numbers, [{ kind: 'other', number: '+492211234567' }])
  await asAlice('PATCH', `${path}/entries/${String(entries?.[0]?.id)}`, { notes: 'seitdem geändert' })
  const undo = `${path}/imports/${String(done.body.importId)}/undo`
  assert.deepEqual((await asAlice('POST', undo)).body, { undone: 1, left: 1 })
  const after = (await asAlice('GET', `${path}/entries`)).body.items
  assert.deepEqual(names(after), ['Erika Muster', 'Jürgen Müller'])
  assert.deepEqual(after?.[1]?.numbers, [{ kind: 'work', number: '+492211234567' }])
  assert.equal((await asAlice('POST', undo)).body.type, 'urn:klinke:problem:import-undone')
  assert.partialDeepStrictEqual((await asAlice('GET', `${path}/imports`)).body.items, [{ fileName: 'kunden.csv', created: 1, changed: 1 }])
})

test('a file is tried and imported by jobs that only who may write there sees', async () => {
  await using running = await pbxApi(cluster)
  const { alice: tenantId, asAlice } = running
  const path = `${await book(running)}/imports/jobs`
  const begun = await asAlice('POST', `${path}?dryRun=true&fileName=kunden.csv`, EXCEL, { 'content-type': 'text/csv' })
  const tried = await asAlice('GET', `${path}/${String(begun.body.id)}?after=99`)
  assert.partialDeepStrictEqual(tried.body, { state: 'done', dryRun: true, report: { importId: null, created: 2, failed: 1 } })
  const job = await asAlice('POST', `${path}?from=${String(begun.body.id)}&duplicates=add`, Buffer.alloc(0), {
    'content-type': 'application/octet-stream',
  })
  const done = await asAlice('GET', `${path}/${String(job.body.id)}?after=99`)
  assert.partialDeepStrictEqual(done.body, { state: 'done', percent: 100, report: { created: 3, problems: [{ row: 4 }] } })
  const user = await running.as({ kind: 'user', tenantId, extensionId: await running.extension('10') })
  assert.equal((await user('GET', path)).status, 403)
  assert.equal((await asAlice('GET', `${await book(running, 'Andere')}/imports/jobs/${String(job.body.id)}`)).status, 404)
})

test('vCards are imported, and what is neither a table nor a card is refused', async () => {
  await using running = await pbxApi(cluster)
  const path = await book(running)
  const send = (text: string | Buffer) => running.asAlice('POST', `${path}/imports`, Buffer.from(text), { 'content-type': 'text/vcard' })
  const card = 'BEGIN:VCARD\nVERSION:4.0\nFN:Erika Muster\nTEL;TYPE=cell:+49 170 1234567\nEND:VCARD\n'
  assert.partialDeepStrictEqual((await send(card)).body, { format: 'vcard', table: null, created: 1 })
  assert.equal((await send(Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0, 0]))).body.type, 'urn:klinke:problem:table-unreadable')
})

test('the profile says how many entries there may be, for an import too', async () => {
  await using running = await pbxApi(cluster)
  const { asAlice, operator, alice, extension } = running
  await operator('PATCH', `/tenants/${alice}`, { profile: { phoneBookEntries: 1, personalPhoneBookEntries: 0 } })
  const path = await book(running)
  assert.equal((await asAlice('POST', `${path}/entries`, MUELLER)).status, 201)
  assert.equal((await asAlice('POST', `${path}/entries`, MUELLER)).body.type, 'urn:klinke:problem:phone-book-full')
  const imported = await asAlice('POST', `${path}/imports?dryRun=true`, EXCEL, { 'content-type': 'text/csv' })
  assert.equal(imported.body.type, 'urn:klinke:problem:phone-book-full')
  const own = await asAlice('POST', `/phone-books/${await extension('10')}/entries`, MUELLER)
  assert.equal(own.body.type, 'urn:klinke:problem:phone-book-full')
})

test('names of numbers are in memory once the answer to a change is there, those of an extension for it alone', async () => {
  await using running = await pbxApi(cluster)
  const { database, asAlice, alice } = running
  const stored = new StoredNames({ database, clock: systemClock(), logger: silentLogger })
  const path = await book(running)
  await asAlice('POST', `${path}/entries`, { ...MUELLER, numbers: [{ kind: 'work', number: '+491111111' }] })
  const following = stored.follow()
  const ten = await running.extension('10')
  const own = await asAlice('POST', `/phone-books/${ten}/entries`, { name: 'Oma', numbers: [{ kind: 'home', number: '+492222222' }] })
  assert.equal(stored.ofCompany(alice, '+491111111'), 'Jürgen Müller (Öl & Söhne)')
  assert.deepEqual([stored.ofExtension(alice, ten, '+492222222'), stored.ofCompany(alice, '+492222222')], ['Oma', undefined])
  const entry = `/phone-books/${ten}/entries/${String(own.body.id)}`
  await asAlice('PATCH', entry, { name: 'Oma Emma', numbers: [{ kind: 'home', number: '+493333333' }] })
  assert.deepEqual([stored.ofExtension(alice, ten, '+492222222'), stored.ofExtension(alice, ten, '+493333333')], [undefined, 'Oma Emma'])
  await asAlice('DELETE', entry)
  assert.equal(stored.ofExtension(alice, ten, '+493333333'), undefined)
  await asAlice('DELETE', path)
  assert.equal(stored.ofCompany(alice, '+491111111'), undefined)
  await following.close('test over')
})

test('five thousand entries are imported, found, exported and taken back', async (context) => {
  await using running = await pbxApi(cluster)
  const { database, asAlice, alice } = running
  const stored = new StoredNames({ database, clock: systemClock(), logger: silentLogger })
  const following = stored.follow()
  const path = await book(running)
  const row = (index: number) => `Person ${(index * 7_919) % 1_000_003};Firma ${index % 500};+49221${String(1_000_000 + index)};`
  const table = `Name;Firma;Telefon;Mobil\n${Array.from({ length: MANY }, (_none, index) => row(index)).join('\n')}\n`
  const timed = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
    const from = performance.now()
    const result = await work()
    context.diagnostic(`${what}: ${Math.round(performance.now() - from)} ms`)
    return result
  }
  const done = await timed('import', () => asAlice('POST', `${path}/imports`, Buffer.from(table), { 'content-type': 'text/csv' }))
  assert.partialDeepStrictEqual(done.body, { created: MANY, failed: 0 })
  await timed('names in memory after it', () => stored.current())
  assert.match(stored.ofCompany(alice, '+492211004999') ?? '', /Firma 499/)
  for (const search of ['person 1', 'firma 499', '1004999', 'nobody at all'])
    await timed(`search "${search}"`, () => asAlice('GET', `/contacts?search=${search}`))
  await timed('export', async () => assert.equal((await asAlice('GET', `${path}/export`)).raw.toString().split('\r\n').length, MANY + 2))
  await timed('undo', () => asAlice('POST', `${path}/imports/${String(done.body.importId)}/undo`))
  assert.equal((await asAlice('GET', `${path}/entries`)).body.items?.length, 0)
  await following.close('test over')
})
