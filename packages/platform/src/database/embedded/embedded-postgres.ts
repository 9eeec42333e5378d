import { spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'
import type { Logger } from '@klinke/foundation'
import type { ClientConfig } from 'pg'
import { EmbeddedPostgresFailed } from '../errors.ts'
import { type Account, postgresAccount } from './account.ts'
import { type PostgresBinaries, postgresBinaries } from './binaries.ts'
import { freePort } from './free-port.ts'
import { dataDirectoryName, IN_WORKING_DIRECTORY, type PostgresHome, preparePostgresHome } from './home.ts'
import { initialiseCluster, postgresEnvironment, SUPERUSER } from './initialise-cluster.ts'
import { InUse, OwnerLock } from './owner-lock.ts'
import { dropForeignPidFile, endProcess, isAlive, type Postmaster, runningPostmaster } from './postmaster.ts'

export interface EmbeddedPostgresOptions {
  /** Folder for the cluster, its password and its logs; made when missing. */
  readonly folder: string
  /** TCP port on 127.0.0.1; absent takes a free one. */
  readonly port?: number
  /** Further server settings, such as `fsync: 'off'` for tests. */
  readonly settings?: Readonly<Record<string, string>>
  readonly logger: Logger
}

/** Replaying the log of a large, hard-stopped database takes this long at most. */
const START_LIMIT_MS = 300_000
const POLL_MS = 20
const LOOPBACK = '127.0.0.1'
/** Longest path of a Unix socket on any system (sun_path is 104 to 108 bytes). */
const MAX_SOCKET_PATH = 100
const RESTART_PAUSES_MS = [100, 500, 1_000, 2_000, 5_000]

/**
 * PostgreSQL as a child of Klinke, on loopback. It is in a process group of its own, so that Ctrl+C reaches only
 * Klinke, which first drains. It outlives a killed Klinke; the next start adopts it.
 */
export class EmbeddedPostgres implements AsyncDisposable {
  readonly #options: EmbeddedPostgresOptions
  readonly #account: Account | undefined
  readonly #home: PostgresHome
  readonly #binaries: PostgresBinaries
  #port = 0
  #host = LOOPBACK
  #lock: OwnerLock | undefined
  #stopping = false
  #stopped: Promise<void> | undefined

  /** Starts or adopts the server and returns once it accepts connections. Throws `EmbeddedPostgresFailed`. */
  static async start(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
    const server = new EmbeddedPostgres(options)
    await initialiseCluster(server.#home, server.#binaries, server.#account)
    server.#port = options.port ?? (await freePort())
    await server.#run()
    return server
  }

  private constructor(options: EmbeddedPostgresOptions) {
    this.#options = options
    this.#account = postgresAccount(options.folder)
    this.#home = preparePostgresHome(options.folder, this.#account)
    this.#binaries = postgresBinaries(this.#account)
  }

  /** How to connect as the superuser. */
  connection(database = 'postgres'): ClientConfig {
    return { host: this.#host, port: this.#port, user: SUPERUSER, password: this.#home.password, database }
  }

  /** Process id of the server, for fault injection in tests. */
  get pid(): number | undefined {
    return runningPostmaster(this.#home.cluster)?.pid
  }

  /** Fast shutdown: running statements end, data is flushed. Settles when the process is gone. */
  stop(): Promise<void> {
    this.#stopped ??= this.#stop()
    return this.#stopped
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.stop()
  }

  async #run(): Promise<void> {
    const found = runningPostmaster(this.#home.cluster)
    if (found && (await this.#adopt(found))) return
    const launched = this.#launch()
    await this.#own(await this.#ready(() => launched.ended))
  }

  /** False when the server found cannot be used; it is stopped then. */
  async #adopt(found: Postmaster): Promise<boolean> {
    try {
      const server = await this.#ready(() => !isAlive(found.pid))
      await this.#own(server)
      this.#options.logger.info('PostgreSQL that runs already is adopted', { pid: found.pid, port: server.port })
      return true
    } catch (error) {
      if (error instanceof InUse) throw error
      this.#options.logger.warn('PostgreSQL that runs already is not usable and is stopped', { pid: found.pid, error: error as Error })
      await endProcess(found.pid)
      return false
    }
  }

  async #own({ port, socketFolder }: Postmaster): Promise<void> {
    this.#port = port
    this.#host = socketFolder === IN_WORKING_DIRECTORY ? this.#home.cluster : socketFolder || LOOPBACK
    this.#lock = await OwnerLock.take(this.connection(), () => void this.#revive())
  }

  #launch(): { readonly ended: boolean } {
    dropForeignPidFile(this.#home.cluster)
    const log = openSync(this.#home.startLog, 'w', 0o600)
    const owner = this.#account ? { uid: this.#account.uid, gid: this.#account.gid } : {}
    const child = spawn(this.#binaries.postgres, this.#serverOptions(), {
      cwd: this.#home.cluster,
      detached: true,
      env: postgresEnvironment(),
      stdio: ['ignore', log, log],
      ...owner,
    })
    closeSync(log)
    const launched = { ended: false }
    child.once('exit', () => {
      launched.ended = true
    })
    child.once('error', (error) => {
      launched.ended = true
      this.#options.logger.error('PostgreSQL cannot be run', { error })
    })
    child.unref()
    return launched
  }

  #serverOptions(): string[] {
    const settings: Readonly<Record<string, string>> = {
      listen_addresses: LOOPBACK,
      port: String(this.#port),
      unix_socket_directories: this.#socketFolder(),
      timezone: 'UTC',
      // Statements here are short: compiling them costs more than it saves.
      jit: 'off',
      // Seven files, one per weekday, each overwritten a week later.
      logging_collector: 'on',
      log_filename: 'postgresql-%a.log',
      log_truncate_on_rotation: 'on',
      log_rotation_size: '0',
      ...this.#options.settings,
    }
    return ['-D', dataDirectoryName(this.#home.cluster), ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])]
  }

  /** A Unix socket costs half of what loopback does; the cluster's folder lets only PostgreSQL's user and root in. */
  #socketFolder(): string {
    const { cluster } = this.#home
    return `${cluster}/.s.PGSQL.${this.#port}.lock`.length > MAX_SOCKET_PATH ? '' : dataDirectoryName(cluster)
  }

  /** Waits until the server accepts connections. Throws when `ended` says it is gone. */
  async #ready(ended: () => boolean): Promise<Postmaster> {
    const untilMs = performance.now() + START_LIMIT_MS
    while (performance.now() < untilMs && !ended()) {
      const server = runningPostmaster(this.#home.cluster)
      if (server?.status === 'ready') return server
      await delay(POLL_MS)
    }
    throw new EmbeddedPostgresFailed(`PostgreSQL in ${this.#home.folder} did not start. It said: ${this.#startLog() || 'nothing'}`)
  }

  #startLog(): string {
    try {
      return readFileSync(this.#home.startLog, 'utf8').trim().slice(-2_000)
    } catch {
      return ''
    }
  }

  /** The server is gone without being told to: start it again on the same port until it runs. */
  async #revive(): Promise<void> {
    for (let attempt = 0; !this.#stopping; attempt++) {
      try {
        await this.#run()
        this.#options.logger.warn('PostgreSQL had ended and runs again', { attempt })
        return
      } catch (error) {
        this.#options.logger.error('PostgreSQL does not start again', { error: error as Error, attempt })
        await delay(RESTART_PAUSES_MS[Math.min(attempt, RESTART_PAUSES_MS.length - 1)])
      }
    }
  }

  async #stop(): Promise<void> {
    this.#stopping = true
    await this.#lock?.release()
    const server = runningPostmaster(this.#home.cluster)
    if (server) await endProcess(server.pid)
  }
}
