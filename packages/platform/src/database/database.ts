import { AsyncLocalStorage } from 'node:async_hooks'
import type { Clock, Logger, Timer } from '@klinke/foundation'
import { Kysely } from 'kysely'
import { type ClientConfig, Pool } from 'pg'
import type { Work } from '../audit/actor.ts'
import { begin, type How, OwnBeginDialect } from './begin.ts'
import { DatabaseUnavailable, isAway } from './errors.ts'
import { type Marks, marksOf, Statements } from './marks.ts'
import { type Listening, NotificationListener, type Subscription } from './notification-listener.ts'
import { resultTypes } from './result-types.ts'
import { Tx, type TxScope } from './tx.ts'

export interface DatabaseOptions {
  /** How the owner logs in; the transactions act as roles of their own. */
  readonly connection: ClientConfig
  readonly clock: Clock
  readonly logger: Logger
  readonly maxConnections?: number
  /** Called last by `close`: stops the own PostgreSQL. */
  readonly afterClose?: () => Promise<void>
}

const MAX_CONNECTIONS = 10
const CONNECT_TIMEOUT_MS = 5_000
const STATEMENT_TIMEOUT_MS = 30_000
/** The server ends a statement by itself before, if it lives. */
const ANSWER_TIMEOUT_MS = STATEMENT_TIMEOUT_MS + 5_000
/** A transaction begins at once, or the server hangs: it takes connections and says nothing. Somebody on the telephone waits for it. */
const BEGIN_WITHIN_MS = 3_000
/** So long whoever changed the configuration waits until calls see it; the change itself is safe by then. */
const FOLLOW_WITHIN_MS = 5_000
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/**
 * The only way to the data. A transaction runs for one tenant or for the operator, and PostgreSQL's row-level
 * security holds it to that; there is no method without a principal.
 */
export class Database implements AsyncDisposable {
  readonly #pool: Pool
  readonly #kysely: Kysely<unknown>
  readonly #listener: NotificationListener
  readonly #clock: Clock
  readonly #logger: Logger
  /** Who is at work in the request that a transaction belongs to. */
  readonly #work = new AsyncLocalStorage<Work>()
  readonly #afterClose: (() => Promise<void>) | undefined
  #closed: Promise<void> | undefined

