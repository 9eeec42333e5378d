import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type TestAnswer, type TestCluster, workbookFiles, workbookOf, zipOf } from '@klinke/platform/test-support'
import { eventually } from '@klinke/testbed'
import type { z } from 'zod'
import { type PbxApi, pbxApi, pbxCluster } from '../test-support/pbx-api.ts'
import { extensionsCsv } from './export-extensions.ts'
import { importReport } from './views.ts'

let cluster: TestCluster
before(async () => {
  cluster = await pbxCluster()
})
after(() => cluster[Symbol.asyncDispose]())

const CSV = { 'content-type': 'text/csv' }
const XLSX = { 'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' }
const PATH = '/extensions/imports'
const TITLES = ['Nebenstelle', 'Name', 'Gezeigte Rufnummer', 'Mailbox', 'E-Mail', 'Sprache', 'Gruppen', 'Standort']

type Report = z.output<typeof importReport>

async function send({ asAlice }: PbxApi, file: Buffer | string, query = '', type = CSV): Promise<Report> {
  const answer = await asAlice('POST', `${PATH}?${query}`, Buffer.from(file), type)
  assert.equal(answer.status, 200, String(answer.body.detail))
  return importReport.parse(answer.body)
}

async function numbers({ asAlice }: PbxApi): Promise<readonly unknown[]> {
  return ((await asAlice('GET', '/extensions?limit=200')).body.items ?? []).map(({ number }) => number)
}

const codes = ({ problems }: Report) => problems.map(({ row, field, code }) => [row, field, code])

test('a table is tried, then imported with mailbox, group and number, and calls see it', async () => {
  await using running = await pbxApi(cluster)
  const { operator, asAlice, alice, directory, extension } = running
  await operator('POST', '/numbers', { tenantId: alice, first: '+4922112345670' })
  const member = await extension('11')
  await asAlice('POST', '/ring-groups', { name: 'Empfang', number: '70', settings: {}, members: [{ extensionId: member }] })
  const file = workbookOf([
    TITLES,
    ['21', 'Jürgen Müller', '0221 12345670', 'ja', 'jm@example.org', 'en', 'empfang'],
    ['22', 'Öz', '', 'nein', '', '', ''],
  ])
  const tried = await send(running, file, 'dryRun=true', XLSX)
  assert.deepEqual([tried.importId, tried.created, tried.failed, codes(tried)], [null, 2, 0, []])
  assert.deepEqual(await numbers(running), ['11'])
  const done = await send(running, file, 'fileName=Neue.xlsx', XLSX)
  assert.deepEqual(await numbers(running), ['11', '21', '22'])
  assert.match(done.accountsCsv ?? '', new RegExp(`21;Jürgen Müller;alice.example.org;21-\\w{5};${done.accounts[0]?.sipPassword}`))
  const id = done.accounts[0]?.extensionId
  const tenant = directory.tenant(alice)
  assert.partialDeepStrictEqual((await asAlice('GET', `/extensions/${id}`)).body, {
    name: 'Jürgen Müller',
    outgoingNumber: '+4922112345670',
  })
  const box = tenant?.voicemail.ofExtension.get(id ?? '')
  assert.partialDeepStrictEqual(box?.settings, { mailTo: 'jm@example.org', language: 'en' })
  const led = tenant?.callSettings.extensions.get(id ?? '')?.forwardings.map(({ when, to }) => [when, 'targetId' in to && to.targetId])
  assert.deepEqual(led, [
    ['no-answer', box?.id],
    ['busy', box?.id],
    ['not-registered', box?.id],
  ])
  assert.deepEqual(
    [...(tenant?.ringGroups.values() ?? [])].map(({ members }) => members.map(({ extensionId }) => extensionId)),
    [[member, id]],
  )
  const again = await send(running, file, '', XLSX)
  assert.deepEqual([again.created, again.skipped], [0, 2])
  assert.deepEqual(
    (await asAlice('GET', PATH)).body.items?.map(({ fileName, created }) => [fileName, created]),
    [
      ['', 0],
      ['Neue.xlsx', 2],
    ],
  )
})

