import { findTenant } from '@klinke/accounts'
import type { Database } from '@klinke/platform'
import type { Catalogue } from '../catalogue/catalogue.ts'
import type { ChargeLine } from './charges/charge-line.ts'
import { chargesOf } from './charges/charges-of.ts'
import type { Month } from './charges/month.ts'
import type { Counted } from './charges/question.ts'
import { versionsIn, zoneOf } from './route-parts.ts'
import { listHistories } from './store.ts'

/** What was there of items whose `quantityFrom` is "use". Implemented by whoever knows; absent: nothing. */
export interface CountedUse {
  of(tenantId: string, month: Month): Promise<readonly Counted[]>
}

/** Where nobody counts. */
export const NOTHING_COUNTED: CountedUse = { of: () => Promise.resolve([]) }

/** What a customer's contracts cost, as an invoice asks for it. */
export class ContractCharges {
  readonly #database: Pick<Database, 'withOperator'>
  readonly #catalogue: Catalogue
  readonly #use: CountedUse

  constructor(database: Pick<Database, 'withOperator'>, catalogue: Catalogue, use: CountedUse = NOTHING_COUNTED) {
    this.#database = database
    this.#catalogue = catalogue
    this.#use = use
  }

  /** All lines of all contracts; `period` is the month that has ended (see `chargesOf`). A customer that is gone has none. */
  async of(tenantId: string, period: Month): Promise<readonly ChargeLine[]> {
    const { histories, tenant } = await this.#database.withOperator(async (tx) => ({
      histories: await listHistories(tx, { tenantId }),
      tenant: await findTenant(tx, tenantId),
    }))
    if (tenant === undefined) return []
    const versions = await this.#catalogue.versions(histories.flatMap(versionsIn))
    const question = { period, timeZone: zoneOf(tenant), versions, counted: await this.#use.of(tenantId, period) }
    return histories.flatMap((history) => chargesOf(history, question))
  }
}
