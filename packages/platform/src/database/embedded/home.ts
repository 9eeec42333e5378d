import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { EmbeddedPostgresFailed } from '../errors.ts'
import type { Account } from './account.ts'

export const IN_WORKING_DIRECTORY = '/proc/self/cwd'

/**
 * What PostgreSQL and its tools, started in `path`, call it: on Linux their working directory. So root can start
 * them in a folder whose parents their user may not enter.
 */
export function dataDirectoryName(path: string): string {
  return process.platform === 'linux' ? IN_WORKING_DIRECTORY : path
}

/** The folder of the own PostgreSQL, with everything in it owned by the account it runs as. */
export interface PostgresHome {
  /** Real path. */
  readonly folder: string
  /** PGDATA. */
  readonly cluster: string
  readonly password: string
  /** What PostgreSQL says while it starts; the running log is in `<cluster>/log`. */
  readonly startLog: string
}

/** Makes or finds the home at `path`. Its parents may be closed to `account`, as below /root: see `dataDirectoryName`. */
export function preparePostgresHome(path: string, account: Account | undefined): PostgresHome {
  mkdirSync(dirname(path), { recursive: true })
  makeOwnFolder(path, account)
  const folder = realpathSync(path)
  const passwordFile = join(folder, 'password')
  const cluster = join(folder, 'cluster')
  if (!existsSync(passwordFile)) writePassword(passwordFile, cluster, account)
  const password = readFileSync(passwordFile, 'utf8').trim()
  return { folder, cluster, password, startLog: join(folder, 'start.log') }
}

/** A folder of the account, closed to everyone else. One that exists stays as it is. */
export function makeOwnFolder(path: string, account: Account | undefined): void {
  if (existsSync(path)) return
  mkdirSync(path, { mode: 0o700 })
  if (account) chownSync(path, account.uid, account.gid)
}

function writePassword(passwordFile: string, cluster: string, account: Account | undefined): void {
  if (existsSync(cluster)) {
    throw new EmbeddedPostgresFailed(`${passwordFile} is missing, but the database in ${cluster} needs it. Restore the file from a backup.`)
  }
  writeFileSync(passwordFile, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600 })
  if (account) chownSync(passwordFile, account.uid, account.gid)
}