test('each row that cannot be imported says in both languages how to mend it, and the others are imported', async () => {
  await using running = await pbxApi(cluster)
  await running.extension('10')
  const rows = [
    TITLES,
    ['10', 'Schon da'],
    ['110', 'Notruf'],
    ['', 'Ohne'],
    ['23', ''],
    ['24', 'A', '030 999999'],
    ['25', 'B', 'keine'],
    ['26', 'C', '', 'vielleicht'],
    ['27', 'D', '', 'nein', 'd@example.org'],
    ['28', 'E', '', '', 'keine Adresse', 'fr'],
    ['29', 'F', '', '', '', '', 'Niemand'],
    ['30', 'Gut'],
    ['30', 'Doppelt'],
    ['31', 'x'.repeat(101)],
  ]
  const report = await send(running, rows.map((cells) => cells.join(';')).join('\n'))
  assert.deepEqual(codes(report), [
    [2, 'number', 'number-taken'],
    [3, 'number', 'number-invalid'],
    [4, 'number', 'number-missing'],
    [5, 'name', 'name-missing'],
    [6, 'outgoingNumber', 'not-own-number'],
    [7, 'outgoingNumber', 'outgoing-number-invalid'],
    [8, 'mailbox', 'mailbox-unclear'],
    [9, 'email', 'email-without-mailbox'],
    [10, 'email', 'email-invalid'],
    [10, 'language', 'language-unclear'],
    [11, 'groups', 'no-such-group'],
    [13, 'number', 'number-twice'],
    [14, 'name', 'name-too-long'],
  ])
  assert.ok(report.problems.every(({ text }) => text.de.length > 15 && text.en.length > 15 && text.de !== text.en))
  assert.deepEqual([report.created, report.failed, await numbers(running)], [1, 12, ['10', '30']])
})

test('only chosen rows are imported, by columns that somebody named', async () => {
  await using running = await pbxApi(cluster)
  const file = ['a,b,c', ...Array.from({ length: 9 }, (_none, index) => `Nachname ${index},Vorname,${index + 41}`)].join('\n')
  const report = await send(running, file, 'titles=true&columns=lastName,firstName,number&rows=2-3,7,40')
  assert.deepEqual([report.created, report.failed, await numbers(running)], [3, 0, ['41', '42', '46']])
  assert.equal((await running.asAlice('POST', `${PATH}?rows=2-`, Buffer.from(file), CSV)).status, 400)
})

test('an import is taken back as a whole, but for what is changed or in use, which it names', async () => {
  await using running = await pbxApi(cluster)
  const { asAlice, asBob } = running
  const rows = ['51;Unberührt;ja', '52;Geändert;ja', '53;Ziel;nein', '54;Gelöscht;nein']
  const { importId, accounts } = await send(running, ['Nebenstelle;Name;Anrufbeantworter', ...rows].join('\n'))
  const idOf = (number: string) => accounts.find((account) => account.number === number)?.extensionId
  await asAlice('PATCH', `/extensions/${idOf('52')}/call-settings`, { doNotDisturb: true })
  await asAlice('PATCH', `/extensions/${await running.extension('60')}/call-settings`, {
    forwardings: [{ when: 'always', to: { kind: 'extension', targetId: idOf('53') }, active: true }],
  })
  await asAlice('DELETE', `/extensions/${idOf('54')}`)
  assert.equal((await asBob('POST', `${PATH}/${importId}/undo`)).status, 404)
  const undone = await asAlice('POST', `${PATH}/${importId}/undo`)
  assert.equal(undone.status, 200, String(undone.body.detail))
  assert.partialDeepStrictEqual(undone.body, {
    ...{ undone: 1, left: 3 },
    kept: [
      { number: '52', text: { de: 'wurde seither geändert' } },
      { number: '53', text: { en: 'has calls led to it' } },
    ],
  })
  assert.deepEqual(await numbers(running), ['52', '53', '60'])
  assert.equal((await asAlice('POST', `${PATH}/${importId}/undo`)).body.type, 'urn:klinke:problem:import-undone')
})

test('limits of the profile and of a demo hold for an import, which is done as a whole or not at all', async () => {
  await using running = await pbxApi(cluster)
  const { operator, asAlice, alice } = running
  await operator('PATCH', `/tenants/${alice}`, { profile: { maxExtensions: 2 } })
  const file = 'Nebenstelle;Name\n21;A\n22;B\n23;C\n'
  for (const query of ['dryRun=true', '']) {
    const answer = await asAlice('POST', `${PATH}?${query}`, Buffer.from(file), CSV)
    assert.deepEqual([answer.status, answer.body.type], [409, 'urn:klinke:problem:extension-limit'])
  }
  assert.deepEqual(await numbers(running), [])
  assert.equal((await send(running, file, 'rows=2-3')).created, 2)
  const third = await asAlice('POST', '/extensions', { number: '23', name: 'C' })
  assert.equal(third.body.type, 'urn:klinke:problem:extension-limit')
})

