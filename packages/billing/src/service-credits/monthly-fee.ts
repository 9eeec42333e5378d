import type { Tenant } from '@klinke/accounts'
import type { Tx } from '@klinke/platform'
import type { Micros } from '@klinke/rating'
import type { Catalogue } from '../catalogue/catalogue.ts'
import type { CountedUse } from '../contracts/charge-source.ts'
import { beginMs, type Month } from '../contracts/charges/month.ts'
import { recurring } from '../contracts/charges/recurring.ts'
import { contractOf } from '../contracts/fold.ts'
import { versionsIn, zoneOf } from '../contracts/route-parts.ts'
import { listHistories } from '../contracts/store.ts'

/** What all contracts of a customer cost for a month, as it was known at its end: net, without set-up, one-off items and calls. */
export async function monthlyFee(tx: Tx, catalogue: Catalogue, use: CountedUse, tenant: Tenant, month: Month): Promise<Micros> {
  const histories = await listHistories(tx, { tenantId: tenant.id })
  const versions = await catalogue.versions(histories.flatMap(versionsIn))
  const question = { versions, counted: await use.of(tx, tenant.id, month) }
  const end = beginMs(month.add({ months: 1 }), zoneOf(tenant))
  const lines = histories.flatMap((history) => {
    const contract = contractOf(history, end)
    return contract === undefined
      ? []
      : [...recurring(contract, month, 'arrears', question), ...recurring(contract, month, 'advance', question)]
  })
  return lines.reduce((sum, { micros }) => sum + micros, 0n)
}
