import { setTimeout as delay } from 'node:timers/promises'
import { Client, type ClientConfig } from 'pg'
import { EmbeddedPostgresFailed } from '../errors.ts'

/** Any constant that nothing else uses: "klinke" in ASCII. */
const LOCK_KEY = '118074515188581'
/** A killed Klinke's session ends as soon as PostgreSQL reads its closed socket. */
const TAKE_LIMIT_MS = 5_000
const RETRY_MS = 100

/** Another process manages this PostgreSQL. */
export class InUse extends EmbeddedPostgresFailed {
  constructor() {
    super('Another Klinke runs on this data folder. Stop it, or set KLINKE_DATA_DIR to another folder.')
  }
}

/**
 * Says that this process is the one that manages the own PostgreSQL: a session lock, which a killed process
 * loses by itself. Its connection also tells at once when the server ends.
 */
export class OwnerLock {
  readonly #client: Client
  #released = false

  /** Throws `InUse` when another process holds the lock. `onLost` is called once if the session ends unasked. */
  static async take(connection: ClientConfig, onLost: () => void): Promise<OwnerLock> {
    const client = new Client({ ...connection, application_name: 'klinke owner', keepAlive: true, connectionTimeoutMillis: TAKE_LIMIT_MS })
    const lock = new OwnerLock(client)
    // The error is followed by "end", which says all that is needed.
    client.on('error', () => undefined)
    await client.connect()
    if (!(await lock.#acquire())) {
      await client.end()
      throw new InUse()
    }
    client.once('end', () => {
      if (!lock.#released) onLost()
    })
    return lock
  }

  private constructor(client: Client) {
    this.#client = client
  }

  async release(): Promise<void> {
    this.#released = true
    // The lock goes with the connection, however that ends.
    await this.#client.end().catch(() => undefined)
  }

  async #acquire(): Promise<boolean> {
    const untilMs = performance.now() + TAKE_LIMIT_MS
    do {
      const answer = await this.#client.query<{ taken: boolean }>(`SELECT pg_try_advisory_lock(${LOCK_KEY}) AS taken`)
      if (answer.rows[0]?.taken) return true
      await delay(RETRY_MS)
    } while (performance.now() < untilMs)
    return false
  }
}