test('a thousand extensions are imported and taken back within seconds', async () => {
  await using running = await pbxApi(cluster)
  const rows = Array.from({ length: 1_000 }, (_none, index) => `${index + 2_000};Person ${index};ja;p${index}@example.org`)
  const report = await send(running, ['Nebenstelle;Name;Anrufbeantworter;E-Mail', ...rows].join('\n'))
  const { body } = await running.asAlice('POST', `${PATH}/${report.importId}/undo`)
  assert.deepEqual([report.created, body.undone, body.left], [1_000, 1_000, 0])
  const many = ['Nebenstelle;Name', ...Array.from({ length: 5_001 }, () => '21;A')].join('\n')
  assert.equal((await running.asAlice('POST', PATH, Buffer.from(many), CSV)).body.type, 'urn:klinke:problem:too-many-rows')
})

/** All the per cent that somebody sees who follows a job, and its last answer. */
async function follow(client: PbxApi['asAlice'], path: string): Promise<{ readonly seen: readonly number[]; readonly last: TestAnswer }> {
  const seen: number[] = []
  for (let after = 0; ; ) {
    const last = await client('GET', `${path}?after=${after}`)
    if (last.status !== 200 || last.body.state !== 'running') return { seen, last }
    after = Number(last.body.percent)
    seen.push(after)
  }
}

test('a thousand extensions are tried and imported in steps that can be followed, whoever has gone meanwhile', async () => {
  await using running = await pbxApi(cluster)
  const { asAlice, asBob, alice } = running
  const rows = Array.from({ length: 1_000 }, (_none, index) => `${index + 2_000};Person ${index};ja`)
  const file = ['Nebenstelle;Name;Anrufbeantworter', ...rows, '110;Notruf;nein'].join('\n')
  const begun = await asAlice('POST', `${PATH}/jobs?dryRun=true&fileName=Alle.csv`, Buffer.from(file), CSV)
  assert.deepEqual([begun.status, begun.body.state, begun.body.fileName], [202, 'running', 'Alle.csv'], String(begun.body.detail))
  const tried = await follow(asAlice, `${PATH}/jobs/${begun.body.id}`)
  assert.partialDeepStrictEqual(tried.last.body, { state: 'done', percent: 100, report: { created: 1_000, failed: 1, importId: null } })
  const job = (await asAlice('POST', `${PATH}/jobs?from=${begun.body.id}&fileName=Alle.csv`)).body
  const path = `${PATH}/jobs/${job.id}`
  const { seen, last } = await follow(asAlice, path)
  assert.ok(new Set(seen).size >= 5, `steps seen: ${seen.join(' ')}`)
  assert.deepEqual(
    seen,
    seen.toSorted((one, other) => one - other),
  )
  const report = importReport.parse(last.body.report)
  assert.deepEqual([report.created, report.accounts.length, codes(report)], [1_000, 1_000, [[1_002, 'number', 'number-invalid']]])
  assert.deepEqual(
    (await asAlice('GET', `${PATH}/jobs`)).body.items?.map(({ id, state }) => [id, state]),
    [
      [job.id, 'done'],
      [begun.body.id, 'done'],
    ],
  )
  const colleague = await running.as({ kind: 'tenant', tenantId: alice })
  for (const other of [asBob, colleague])
    assert.deepEqual([(await other('GET', path)).status, (await other('DELETE', path)).status], [404, 404])
  assert.equal((await asAlice('DELETE', path)).status, 204)
  assert.equal((await asAlice('GET', path)).status, 404)
  assert.equal((await asAlice('POST', `${PATH}/${report.importId}/undo`)).body.undone, 1_000)
})

test('an import that is cancelled changes nothing; one that fails answers why, in the language of who asks', async () => {
  await using running = await pbxApi(cluster)
  const { asAlice } = running
  const rows = Array.from({ length: 2_000 }, (_none, index) => `${index + 2_000};Person ${index}`)
  const begun = await asAlice('POST', `${PATH}/jobs`, Buffer.from(['Nebenstelle;Name', ...rows].join('\n')), CSV)
  const path = `${PATH}/jobs/${begun.body.id}`
  assert.equal((await asAlice('GET', `${path}?after=30`)).body.state, 'running')
  assert.equal((await asAlice('DELETE', path)).status, 204)
  const broken = await asAlice('POST', `${PATH}/jobs`, Buffer.from('Nebenstelle;Name\n"21;A'), CSV)
  const answer = await asAlice('GET', `${PATH}/jobs/${broken.body.id}?after=99`, undefined, { 'accept-language': 'de' })
  assert.deepEqual([answer.status, answer.body.type], [422, 'urn:klinke:problem:table-unreadable'])
  assert.match(String(answer.body.detail), /Anführungszeichen/)
  await eventually(
    'its transaction is taken back',
    async () => (await asAlice('POST', '/extensions', { number: '2000', name: 'Frei' })).status === 201,
  )
  assert.deepEqual(await numbers(running), ['2000'])
})

