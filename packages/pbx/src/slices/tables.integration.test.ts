import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { accountsMigrations } from '@klinke/accounts'
import { platformMigrations, Tx } from '@klinke/platform'
import { type TestCluster, testCluster } from '@klinke/platform/test-support'
import { type KyselyPlugin, type OperationNode, sql, type Transaction } from 'kysely'
import { pbxMigrations } from '../migrations.ts'
import { slices } from './parts.ts'

/** Its members are read, not the group. */
const READ_BY_NOBODY = 'pickup_group'
/** What the directory reads itself. */
const OF_DIRECTORY = ['tenant', 'extension', 'phone_number', 'number_range', 'site']

let cluster: TestCluster
before(async () => {
  cluster = await testCluster([platformMigrations, accountsMigrations, pbxMigrations])
})
after(() => cluster?.[Symbol.asyncDispose]())

test('each feature reads no other tables than it says, so that a change of one of them is enough to know that it has to read again', async () => {
  await using opened = await cluster.database()
  await opened.database.withOperator(async (tx) => {
    for (const [name, { snapshot }] of slices()) {
      if (snapshot === undefined) continue
      const read = new Set<string>()
      await snapshot.load(new Tx(tx.scope, tx.tables().withPlugin(noting(read)) as Transaction<unknown>))
      // When the tenant itself has changed, all is read.
      const undeclared = [...read].filter((table) => table !== 'tenant' && !snapshot.tables.includes(table))
      assert.deepEqual(undeclared, [], name)
    }
  })
})

test('every table that a feature reads is announced, and every one that is announced is read by one that says so', async () => {
  await using opened = await cluster.database()
  const { rows } = await opened.database.withOperator((tx) =>
    sql<{ name: string }>`SELECT DISTINCT relname AS name FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid
      WHERE tgname IN ('announce_tenant_change', 'announce_target')`.execute(tx.tables()),
  )
  const announced = new Set(rows.map(({ name }) => name).filter((name) => name !== READ_BY_NOBODY))
  const read = new Set([...OF_DIRECTORY, ...slices().flatMap(([, { snapshot }]) => snapshot?.tables ?? [])])
  assert.deepEqual([...announced.symmetricDifference(read)], [])
})

/** Notes the tables of each query. */
function noting(tables: Set<string>): KyselyPlugin {
  return {
    transformQuery: ({ node }) => {
      noteTables(node, tables)
      return node
    },
    transformResult: async ({ result }) => result,
  }
}

function noteTables(node: OperationNode, tables: Set<string>): void {
  for (const [name, value] of Object.entries(node)) {
    if (node.kind === 'TableNode' && name === 'table') tables.add((value as { identifier: { name: string } }).identifier.name)
    for (const child of Array.isArray(value) ? value : [value])
      if (typeof child === 'object' && child !== null && 'kind' in child) noteTables(child as OperationNode, tables)
  }
}
