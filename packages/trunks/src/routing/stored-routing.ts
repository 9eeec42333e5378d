import type { Clock, Logger } from '@klinke/foundation'
import { type Database, Snapshots } from '@klinke/platform'
import { prefixTable } from '../barring/prefix-table.ts'
import type { RoutingTables } from './carrier-routing.ts'
import type { PrefixRule, PrefixRules } from './prefix-rules.ts'
import { priceTable } from './price-list.ts'
import type { PriceList } from './rates.ts'
import { findPrices, findRule, listPrices, listRules, type StoredRule } from './store.ts'

export interface StoredRoutingOptions {
  readonly database: Database
  readonly clock: Clock
  readonly logger: Logger
}

/** Rules for prefixes and the price lists of carriers, as calls read them, kept equal to the database. */
export class StoredRouting implements RoutingTables, AsyncDisposable {
  readonly #prices: Snapshots<PriceList>
  readonly #rules: Snapshots<PrefixRule>
  #table: PrefixRules | undefined

  /** Loads all and follows changes. */
  static async open(options: StoredRoutingOptions): Promise<StoredRouting> {
    const routing = new StoredRouting(options)
    await Promise.all([routing.#prices.start(), routing.#rules.start()])
    return routing
  }

  private constructor({ database, clock, logger }: StoredRoutingOptions) {
    const common = {
      clock,
      logger,
      listen: (...[channel, listening]: Parameters<Database['listen']>) => database.listen(channel, listening),
    }
    this.#prices = new Snapshots<PriceList>({
      ...common,
      channel: 'klinke_carrier_prices',
      source: {
        loadAll: async () => new Map([...(await database.withOperator(listPrices))].map(([id, rates]) => [id, priceTable(rates)])),
        load: async (carrierId) => {
          const rates = await database.withOperator((tx) => findPrices(tx, carrierId))
          return rates && priceTable(rates)
        },
      },
    })
    this.#rules = new Snapshots<PrefixRule>({
      ...common,
      channel: 'klinke_carrier_rule',
      source: {
        loadAll: async () => new Map((await database.withOperator((tx) => listRules(tx))).map((rule) => [rule.id, ruleFrom(rule)])),
        load: async (id) => {
          const rule = await database.withOperator((tx) => findRule(tx, id))
          return rule && ruleFrom(rule)
        },
      },
      replaced: () => {
        this.#table = undefined
      },
    })
  }

  /** The table is made when a call asks for it first after a change: loading many rules makes it once. */
  get rules(): PrefixRules {
    this.#table ??= prefixTable([...this.#rules.all().values()].map((rule) => [rule.prefix, rule]))
    return this.#table
  }

  prices(carrierId: string): PriceList | undefined {
    return this.#prices.get(carrierId)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all([this.#prices.close(), this.#rules.close()])
  }
}

function ruleFrom({ prefix, effect, carrierIds }: StoredRule): PrefixRule {
  return { prefix: prefix.slice(1), effect, carrierIds }
}
