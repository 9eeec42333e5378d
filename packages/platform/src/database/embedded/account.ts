import { readFileSync, type Stats, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { EmbeddedPostgresFailed } from '../errors.ts'

/** A user of the system that PostgreSQL runs as when Klinke is root: PostgreSQL refuses to run as root. */
export interface Account {
  readonly name: string
  readonly uid: number
  readonly gid: number
}

/** Root's place for programs that an unprivileged account must reach although the checkout lies in a closed folder. */
export const OPEN_HOME = '/var/lib/klinke'

/** In this order; `nobody` exists on every Linux. Nothing is added to the system's users. */
const CANDIDATES = ['klinke', 'postgres', 'nobody']

/** The account to run PostgreSQL as: undefined (no change) unless Klinke is root. The owner of existing files in `folder` wins. */
export function postgresAccount(folder: string): Account | undefined {
  if (process.getuid?.() !== 0) return undefined
  const owner = statSync(folder, { throwIfNoEntry: false })
  if (owner && owner.uid !== 0) return { name: `uid ${owner.uid}`, uid: owner.uid, gid: owner.gid }
  const users = readFileSync('/etc/passwd', 'utf8').split('\n')
  for (const name of CANDIDATES) {
    const [, , uid, gid] = users.find((line) => line.startsWith(`${name}:`))?.split(':') ?? []
    if (uid !== undefined && gid !== undefined) return { name, uid: Number(uid), gid: Number(gid) }
  }
  throw new EmbeddedPostgresFailed(
    `Klinke runs as root and PostgreSQL must not, but none of the users ${CANDIDATES.join(', ')} exists. ` +
      'Create one ("useradd --system klinke"), start Klinke as another user, or set DATABASE_URL.',
  )
}

/** True when `account` may enter each folder on the way to `path` (symbolic links resolved by the caller). */
export function canReach(path: string, account: Account): boolean {
  for (let folder = resolve(path); ; folder = dirname(folder)) {
    const stats = statSync(folder, { throwIfNoEntry: false })
    if (stats && !mayEnter(stats, account)) return false
    if (folder === dirname(folder)) return true
  }
}

function mayEnter(stats: Stats, account: Account): boolean {
  if (stats.uid === account.uid) return (stats.mode & 0o100) !== 0
  if (stats.gid === account.gid) return (stats.mode & 0o010) !== 0
  return (stats.mode & 0o001) !== 0
}
