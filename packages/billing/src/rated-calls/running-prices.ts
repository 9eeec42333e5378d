import type { Clock, Logger } from '@klinke/foundation'
import { type Database, type SnapshotSource, Snapshots } from '@klinke/platform'
import { type RunningPrice, runningPrice } from '@klinke/rating'
import { type CustomerBook, customerBooks } from './customer-book.ts'
import { TariffBooks } from './tariff-books.ts'

export interface RunningPricesOptions {
  readonly database: Database
  readonly clock: Clock
  readonly logger: Logger
}

/** What running calls cost by the customers' tariffs, read from memory that follows the database: for whoever guards against costs. */
export class RunningPrices implements AsyncDisposable {
  readonly #snapshots: Snapshots<CustomerBook>
  readonly #clock: Clock

  /** Loads the tariffs of all customers, and follows their changes. */
  static async open(options: RunningPricesOptions): Promise<RunningPrices> {
    const prices = new RunningPrices(options)
    await prices.#snapshots.start()
    return prices
  }

  private constructor({ database, clock, logger }: RunningPricesOptions) {
    this.#clock = clock
    this.#snapshots = new Snapshots({
      ...{ source: booksSource(database, clock), channel: 'klinke_tenant', clock, logger },
      listen: (channel, listening) => database.listen(channel, listening),
    })
  }

  /** Millionths of the currency a second that a call to a number (E.164 with plus, or a short code) uses up; undefined: no tariff says it. */
  microsPerSecond(number: string, tenantId: string): number | undefined {
    const book = this.#snapshots.get(tenantId)
    if (book === undefined) return undefined
    const called = number.startsWith('+') ? number : `+49${number}`
    const price = runningPrice(called, '', this.#clock.epochMs(), book.tariffs)
    return price && Number(spread(price))
  }

  /** What a customer's calls are rated by from now on; undefined: it has no tariff. */
  bookOf(tenantId: string): CustomerBook | undefined {
    return this.#snapshots.get(tenantId)
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.#snapshots.close()
  }
}

const MINUTE_SECONDS = 60n

/** What is charged once counts as used up within the first minute: a guard rather ends a call too early. */
function spread({ microsPerSecond, setUp }: RunningPrice): bigint {
  return microsPerSecond + (setUp + MINUTE_SECONDS - 1n) / MINUTE_SECONDS
}

/** Running calls are of now: what is over is not loaded. */
function booksSource(database: Database, clock: Clock): SnapshotSource<CustomerBook> {
  const books = new TariffBooks()
  const load = (tenantIds?: readonly string[]) => database.withOperator((tx) => customerBooks(tx, books, tenantIds, clock.epochMs()))
  return {
    loadAll: () => load(),
    load: async (tenantId, changed, before) => {
      if (changed !== undefined && !changed.has('customer_tariff')) return before
      return (await load([tenantId])).get(tenantId)
    },
  }
}
