import type { Database, Text } from '@klinke/platform'
import type { Tariff } from '@klinke/rating'
import type { TariffBooks } from '../rated-calls/tariff-books.ts'
import type { FoundCall } from './call-scope.ts'

/** Names of zones as the tariffs that rated the calls have them. */
export class ZoneNames {
  readonly #database: Pick<Database, 'withOperator'>
  readonly #books: TariffBooks
  readonly #tariffs = new Map<string, Tariff>()

  constructor(database: Pick<Database, 'withOperator'>, books: TariffBooks) {
    this.#database = database
    this.#books = books
  }

  /** Before `of` is asked about these calls. */
  async learn(calls: readonly FoundCall[]): Promise<void> {
    for (const version of new Set(calls.map((call) => call.version))) {
      if (version === null || this.#tariffs.has(version)) continue
      const book = await this.#database.withOperator((tx) => this.#books.book(tx, version))
      if (book !== undefined) this.#tariffs.set(version, book.tariff)
    }
  }

  /** Undefined: the call cost nothing by its way, so that nobody looked for a zone. */
  of({ version, zone }: Pick<FoundCall, 'version' | 'zone'>): Text | undefined {
    if (version === null || zone === null) return undefined
    return this.#tariffs.get(version)?.zones.get(zone)?.name ?? { de: zone, en: zone }
  }
}
