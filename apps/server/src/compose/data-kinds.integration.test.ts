/** Each table of the database has a rule, or says nothing of anybody (PRI-01). */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { accountsMigrations, type DataKind, type PersonalTable } from '@klinke/accounts'
import { billingMigrations } from '@klinke/billing'
import { pbxMigrations } from '@klinke/pbx'
import { platformMigrations } from '@klinke/platform'
import { type TestCluster, testCluster } from '@klinke/platform/test-support'
import { trunksMigrations } from '@klinke/trunks'
import { sql } from 'kysely'
import { NOTHING_PERSONAL } from './nothing-personal.ts'
import { dataKinds } from './retention.ts'

let cluster: TestCluster
before(async () => {
  cluster = await testCluster([platformMigrations, accountsMigrations, pbxMigrations, trunksMigrations, billingMigrations])
})
after(() => cluster[Symbol.asyncDispose]())

const KINDS = dataKinds({ blobs: { remove: () => Promise.resolve() }, clock: { epochMs: () => 0 } })
const HOW = `Say for how long its rows are kept: add it to the tables of a kind of personal data, or make a kind with a rule of its own, in
  packages/{accounts/src/retention/account-kinds.ts, pbx, trunks, billing/src/personal-data/kinds.ts}. With columns that name a person (extension, login, email, number),
  so that the report about a person finds it. If it says nothing about customers or their people: apps/server/src/compose/nothing-personal.ts, with the reason.
  A kind that goes by night gets a row in two-years-of-nights.integration.test.ts.`

function kindOf(table: string): DataKind | undefined {
  return KINDS.find(({ tables }) => tables.some(({ name }) => name === table))
}

test('PRI-01: each table is in exactly one kind of personal data, or holds nothing personal', async () => {
  await using opened = await cluster.database()
  const { rows } = await opened.database.withOperator((tx) =>
    sql<{ readonly name: string }>`
      SELECT relname AS name FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
      WHERE nspname = 'klinke' AND relkind IN ('r', 'p') AND NOT relispartition ORDER BY relname`.execute(tx.tables()),
  )
  const there = new Set(rows.map(({ name }) => name))
  const named = [...KINDS.flatMap(({ tables }) => tables.map(({ name }) => name)), ...Object.keys(NOTHING_PERSONAL)]
  const without = [...there].filter((table) => !named.includes(table))
  assert.deepEqual(without, [], `No rule for ${without.join(', ')}. ${HOW}`)
  const twice = named.filter((table, index) => named.indexOf(table) !== index)
  assert.deepEqual(twice, [], `${twice.join(', ')}: in two kinds; one answers for it`)
  const gone = named.filter((table) => !there.has(table))
  assert.deepEqual(gone, [], `${gone.join(', ')}: named in a kind, and not in the database`)
  assert.equal(new Set(KINDS.map(({ name }) => name)).size, KINDS.length)
})

test('PRI-01: what is said to go with the customer is deleted by the database with it, directly or over what it belongs to', async () => {
  await using opened = await cluster.database()
  const { rows } = await opened.database.withOperator((tx) =>
    sql<{ readonly name: string; readonly of: string }>`
      SELECT conrelid::regclass::text AS name, confrelid::regclass::text AS of FROM pg_constraint WHERE contype = 'f' AND confdeltype = 'c'`.execute(
      tx.tables(),
    ),
  )
  const plain = (table: string): string => table.replace(/^klinke\./, '')
  const going = new Set(['tenant'])
  for (let before = 0; before !== going.size; ) {
    before = going.size
    for (const { name, of } of rows) if (going.has(plain(of))) going.add(plain(name))
  }
  const tables = KINDS.filter(({ goes, name }) => goes === 'with-customer' || name === 'master-data').flatMap((kind) => kind.tables)
  const staying = tables.filter(({ name }) => !going.has(name)).map(({ name }) => name)
  assert.deepEqual(staying, [], `${staying.join(', ')}: no ON DELETE CASCADE leads from it to tenant. ${HOW}`)
})

test('Art. 15: the columns that name a customer or a person are there', async () => {
  await using opened = await cluster.database()
  for (const { tables } of KINDS)
    for (const table of tables)
      for (const column of columnsOf(table))
        await opened.database.withOperator((tx) =>
          sql`SELECT ${sql.raw(column)} FROM ${sql.table(table.name)} LIMIT 0`.execute(tx.tables()),
        )
})

function columnsOf({ tenant = 'tenant_id', ...named }: PersonalTable): readonly string[] {
  const { extension = [], extensions = [], extensionNumber = [], login = [], email = [], number = [] } = named
  return [...(tenant === null ? [] : [tenant]), ...extension, ...extensions, ...extensionNumber, ...login, ...email, ...number]
}

test('each kind says in both languages what it is for, for how long it is kept, and why', () => {
  for (const { name, words, rule, about, goes, remove } of KINDS) {
    for (const text of [words, rule({}), about.purpose, about.recipients, about.source])
      assert.ok(text.de.length > 1 && text.en.length > 1, `${name}: ${JSON.stringify(text)}`)
    assert.equal(goes === 'by-night', remove !== undefined, name)
  }
  assert.equal(kindOf('call_started')?.name, 'call-records')
})
