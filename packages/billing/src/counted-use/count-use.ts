import { findTenant } from '@klinke/accounts'
import type { Clock, Logger, Resource } from '@klinke/foundation'
import type { Database } from '@klinke/platform'
import { zoneOf } from '../contracts/route-parts.ts'
import { contractTenants, noteUse } from './store.ts'
import type { ThingsInUse } from './use-kind.ts'

/** So that a day has what was there for an hour, and a day of which the server was away for hours is still counted. */
const EVERY_MS = 3_600_000

export interface CountingParts {
  readonly database: Pick<Database, 'withOperator'>
  readonly clock: Clock
  readonly logger: Logger
  readonly thingsInUse: ThingsInUse
}

/** Notes what each customer with a contract has now. Harmless when repeated. A customer whose things cannot be read hinders no other. */
async function noteUseOfAll({ database, clock, logger, thingsInUse }: CountingParts): Promise<void> {
  for (const tenantId of await database.withOperator((tx) => contractTenants(tx)))
    try {
      const things = await thingsInUse(tenantId)
      await database.withOperator(async (tx) => {
        const tenant = await findTenant(tx, tenantId)
        if (tenant === undefined) return
        const today = Temporal.Instant.fromEpochMilliseconds(clock.epochMs()).toZonedDateTimeISO(zoneOf(tenant)).toPlainDate()
        await noteUse(tx, tenantId, today, things)
      })
    } catch (error) {
      logger.warn('what a customer has in use could not be counted; it is tried again', { tenant: tenantId, error: String(error) })
    }
}

/** Every hour until it is closed. */
export function countUse(parts: CountingParts): Resource {
  const { clock, logger } = parts
  let closed = false
  let running = Promise.resolve()
  const look = async (): Promise<void> => {
    try {
      await noteUseOfAll(parts)
    } catch (error) {
      logger.warn('what is in use could not be counted; it is tried again', { error: String(error) })
    }
    if (!closed) timer = clock.after(EVERY_MS, begin)
  }
  const begin = (): void => {
    running = look()
  }
  let timer = clock.after(0, begin)
  return {
    close: async () => {
      closed = true
      timer.cancel()
      await running
    },
  }
}
