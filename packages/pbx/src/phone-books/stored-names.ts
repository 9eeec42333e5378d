import type { Clock, Logger, Resource, Timer } from '@klinke/foundation'
import type { Database, Subscription } from '@klinke/platform'
import type { CallerNames } from './caller-names.ts'
import { forget, type NumberRow, noNames, note, type TenantNames } from './name-index.ts'
import { type NumberPosition, numberPage, numbersOf } from './number-store.ts'

/** Rows read at a time: a few milliseconds of work, after which calls have their turn. */
const ROWS_AT_A_TIME = 2_000
const RETRY_MS = 1_000

/** Something that has changed: everything, a tenant's phone books, or what some of its numbers are called. */
type Change =
  | { readonly kind: 'all' }
  | { readonly kind: 'tenant'; readonly tenantId: string }
  | { readonly kind: 'numbers'; readonly tenantId: string; readonly numbers: readonly string[] }

/** The names of numbers in memory, kept equal to the database: a changed entry costs its own numbers, not the whole book. */
export class StoredNames implements CallerNames {
  readonly #database: Database
  readonly #clock: Clock
  readonly #logger: Logger
  #tenants = new Map<string, TenantNames>()
  #changes: Change[] = []
  #working: Promise<void> | undefined
  #idle = Promise.resolve()
  #settleIdle: () => void = () => undefined
  #timer: Timer | undefined
  #subscription: Subscription | undefined
  #closed = false

  constructor({ database, clock, logger }: { readonly database: Database; readonly clock: Clock; readonly logger: Logger }) {
    this.#database = database
    this.#clock = clock
    this.#logger = logger
  }

  /** Follows the phone books from now on; until they are read nobody is named. */
  follow(): Resource {
    this.#subscription = this.#database.listen('klinke_phone_book', {
      notified: (payload) => this.#mark(changeIn(payload)),
      connected: () => this.#mark({ kind: 'all' }),
      current: () => this.current(),
    })
    return {
      close: async () => {
        this.#closed = true
        this.#subscription?.close()
        this.#timer?.cancel()
        this.#settleIdle()
        await this.#working
      },
    }
  }

  /** Settles when all changes told of so far are read. */
  current(): Promise<void> {
    return this.#idle
  }

  ofCompany(tenantId: string, number: string): string | undefined {
    return this.#tenants.get(tenantId)?.company.get(number)
  }

  ofExtension(tenantId: string, extensionId: string, number: string): string | undefined {
    return this.#tenants.get(tenantId)?.personal.get(extensionId)?.get(number)
  }

  #mark(change: Change): void {
    // What is read as a whole later needs no reading of its parts before.
    if (change.kind === 'all') this.#changes = []
    if (change.kind === 'tenant')
      this.#changes = this.#changes.filter((other) => other.kind === 'all' || other.tenantId !== change.tenantId)
    this.#changes.push(change)
    this.#work()
  }

  #work(): void {
    if (this.#closed || this.#working !== undefined || this.#timer !== undefined) return
    const idle = Promise.withResolvers<void>()
    this.#idle = idle.promise
    this.#settleIdle = idle.resolve
    this.#working = this.#readChanges().finally(() => {
      this.#working = undefined
    })
  }

  async #readChanges(): Promise<void> {
    for (let change = this.#changes.shift(); change !== undefined && !this.#closed; change = this.#changes.shift()) {
      try {
        await this.#read(change)
      } catch (error) {
        this.#logger.warn('reading phone books failed; it is tried again', { error: error as Error })
        // Whoever waits has stored its change; names follow when the database is back.
        this.#changes.unshift(change)
        this.#timer = this.#clock.after(RETRY_MS, () => {
          this.#timer = undefined
          this.#work()
        })
        break
      }
    }
    this.#settleIdle()
  }

  async #read(change: Change): Promise<void> {
    switch (change.kind) {
      case 'all':
        this.#tenants = await this.#readAll(undefined)
        return
      case 'tenant': {
        const names = (await this.#readAll(change.tenantId)).get(change.tenantId)
        if (names === undefined) this.#tenants.delete(change.tenantId)
        else this.#tenants.set(change.tenantId, names)
        return
      }
      case 'numbers': {
        const { tenantId, numbers } = change
        const rows = await this.#database.withTenant(tenantId, (tx) => numbersOf(tx, numbers))
        const names = this.#tenants.get(tenantId) ?? noNames()
        forget(names, numbers)
        for (const row of rows) note(names, row)
        this.#tenants.set(tenantId, names)
      }
    }
  }

  async #readAll(tenantId: string | undefined): Promise<Map<string, TenantNames>> {
    const tenants = new Map<string, TenantNames>()
    let after: NumberPosition | undefined
    for (;;) {
      const from = after
      const page: readonly NumberRow[] = await (tenantId === undefined
        ? this.#database.withOperator((tx) => numberPage(tx, ROWS_AT_A_TIME, from))
        : this.#database.withTenant(tenantId, (tx) => numberPage(tx, ROWS_AT_A_TIME, from)))
      for (const row of page) {
        const names = tenants.get(row.tenantId) ?? noNames()
        tenants.set(row.tenantId, names)
        note(names, row)
      }
      after = page.at(-1)
      if (page.length < ROWS_AT_A_TIME) return tenants
    }
  }
}

/** `<tenant> <number>,<number>…`, or `<tenant> *`, as the database announces. */
function changeIn(payload: string): Change {
  const [tenantId = '', numbers = '*'] = payload.split(' ')
  return numbers === '*' ? { kind: 'tenant', tenantId } : { kind: 'numbers', tenantId, numbers: numbers.split(',') }
}