test('an export cannot be executed by a spreadsheet, and is read back as it was', async () => {
  await using running = await pbxApi(cluster)
  await running.asAlice('POST', '/extensions', { number: '91', name: '=HYPERLINK("http://evil.example")' })
  const exported = (await running.asAlice('GET', '/extensions/export')).raw.toString()
  assert.match(exported, /91;"'=HYPERLINK/)
  const back = await send(running, exported)
  assert.deepEqual([back.skipped, back.failed], [1, 0])
  const template = (await running.asAlice('GET', `${PATH}/template?language=en`)).raw.toString()
  assert.deepEqual((await send(running, template, 'dryRun=true')).created, 2)
})

test('a zip bomb and a name that leads out of the archive are refused, and nothing is imported', async () => {
  await using running = await pbxApi(cluster)
  const sheet = '<row><c t="inlineStr"><is><t>21</t></is></c></row>'
  const bad = [
    zipOf(workbookFiles(' '.repeat(70_000_000))),
    zipOf(workbookFiles(sheet, [{ name: '../../../etc/cron.d/klinke', content: '* * * * * root true' }])),
  ]
  for (const file of bad) {
    assert.ok(file.length < 200_000)
    const answer = await running.asAlice('POST', PATH, file, XLSX)
    assert.deepEqual([answer.status, answer.body.type], [422, 'urn:klinke:problem:table-unreadable'])
  }
  assert.deepEqual(await numbers(running), [])
})

test('a table names the sites of its extensions; numbers without area code are of the Ortsnetz there', async () => {
  await using running = await pbxApi(cluster)
  const { operator, asAlice, alice } = running
  const site = async (name: string, areaCode: string): Promise<unknown> => (await asAlice('POST', '/sites', { name, areaCode })).body.id
  const [, mainz] = [await site('Köln', '221'), await site('Mainz', '6131')]
  await operator('POST', '/numbers', { tenantId: alice, first: '+4961311620', siteId: mainz })
  const rows = [
    TITLES,
    ['21', 'A', '1620', '', '', '', '', 'mainz'],
    ['22', 'B', '', '', '', '', '', 'Köln'],
    ['23', 'C', '', '', '', '', '', 'Bonn'],
    ['24', 'D'],
  ]
  const report = await send(running, rows.map((cells) => cells.join(';')).join('\n'))
  assert.deepEqual(codes(report), [[4, 'site', 'no-such-site']])
  const { items = [] } = (await asAlice('GET', '/extensions')).body
  assert.deepEqual(
    items.map(({ number, siteId, outgoingNumber }) => [number, siteId, outgoingNumber]),
    [
      ['21', mainz, '+4961311620'],
      ['22', null, null],
      ['24', null, null],
    ],
  )
  const csv = await running.database.withTenant(alice, (tx) => extensionsCsv(tx, alice, 'de'))
  assert.match(csv, /21;A;[^\n]*;Mainz/)
})

test('BIL-01: a column names the user package by name or id; one that there is not is told, and an export has it', async () => {
  await using running = await pbxApi(cluster)
  const { operator, alice, database } = running
  const userPackages = [
    { id: 'user-basic', title: { de: 'Basis', en: 'Basic' } },
    { id: 'user-premium', title: { de: 'Premium', en: 'Premium' } },
  ]
  assert.equal((await operator('PATCH', `/tenants/${alice}`, { profile: { userPackages } })).status, 200)
  const file = 'Nebenstelle;Name;Paket\n21;A;premium\n22;B;user-basic\n23;C;\n24;D;Gold'
  const done = await send(running, file)
  assert.deepEqual([done.created, codes(done)], [3, [[5, 'userPackage', 'no-such-user-package']]])
  const exported = await database.withTenant(alice, (tx) => extensionsCsv(tx, alice, 'de'))
  const rows = exported.split('\r\n').map((line) => line.split(';'))
  assert.deepEqual(
    rows.slice(0, 4).map((cells) => [cells[0]?.replace('\ufeff', ''), cells.at(-1)]),
    [
      ['Nebenstelle', 'Paket'],
      ['21', 'Premium'],
      ['22', 'Basis'],
      ['23', 'Basis'],
    ],
  )
})
