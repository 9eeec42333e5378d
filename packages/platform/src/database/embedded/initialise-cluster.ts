import { spawn } from 'node:child_process'
import { existsSync, renameSync, rmSync } from 'node:fs'
import { EmbeddedPostgresFailed } from '../errors.ts'
import type { Account } from './account.ts'
import type { PostgresBinaries } from './binaries.ts'
import { dataDirectoryName, makeOwnFolder, type PostgresHome } from './home.ts'

/** The role of the cluster's creator. Klinke uses it to make its own roles and database, and for nothing else. */
export const SUPERUSER = 'postgres'

/** Runs initdb unless the cluster exists. It works in a neighbouring folder first: one cut short leaves no half cluster. */
export async function initialiseCluster(home: PostgresHome, binaries: PostgresBinaries, account: Account | undefined): Promise<void> {
  if (existsSync(home.cluster)) return
  const part = `${home.cluster}.part`
  rmSync(part, { recursive: true, force: true })
  makeOwnFolder(part, account)
  const output = await run(binaries.initdb, initdbOptions(dataDirectoryName(part)), part, account)
  if (output.code !== 0) {
    throw new EmbeddedPostgresFailed(`initdb could not make the database in ${home.folder}: ${output.text.trim()}`)
  }
  renameSync(part, home.cluster)
}

function initdbOptions(pgdata: string): readonly string[] {
  return [
    `--pgdata=${pgdata}`,
    `--username=${SUPERUSER}`,
    // The home's password, from the folder beside.
    `--pwfile=${pgdata}/../password`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    // PostgreSQL's own collation: the same order on every machine, and no index breaks when the C library changes.
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
  ]
}

interface Output {
  readonly code: number | null
  readonly text: string
}

function run(command: string, args: readonly string[], cwd: string, account: Account | undefined): Promise<Output> {
  return new Promise((resolve, reject) => {
    const owner = account ? { uid: account.uid, gid: account.gid } : {}
    const child = spawn(command, args, { cwd, env: postgresEnvironment(), stdio: ['ignore', 'ignore', 'pipe'], ...owner })
    let text = ''
    child.stderr.on('data', (chunk: Buffer) => {
      text += chunk.toString()
    })
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, text }))
  })
}

/** Nothing of Klinke's environment (which may hold secrets) reaches PostgreSQL. */
export function postgresEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH ?? '', LC_ALL: 'C', TZ: 'UTC' }
}
