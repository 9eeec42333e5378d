import { findTenant } from '@klinke/accounts'
import type { Database, Tx } from '@klinke/platform'
import type { Catalogue } from '../catalogue/catalogue.ts'
import type { ChargeLine } from './charges/charge-line.ts'
import { chargesOf } from './charges/charges-of.ts'
import type { Month } from './charges/month.ts'
import type { Counted } from './charges/question.ts'
import { versionsIn, zoneOf } from './route-parts.ts'
import { listHistories } from './store.ts'

/** What was there of items whose `quantityFrom` is "use". Implemented by whoever knows; absent: nothing. */
export interface CountedUse {
  of(tx: Tx, tenantId: string, month: Month): Promise<readonly Counted[]>
}

/** Where nobody counts. */
export const NOTHING_COUNTED: CountedUse = { of: () => Promise.resolve([]) }

/** What a customer's contracts cost, as an invoice asks for it. */
export class ContractCharges {
  readonly #database: Pick<Database, 'withOperator'>
  readonly #catalogue: Catalogue
  readonly #use: CountedUse

  constructor(database: Pick<Database, 'withOperator'>, catalogue: Catalogue, use: CountedUse) {
    this.#database = database
    this.#catalogue = catalogue
    this.#use = use
  }

  /** All lines of all contracts; `period` is the month that has ended (see `chargesOf`). A customer that is gone has none. */
  async of(tenantId: string, period: Month): Promise<readonly ChargeLine[]> {
    const { histories, tenant, counted } = await this.#database.withOperator(async (tx) => ({
      histories: await listHistories(tx, { tenantId }),
      tenant: await findTenant(tx, tenantId),
      counted: await this.#use.of(tx, tenantId, period),
    }))
    if (tenant === undefined) return []
    const versions = await this.#catalogue.versions(histories.flatMap(versionsIn))
    const question = { period, timeZone: zoneOf(tenant), versions, counted }
    return histories.flatMap((history) => chargesOf(history, question))
  }
}
