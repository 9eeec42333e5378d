import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { MigrationFailed } from './errors.ts'

/** A package's folder of `NNNN-name.sql` files. */
export interface MigrationFolder {
  readonly packageName: string
  readonly directory: string
}

export interface Migration {
  /** Unique in the whole product: migrations of all packages run in the order of their numbers. */
  readonly number: number
  readonly packageName: string
  readonly file: string
  readonly sql: string
  /** SHA-256 of the text, hexadecimal. */
  readonly checksum: string
}

const FILE_NAME = /^(\d{4})-[a-z0-9-]+\.sql$/

/** All migrations in their order. Throws `MigrationFailed` on a wrong file name or a number used twice. */
export function readMigrations(folders: readonly MigrationFolder[]): readonly Migration[] {
  const migrations = folders.flatMap(readFolder).sort((a, b) => a.number - b.number)
  for (const [index, migration] of migrations.entries()) {
    const before = migrations[index - 1]
    if (before?.number === migration.number) {
      throw new MigrationFailed(`The migrations ${title(before)} and ${title(migration)} have the same number; renumber the newer one.`)
    }
  }
  return migrations
}

function readFolder({ packageName, directory }: MigrationFolder): readonly Migration[] {
  return readdirSync(directory)
    .filter((file) => file.endsWith('.sql'))
    .map((file) => {
      const number = FILE_NAME.exec(file)?.[1]
      if (number === undefined) throw new MigrationFailed(`${join(directory, file)} is not named like 0001-what-it-does.sql.`)
      const sql = readFileSync(join(directory, file), 'utf8')
      return { number: Number(number), packageName, file, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    })
}

/** What the database says was applied. */
export interface AppliedMigration {
  readonly number: number
  readonly packageName: string
  readonly file: string
  readonly checksum: string
}

/**
 * The migrations still to run, in their order. Numbers are given out ahead, so one may land after a higher one that a database has
 * already: it is applied late, because it can rest only on lower numbers and the higher ones were made without it. Throws
 * `MigrationFailed` when the past was changed: an applied file edited or missing.
 */
export function pendingMigrations(migrations: readonly Migration[], applied: readonly AppliedMigration[]): readonly Migration[] {
  const byNumber = new Map(migrations.map((migration) => [migration.number, migration]))
  for (const past of applied) {
    const now = byNumber.get(past.number)
    if (!now)
      throw new MigrationFailed(
        `This Klinke is older than its database: it does not know the migration ${title(past)}. Start the newer version.`,
      )
    if (now.checksum !== past.checksum)
      throw new MigrationFailed(`${title(now)} was changed after it had been applied. Restore it and add a new migration.`)
  }
  const done = new Set(applied.map((past) => past.number))
  return migrations.filter((migration) => !done.has(migration.number))
}

function title(migration: AppliedMigration): string {
  return `${migration.packageName}/${migration.file}`
}
