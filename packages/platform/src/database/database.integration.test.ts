import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { silentLogger } from '@klinke/foundation'
import { eventually } from '@klinke/testbed'
import { sql } from 'kysely'
import { Client, type ClientConfig } from 'pg'
import { systemClock } from '../clock/system-clock.ts'
import { platformMigrations } from '../migrations.ts'
import { type TestCluster, testCluster } from '../test-support/index.ts'
import type { Database } from './database.ts'
import { errorCode } from './errors.ts'
import type { MigrationFolder } from './migrations.ts'
import type { Listening, Subscription } from './notification-listener.ts'
import { openDatabase } from './open-database.ts'
import { Snapshots } from './snapshots.ts'

let cluster: TestCluster
before(async () => {
  cluster = await testCluster([platformMigrations])
})
after(() => cluster[Symbol.asyncDispose]())

const clock = systemClock()
const TENANT = '018f0000-0000-7000-8000-0000000000a1'

function folder(): { path: string } & Disposable {
  const path = mkdtempSync(join(tmpdir(), 'klinke-data-'))
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) }
}

function open(url: string, migrations: readonly MigrationFolder[] = [platformMigrations]): Promise<Database> {
  return openDatabase({ url, dataDirectory: '/nonexistent', migrations, clock, logger: silentLogger })
}

function urlOf({ port, user, password, database }: ClientConfig): string {
  return `postgresql://${user}:${String(password)}@127.0.0.1:${port}/${database}`
}

async function asSuperuser(statements: string): Promise<void> {
  const client = new Client(cluster.server.connection())
  await client.connect()
  for (const statement of statements.split(';')) await client.query(statement)
  await client.end()
}

test('the first start on an empty data folder gives a migrated database, and the second finds it', { timeout: 60_000 }, async () => {
  using data = folder()
  const options = { dataDirectory: data.path, migrations: [platformMigrations], clock, logger: silentLogger }
  for (let start = 0; start < 2; start++) {
    await using database = await openDatabase(options)
    const count = await database.withOperator((tx) => sql<{ keys: number }>`SELECT count(*) AS keys FROM api_key`.execute(tx.tables()))
    assert.equal(count.rows[0]?.keys, 0)
  }
})

test('DATABASE_URL may name a superuser: row-level security holds all the same', async () => {
  await asSuperuser('CREATE DATABASE by_superuser')
  await using database = await open(urlOf(cluster.server.connection('by_superuser')))
  const role = await database.withOperator((tx) => sql<{ role: string }>`SELECT current_user AS role`.execute(tx.tables()))
  assert.equal(role.rows[0]?.role, 'klinke_operator')
})

test('DATABASE_URL may name an owner who can create roles, or one to whom an administrator gave them', async () => {
  await asSuperuser(`CREATE ROLE plain LOGIN PASSWORD 'x'; CREATE DATABASE by_plain OWNER plain`)
  const url = urlOf({ ...cluster.server.connection('by_plain'), user: 'plain', password: 'x' })
  const refusal = await open(url).then(
    () => assert.fail('an owner without the roles was accepted'),
    (error: Error) => error.message,
  )
  // The message holds the statements to run; run them.
  const statements = [...refusal.matchAll(/GRANT [^;]+/g)].flatMap(([grant]) => [grant, grant.replace('klinke_app', 'klinke_operator')])
  await asSuperuser(statements.join(';'))
  await using database = await open(url)
  assert.equal(await database.isReady(), true)
})

test('an unreachable server is said so at the start', async () => {
  await assert.rejects(open('postgresql://klinke:x@127.0.0.1:1/klinke'), { code: 'database-not-reached', message: /127\.0\.0\.1:1/ })
})

test('a migration that fails leaves nothing of itself and is named', async () => {
  using broken = folder()
  writeFileSync(join(broken.path, '9000-broken.sql'), 'CREATE TABLE half (id integer); SELECT nonsense;')
  await asSuperuser('CREATE DATABASE for_broken')
  const url = urlOf(cluster.server.connection('for_broken'))
  const migrations = [platformMigrations, { packageName: 'test', directory: broken.path }]
  await assert.rejects(open(url, migrations), { code: 'migration-failed', message: /test\/9000-broken\.sql.*nonsense/ })
  await using database = await open(url)
  const left = await database.withOperator((tx) =>
    sql<{ half: string | null }>`SELECT to_regclass('klinke.half') AS half`.execute(tx.tables()),
  )
  assert.equal(left.rows[0]?.half, null)
})

test('a database that has a higher number already is upgraded with what landed below it', async () => {
  using landing = folder()
  writeFileSync(join(landing.path, '9001-first.sql'), 'CREATE TABLE first_one (id integer)')
  writeFileSync(join(landing.path, '9003-third.sql'), 'CREATE TABLE third_one (id integer)')
  await asSuperuser('CREATE DATABASE for_late')
  const url = urlOf(cluster.server.connection('for_late'))
  const migrations = [platformMigrations, { packageName: 'test', directory: landing.path }]
  await (await open(url, migrations)).close()
  writeFileSync(join(landing.path, '9002-second.sql'), 'ALTER TABLE first_one ADD COLUMN late integer')
  await (await open(url, migrations)).close()
  await using database = await open(url, migrations)
  const { rows } = await database.withOperator((tx) =>
    sql<{
      late: boolean
    }>`SELECT EXISTS (SELECT FROM pg_attribute WHERE attrelid = 'klinke.first_one'::regclass AND attname = 'late') AS late`.execute(
      tx.tables(),
    ),
  )
  assert.equal(rows[0]?.late, true)
})