  constructor(options: DatabaseOptions) {
    const { connection, clock, logger } = options
    this.#pool = new Pool({
      ...connection,
      application_name: 'klinke',
      max: options.maxConnections ?? MAX_CONNECTIONS,
      connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
      statement_timeout: STATEMENT_TIMEOUT_MS,
      query_timeout: ANSWER_TIMEOUT_MS,
      keepAlive: true,
      types: resultTypes(),
    })
    // A connection that breaks in the middle of a transaction says so twice: to the statement, and by an event that
    // would end the process if nobody listened.
    this.#pool.on('connect', (client) => client.on('error', (error) => logger.debug('database connection lost', { error })))
    // An idle connection that breaks is replaced by the pool at the next use.
    this.#pool.on('error', (error) => logger.debug('idle database connection lost', { error }))
    this.#kysely = new Kysely({ dialect: new OwnBeginDialect({ pool: this.#pool }) })
    this.#clock = clock
    this.#logger = logger
    this.#listener = new NotificationListener(connection, clock, logger)
    this.#afterClose = options.afterClose
  }

  /**
   * Runs `work` in a transaction that sees the rows of one tenant only. When it changed what calls read, it returns once they see
   * it: after the answer to a request the next call follows the new setting. Throws `DatabaseUnavailable` when the database is away.
   */
  withTenant<T>(tenantId: string, work: (tx: Tx) => Promise<T>): Promise<T> {
    if (!UUID.test(tenantId)) throw new TypeError(`"${tenantId}" is not a tenant id.`)
    return this.#transact({ kind: 'tenant', tenantId }, work)
  }

  /** Runs `work` in a transaction that sees the rows of one reseller's tenants. */
  withReseller<T>(resellerId: string, work: (tx: Tx) => Promise<T>): Promise<T> {
    if (!UUID.test(resellerId)) throw new TypeError(`"${resellerId}" is not a reseller id.`)
    return this.#transact({ kind: 'reseller', resellerId }, work)
  }

  /** Runs `work` in a transaction that sees all tenants: for the operator's own work, never for a tenant's request. */
  withOperator<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.#transact({ kind: 'operator' }, work)
  }

  /** As `withOperator`, to read only: `work` sees everything as it was when it began, however long it takes, and keeps nobody waiting. */
  withSnapshot<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.#transact({ kind: 'operator' }, work, 'snapshot')
  }

  /** Runs `work`, and all that follows from it, on behalf of an actor: the audit log says so of each change. */
  actingAs<T>(work: Work, act: () => T): T {
    return this.#work.run(work, act)
  }

  /** Follows a NOTIFY channel for as long as the database lives, across lost connections. */
  listen(channel: string, listening: Listening): Subscription {
    return this.#listener.subscribe(channel, listening)
  }

  /** True when the database answers within the connection timeout. For the readiness probe. */
  async isReady(): Promise<boolean> {
    try {
      await this.#pool.query('SELECT 1')
      return true
    } catch {
      return false
    }
  }

  /** Waits for running transactions, then disconnects. Harmless when repeated. */
  close(): Promise<void> {
    this.#closed ??= this.#close()
    return this.#closed
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close()
  }

  async #transact<T>(scope: TxScope, work: (tx: Tx) => Promise<T>, how?: How): Promise<T> {
    const { result, announced, audited } = await this.#committed(scope, work, how)
    const acting = this.#work.getStore()
    if (audited && acting !== undefined) acting.audited = true
    if (announced) await this.#followed()
    return result
  }

  async #committed<T>(scope: TxScope, work: (tx: Tx) => Promise<T>, how?: How): Promise<Marks & { readonly result: T }> {
    const beginning = this.#beginning()
    const committed = this.#kysely.transaction().execute(async (transaction) => {
      await begin(transaction, scope, this.#actor(), how)
      beginning.done()
      const statements = new Statements()
      const result = await work(new Tx(scope, transaction.withPlugin(statements)))
      return { result, ...(await marksOf(transaction, statements)) }
    })
    try {
      return await Promise.race([committed, beginning.late])
    } catch (error) {
      if (isAway(error)) throw new DatabaseUnavailable(error)
      throw error
    } finally {
      beginning.timer.cancel()
      // Nobody waits any more for one that begins too late: it is taken back.
      committed.catch(() => undefined)
    }
  }

  /** `late` rejects when a transaction has not begun in time; then `done` throws, so that it does nothing when it begins after all. */
  #beginning(): { readonly late: Promise<never>; readonly timer: Timer; done(): void } {
    const { promise: late, reject } = Promise.withResolvers<never>()
    let unavailable: DatabaseUnavailable | undefined
    const timer = this.#clock.after(BEGIN_WITHIN_MS, () => {
      unavailable = new DatabaseUnavailable(new Error(`no answer within ${BEGIN_WITHIN_MS} ms`))
      reject(unavailable)
    })
    const done = (): void => {
      timer.cancel()
      if (unavailable !== undefined) throw unavailable
    }
    return { late, timer, done }
  }

  #actor(): string {
    const work = this.#work.getStore()
    return work === undefined ? '' : JSON.stringify(work.actor)
  }

  /** Waits until what was committed is in the pictures that calls read. */
  async #followed(): Promise<void> {
    const { promise: late, resolve } = Promise.withResolvers<'late'>()
    const timer = this.#clock.after(FOLLOW_WITHIN_MS, () => resolve('late'))
    if ((await Promise.race([this.#listener.caughtUp(), late])) === 'late')
      this.#logger.warn('a change is stored, but calls do not follow it yet', { waitedMs: FOLLOW_WITHIN_MS })
    timer.cancel()
  }

  async #close(): Promise<void> {
    await this.#listener.close()
    // Kysely ends only a pool that it has used.
    await this.#kysely.destroy()
    if (!this.#pool.ended) await this.#pool.end()
    await this.#afterClose?.()
  }
}
