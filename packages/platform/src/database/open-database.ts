import { join } from 'node:path'
import type { Clock, Logger } from '@klinke/foundation'
import { Client, type ClientConfig } from 'pg'
import { Database } from './database.ts'
import { EmbeddedPostgres } from './embedded/embedded-postgres.ts'
import { DatabaseNotReached, DatabaseUnavailable, errorCode, isAway } from './errors.ts'
import { migrate } from './migrate.ts'
import { type MigrationFolder, readMigrations } from './migrations.ts'
import { OWNER, prepareRoles } from './roles.ts'

export interface OpenDatabaseOptions {
  /** `DATABASE_URL`: the operator's own PostgreSQL, logging in as the owner. Absent: one of our own in `dataDirectory`. */
  readonly url?: string | undefined
  readonly dataDirectory: string
  /** Port of the own PostgreSQL; absent takes a free one. */
  readonly port?: number
  /** Settings of the own PostgreSQL beside the usual ones. */
  readonly settings?: Readonly<Record<string, string>>
  readonly migrations: readonly MigrationFolder[]
  readonly clock: Clock
  readonly logger: Logger
  readonly maxConnections?: number
}

/**
 * Starts or reaches PostgreSQL, brings roles and schema up to date and returns the way to the data.
 * Throws `EmbeddedPostgresFailed`, `DatabaseNotReached`, `DatabaseSetupRefused`, `MigrationFailed` or `DatabaseUnavailable`, each saying how to mend it.
 */
export async function openDatabase(options: OpenDatabaseOptions): Promise<Database> {
  const { url, clock, logger } = options
  // Read first: a wrong migration file is found without touching anything.
  const migrations = readMigrations(options.migrations)
  const server =
    url === undefined ? await EmbeddedPostgres.start({ ...options, folder: join(options.dataDirectory, 'postgres') }) : undefined
  try {
    const connection = server ? await prepareOwn(server) : await prepareForeign(url ?? '')
    const applied = await withClient(connection, (owner) => migrate(owner, migrations))
    logger.info('database ready', { applied: applied.length, own: server !== undefined })
    const limit = options.maxConnections === undefined ? {} : { maxConnections: options.maxConnections }
    return new Database({ connection, clock, logger, ...limit, ...(server ? { afterClose: () => server.stop() } : {}) })
  } catch (error) {
    await server?.stop()
    throw isAway(error) && !(error instanceof DatabaseNotReached) ? new DatabaseUnavailable(error) : error
  }
}

/** Makes owner, roles and database in a cluster of our own; the owner is no superuser and shares the cluster's password. */
export async function prepareOwn(server: EmbeddedPostgres, database: string = OWNER): Promise<ClientConfig> {
  const superuser = server.connection()
  await withClient(superuser, async (client) => {
    const password = client.escapeLiteral(String(superuser.password))
    await client.query(`CREATE ROLE ${OWNER} LOGIN PASSWORD ${password}`).catch(ignoreExisting)
    await prepareRoles(client, OWNER)
    await client.query(`CREATE DATABASE ${client.escapeIdentifier(database)} OWNER ${OWNER}`).catch(ignoreExisting)
  })
  return { ...server.connection(database), user: OWNER }
}

async function prepareForeign(url: string): Promise<ClientConfig> {
  const connection: ClientConfig = { connectionString: url }
  await withClient(connection, async () => undefined).catch((error: unknown) => {
    throw new DatabaseNotReached(url, error)
  })
  await withClient(connection, async (client) => {
    const answer = await client.query<{ owner: string }>('SELECT current_user AS owner')
    await prepareRoles(client, answer.rows[0]?.owner ?? '')
  })
  return connection
}

/** duplicate_object or duplicate_database. */
function ignoreExisting(error: unknown): void {
  if (errorCode(error) !== '42710' && errorCode(error) !== '42P04') throw error
}

async function withClient<T>(connection: ClientConfig, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ ...connection, application_name: 'klinke setup' })
  // A connection that breaks says so to the statement under way, too.
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