test('two nodes that start at once on an empty database migrate it once', async () => {
  await asSuperuser('CREATE DATABASE for_two')
  const url = urlOf(cluster.server.connection('for_two'))
  const databases = await Promise.all([open(url), open(url), open(url)])
  for (const database of databases) await database.close()
})

test('while the database is away callers are told so, and what was followed is loaded again when it is back', {
  timeout: 60_000,
}, async () => {
  await using opened = await cluster.database()
  const { database } = opened
  let loads = 0
  const source = { loadAll: async () => new Map([['all', ++loads]]), load: async () => ++loads }
  const snapshots = new Snapshots({
    source,
    channel: 'klinke_tenant',
    listen: (channel, listening) => database.listen(channel, listening),
    clock,
    logger: silentLogger,
  })
  await snapshots.start()
  const { pid } = cluster.server
  assert.ok(pid)
  process.kill(pid, 'SIGQUIT')
  await eventually('the error', () =>
    database
      .withOperator((tx) => sql`SELECT 1`.execute(tx.tables()))
      .then(
        () => false,
        (error: unknown) => {
          assert.equal(errorCode(error), 'database-unavailable')
          return true
        },
      ),
  )
  assert.equal(snapshots.get('all'), 1, 'what was loaded stays while the database is away')
  await eventually('the return of the database', () => database.isReady())
  await eventually('loading again', () => loads === 2)
  await snapshots.close()
})

test('who has changed the configuration goes on when calls see it, though the picture was being loaded at that moment', async () => {
  await using opened = await cluster.database()
  const { database } = opened
  await database.withOperator(async (tx) => {
    await sql`SET LOCAL ROLE NONE`.execute(tx.tables())
    await sql`CREATE TABLE setting (tenant_id uuid PRIMARY KEY, value integer)`.execute(tx.tables())
    await sql`SELECT protect_tenant_table('setting'), announce_tenant_changes('setting')`.execute(tx.tables())
  })
  const set = (value: number): Promise<unknown> =>
    database.withTenant(TENANT, (tx) =>
      sql`INSERT INTO setting VALUES (${TENANT}, ${value}) ON CONFLICT (tenant_id) DO UPDATE SET value = excluded.value`.execute(
        tx.tables(),
      ),
    )
  /** Loads that have read wait for this before they give what they read. */
  let delivery = Promise.resolve()
  let reads = 0
  const load = async (): Promise<number | undefined> => {
    const { rows } = await database.withTenant(TENANT, (tx) => sql<{ value: number }>`SELECT value FROM setting`.execute(tx.tables()))
    reads++
    await delivery
    return rows[0]?.value
  }
  const loadAll = async (): Promise<ReadonlyMap<string, number>> => new Map()
  const listen = (channel: string, listening: Listening): Subscription => database.listen(channel, listening)
  const snapshots = new Snapshots({ source: { load, loadAll }, channel: 'klinke_tenant', listen, clock, logger: silentLogger })
  await snapshots.start()

  const held = Promise.withResolvers<void>()
  delivery = held.promise
  const first = set(1)
  await eventually('the load of the first value', () => reads === 1)
  delivery = Promise.resolve()
  const second = set(2)
  await eventually('the second value in the database', async () => {
    const { rows } = await database.withTenant(TENANT, (tx) => sql<{ value: number }>`SELECT value FROM setting`.execute(tx.tables()))
    return rows[0]?.value === 2
  })
  held.resolve()
  await Promise.all([first, second])
  assert.equal(snapshots.get(TENANT), 2)
  for (let value = 3; value < 20; value++) {
    await set(value)
    assert.equal(snapshots.get(TENANT), value)
  }
  await snapshots.close()
})

test('a statement that runs too long is ended and does not count as a lost database', async () => {
  await using opened = await cluster.database()
  const slow = opened.database.withOperator(async (tx) => {
    await sql`SET LOCAL statement_timeout = 50`.execute(tx.tables())
    await sql`SELECT pg_sleep(5)`.execute(tx.tables())
  })
  await assert.rejects(slow, { code: '57014' })
})

test('every table has row-level security that its owner cannot pass either', async () => {
  await using opened = await cluster.database()
  const open = await opened.database.withOperator((tx) =>
    sql<{ name: string }>`
      SELECT relname AS name FROM pg_class
      WHERE relnamespace = 'klinke'::regnamespace AND relkind IN ('r', 'p') AND relname <> 'migration'
        AND NOT relispartition AND NOT (relrowsecurity AND relforcerowsecurity)`.execute(tx.tables()),
  )
  assert.deepEqual(open.rows, [])
})
