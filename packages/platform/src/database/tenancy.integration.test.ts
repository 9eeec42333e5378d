import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { type Generated, sql } from 'kysely'
import { Client } from 'pg'
import { platformMigrations } from '../migrations.ts'
import { type TestCluster, testCluster } from '../test-support/index.ts'
import { folded } from '../text/folding.ts'

interface NoteTables {
  readonly note: { readonly id: Generated<number>; readonly tenant_id: string; readonly text: string }
}

const ALICE = '018f0000-0000-7000-8000-00000000000a'
const BOB = '018f0000-0000-7000-8000-00000000000b'

const directory = mkdtempSync(join(tmpdir(), 'note-'))
let cluster: TestCluster

before(async () => {
  writeFileSync(
    join(directory, '9001-note.sql'),
    `CREATE TABLE note (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, tenant_id uuid NOT NULL, text text NOT NULL);
     SELECT protect_tenant_table('note'); SELECT announce_tenant_changes('note');`,
  )
  cluster = await testCluster([platformMigrations, { packageName: 'test', directory }])
})
after(async () => {
  await cluster[Symbol.asyncDispose]()
  rmSync(directory, { recursive: true })
})

async function withNotes() {
  const opened = await cluster.database()
  await opened.database.withOperator(async (tx) => {
    const rows = [ALICE, BOB].map((tenant) => ({ tenant_id: tenant, text: `of ${tenant}` }))
    await tx.tables<NoteTables>().insertInto('note').values(rows).execute()
  })
  return opened
}

test('a tenant sees its own rows only', async () => {
  await using opened = await withNotes()
  const rows = await opened.database.withTenant(ALICE, (tx) => tx.tables<NoteTables>().selectFrom('note').selectAll().execute())
  assert.deepEqual(
    rows.map((row) => row.tenant_id),
    [ALICE],
  )
})

test('a tenant cannot write a row of another tenant', async () => {
  await using opened = await withNotes()
  const insert = opened.database.withTenant(ALICE, (tx) =>
    tx.tables<NoteTables>().insertInto('note').values({ tenant_id: BOB, text: 'forged' }).execute(),
  )
  await assert.rejects(insert, { code: '42501' })
})

test('an update or delete without a condition touches no row of another tenant', async () => {
  await using opened = await withNotes()
  await opened.database.withTenant(ALICE, (tx) => tx.tables<NoteTables>().deleteFrom('note').execute())
  const left = await opened.database.withOperator((tx) => tx.tables<NoteTables>().selectFrom('note').selectAll().execute())
  assert.deepEqual(
    left.map((row) => row.tenant_id),
    [BOB],
  )
})

for (const role of ['klinke_app', 'klinke']) {
  test(`a query without tenant context returns nothing, as ${role}`, async () => {
    await using opened = await withNotes()
    const client = new Client(opened.owner)
    await client.connect()
    await client.query(`SET ROLE ${role}`)
    const seen = await client.query('SELECT * FROM klinke.note')
    await client.end()
    assert.equal(seen.rowCount, 0)
  })
}

test('the tenant of a transaction does not outlive it on the connection', async () => {
  await using opened = await withNotes()
  await opened.database.withTenant(ALICE, (tx) => tx.tables<NoteTables>().selectFrom('note').selectAll().execute())
  const rows = await opened.database.withTenant(BOB, (tx) => tx.tables<NoteTables>().selectFrom('note').selectAll().execute())
  assert.deepEqual(
    rows.map((row) => row.tenant_id),
    [BOB],
  )
})

test('none of the roles may bypass row-level security', async () => {
  await using opened = await cluster.database()
  const client = new Client(opened.owner)
  await client.connect()
  const roles = await client.query("SELECT rolname FROM pg_roles WHERE rolname LIKE 'klinke%' AND (rolsuper OR rolbypassrls)")
  await client.end()
  assert.equal(roles.rowCount, 0)
})

test('a change of a tenant is notified with its id and the row when the transaction commits', async () => {
  await using opened = await cluster.database()
  const connected = Promise.withResolvers<void>()
  const notified = Promise.withResolvers<string>()
  opened.database.listen('klinke_tenant', { connected: connected.resolve, notified: notified.resolve, current: async () => undefined })
  await connected.promise
  await opened.database.withTenant(BOB, (tx) =>
    tx.tables<NoteTables>().insertInto('note').values({ tenant_id: BOB, text: 'new' }).execute(),
  )
  assert.match(await notified.promise, new RegExp(`^${BOB} note\\b`))
})

test('searches fold text in the database as they do in memory', async () => {
  await using opened = await cluster.database()
  for (const text of ['Jürgen Müßig', 'ÄÖÜ', 'René Čapek', 'Mu\u0308ller', 'plain ASCII', '+49 221', 'Łukasz Ødegård', 'Œuvre']) {
    const { rows } = await opened.database.withOperator((tx) => sql<{ text: string }>`SELECT folded(${text}) AS text`.execute(tx.tables()))
    assert.equal(rows[0]?.text, folded(text))
  }
})
