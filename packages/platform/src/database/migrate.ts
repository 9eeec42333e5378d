import type { Client } from 'pg'
import { MigrationFailed } from './errors.ts'
import { type AppliedMigration, type Migration, pendingMigrations } from './migrations.ts'
import { APP_ROLE, OPERATOR_ROLE, SCHEMA } from './roles.ts'

/** Any constant that nothing else uses: "migrate" in ASCII. */
const LOCK_KEY = '30799391870350437'

/** Applies what is missing, each file in a transaction of its own; several nodes starting at once wait for each other. */
export async function migrate(owner: Client, migrations: readonly Migration[]): Promise<readonly Migration[]> {
  await owner.query(`SELECT pg_advisory_lock(${LOCK_KEY})`)
  try {
    await owner.query(`
      CREATE SCHEMA IF NOT EXISTS ${SCHEMA};
      GRANT USAGE ON SCHEMA ${SCHEMA} TO ${APP_ROLE}, ${OPERATOR_ROLE};
      CREATE TABLE IF NOT EXISTS ${SCHEMA}.migration (
        number       integer PRIMARY KEY,
        package_name text NOT NULL,
        file         text NOT NULL,
        checksum     text NOT NULL,
        applied_at   timestamptz NOT NULL DEFAULT now()
      )`)
    const past = await owner.query<AppliedMigration>(
      `SELECT number, package_name AS "packageName", file, checksum FROM ${SCHEMA}.migration ORDER BY number`,
    )
    const pending = pendingMigrations(migrations, past.rows)
    for (const migration of pending) await apply(owner, migration)
    return pending
  } finally {
    await owner.query(`SELECT pg_advisory_unlock(${LOCK_KEY})`)
  }
}

async function apply(owner: Client, migration: Migration): Promise<void> {
  const { number, packageName, file, sql, checksum } = migration
  await owner.query('BEGIN')
  try {
    await owner.query(`SET LOCAL search_path = ${SCHEMA}`)
    await owner.query(sql)
    await owner.query(`INSERT INTO ${SCHEMA}.migration (number, package_name, file, checksum) VALUES ($1, $2, $3, $4)`, [
      number,
      packageName,
      file,
      checksum,
    ])
    await owner.query('COMMIT')
  } catch (error) {
    await owner.query('ROLLBACK')
    throw new MigrationFailed(`The migration ${packageName}/${file} failed: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    })
  }
}
