import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { EmbeddedPostgresFailed } from '../errors.ts'
import { type Account, canReach, OPEN_HOME } from './account.ts'

/** The folder of the own PostgreSQL, with everything in it owned by the account it runs as. */
export interface PostgresHome {
  /** Real path. */
  readonly folder: string
  /** PGDATA. */
  readonly cluster: string
  readonly password: string
  readonly passwordFile: string
  /** What PostgreSQL says while it starts; the running log is in `<cluster>/log`. */
  readonly startLog: string
}

/**
 * Makes or finds the home at `path`. Where `account` may not enter the parents (data below /root), the home is
 * made in /var/lib/klinke with a symbolic link at `path`, rather than opening folders that are none of ours.
 */
export function preparePostgresHome(path: string, account: Account | undefined): PostgresHome {
  if (!isThere(path)) makeHome(path, account)
  const folder = realpathSync(path)
  const passwordFile = join(folder, 'password')
  const cluster = join(folder, 'cluster')
  if (!existsSync(passwordFile)) writePassword(passwordFile, cluster, account)
  const password = readFileSync(passwordFile, 'utf8').trim()
  return { folder, cluster, password, passwordFile, startLog: join(folder, 'start.log') }
}

function makeHome(path: string, account: Account | undefined): void {
  const parent = dirname(path)
  mkdirSync(parent, { recursive: true })
  if (account && !canReach(parent, account) && canReach(dirname(parent), account)) {
    // The data folder is ours: letting others pass through it (not list it) is enough.
    chmodSync(parent, statSync(parent).mode | 0o011)
  }
  if (!account || canReach(parent, account)) {
    makeFolder(path, account)
    return
  }
  const outside = join(OPEN_HOME, `postgres-${randomBytes(6).toString('hex')}`)
  mkdirSync(OPEN_HOME, { recursive: true, mode: 0o755 })
  makeFolder(outside, account)
  symlinkSync(outside, path)
}

function makeFolder(path: string, account: Account | undefined): void {
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

function isThere(path: string): boolean {
  const stats = lstatSync(path, { throwIfNoEntry: false })
  if (stats?.isSymbolicLink() && !existsSync(path)) {
    throw new EmbeddedPostgresFailed(
      `${path} points to a database folder that is gone. Restore it, or delete the link to begin with an empty database.`,
    )
  }
  return stats !== undefined
}
