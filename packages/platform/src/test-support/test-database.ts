import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { silentLogger } from '@klinke/foundation'
import { Client, type ClientConfig } from 'pg'
import { systemClock } from '../clock/system-clock.ts'
import { Database } from '../database/database.ts'
import { EmbeddedPostgres } from '../database/embedded/embedded-postgres.ts'
import { migrate } from '../database/migrate.ts'
import { type MigrationFolder, readMigrations } from '../database/migrations.ts'
import { prepareOwn } from '../database/open-database.ts'
import { OWNER } from '../database/roles.ts'
import { CLUSTER_PREFIX, removeAbandonedClusters } from './abandoned-clusters.ts'
import { copyKeptCluster, keepCluster, keepsClusters } from './kept-clusters.ts'

/** A PostgreSQL for one test file: started once, with as many fresh databases as there are tests. */
export interface TestCluster extends AsyncDisposable {
  readonly server: EmbeddedPostgres
  /** A migrated, empty database of its own. Disposing of it disconnects; the cluster's end removes it. */
  database(): Promise<TestDatabase>
}

export interface TestDatabase extends AsyncDisposable {
  readonly database: Database
  /** Logs in as the owner, for looking past the application. */
  readonly owner: ClientConfig
  /** The same as a URL, as DATABASE_URL would be. */
  readonly url: string
}

const TEMPLATE = 'klinke_template'
/** Safety against power loss is worth nothing here and costs most of the time; a killed server still loses no commit. */
const FAST = { fsync: 'off', full_page_writes: 'off', shared_buffers: '32MB', max_connections: '60' }

/**
 * Starts a cluster in a temporary folder: `after(() => cluster[Symbol.asyncDispose]())`. Takes about a second, less where
 * the test run has kept one; each database about 50 ms, because it is copied from a migrated template.
 */
export async function testCluster(migrations: readonly MigrationFolder[]): Promise<TestCluster> {
  await removeAbandonedClusters()
  const folder = mkdtempSync(join(tmpdir(), `${CLUSTER_PREFIX}${process.pid}-`))
  const home = join(folder, 'postgres')
  const isKept = copyKeptCluster(migrations, home)
  let server = await start(home)
  // A test file that fails hard leaves no server behind; one that is killed leaves it to the next.
  const kill = (): void => void (server.pid && process.kill(server.pid, 'SIGQUIT'))
  process.once('exit', kill)
  if (!isKept) {
    await migrateTemplate(server, migrations).catch(async (error: unknown) => {
      await server.stop()
      throw error
    })
    if (keepsClusters()) {
      await server.stop()
      keepCluster(migrations, home)
      server = await start(home)
    }
  }
  let count = 0
  return {
    server,
    database: async () => {
      const name = `klinke_test_${++count}`
      await withClient(server.connection(), (client) => client.query(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE} OWNER ${OWNER}`))
      return testDatabase({ ...server.connection(name), user: OWNER })
    },
    [Symbol.asyncDispose]: async () => {
      process.off('exit', kill)
      await server.stop()
      rmSync(folder, { recursive: true })
    },
  }
}

function start(folder: string): Promise<EmbeddedPostgres> {
  return EmbeddedPostgres.start({ folder, settings: FAST, logger: silentLogger })
}

async function migrateTemplate(server: EmbeddedPostgres, migrations: readonly MigrationFolder[]): Promise<void> {
  const template = await prepareOwn(server, TEMPLATE)
  await withClient(template, (owner) => migrate(owner, readMigrations(migrations)))
}

function testDatabase(owner: ClientConfig): TestDatabase {
  const database = new Database({ connection: owner, clock: systemClock(), logger: silentLogger, maxConnections: 5 })
  const url = `postgresql://${owner.user}:${String(owner.password)}@127.0.0.1:${owner.port}/${owner.database}`
  return { database, owner, url, [Symbol.asyncDispose]: () => database.close() }
}

async function withClient<T>(connection: ClientConfig, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client(connection)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
