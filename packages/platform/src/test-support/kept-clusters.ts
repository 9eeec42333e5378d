import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type MigrationFolder, readMigrations } from '../database/migrations.ts'

/** A folder of the test run: its test files keep clusters here for each other, each with a template of other migrations. */
const VARIABLE = 'TEST_CLUSTERS_OF_KLINKE'

export function keepsClusters(): boolean {
  return process.env[VARIABLE] !== undefined
}

/** Lays a copy at `home` when a cluster with these migrations is kept. */
export function copyKeptCluster(migrations: readonly MigrationFolder[], home: string): boolean {
  const kept = placeOf(migrations)
  if (kept === undefined || !existsSync(kept)) return false
  copy(kept, home)
  return true
}

/** Keeps the cluster at `home`, which is stopped. Of two at a time one is enough. */
export function keepCluster(migrations: readonly MigrationFolder[], home: string): void {
  const kept = placeOf(migrations)
  if (kept === undefined || existsSync(kept)) return
  const part = `${kept}.${process.pid}.part`
  copy(home, part)
  if (existsSync(kept)) rmSync(part, { recursive: true })
  else renameSync(part, kept)
}

function placeOf(migrations: readonly MigrationFolder[]): string | undefined {
  const folder = process.env[VARIABLE]
  if (folder === undefined) return undefined
  const hash = createHash('sha256')
  for (const { number, checksum } of readMigrations(migrations)) hash.update(`${number} ${checksum}\n`)
  return join(folder, hash.digest('hex').slice(0, 16))
}

/** With its owners: PostgreSQL runs as a user of its own. */
function copy(from: string, to: string): void {
  const copied = spawnSync('cp', ['--archive', from, to], { encoding: 'utf8' })
  if (copied.status !== 0) throw new Error(`${from} cannot be copied: ${copied.error?.message ?? copied.stderr}`)
}
