import { DEFAULT_TIME_ZONE } from '@klinke/accounts'
import type { Clock, Logger, Resource } from '@klinke/foundation'
import type { Database } from '@klinke/platform'
import type { Catalogue } from '../catalogue/catalogue.ts'
import { bookedVersions, followBookings } from '../orders/follow-bookings.ts'
import { applySettings } from './apply-settings.ts'
import { versionsIn } from './route-parts.ts'
import { findHistory, takeToBegin } from './store.ts'

export interface SettingsAtBeginParts {
  readonly database: Pick<Database, 'withOperator'>
  readonly catalogue: Catalogue
  readonly clock: Clock
  readonly logger: Logger
}

const EVERY_MS = 600_000
/** In one round; the others ten minutes later. */
const MAX_PER_ROUND = 500

/** Contracts that were made before they begin: on their first day the profile's settings are applied, and on top of them what is booked. Looks every ten minutes until it is closed. */
export function settingsAtBegin(parts: SettingsAtBeginParts): Resource {
  const { clock, logger } = parts
  let closed = false
  let working: Promise<void> = Promise.resolve()
  const look = async (): Promise<void> => {
    try {
      for (let done = 0; done < MAX_PER_ROUND && !closed; done++) if (!(await applyOne(parts))) break
    } catch (error) {
      logger.warn('settings of contracts that begin could not be applied; it is tried again', { error: String(error) })
    }
    if (!closed) timer = clock.after(EVERY_MS, again)
  }
  const again = (): void => {
    working = look()
  }
  let timer = clock.after(0, again)
  return {
    close: async () => {
      closed = true
      timer.cancel()
      await working
    },
  }
}

/** Applies those of one contract. False: none is left. */
export async function applyOne({ database, catalogue, clock }: SettingsAtBeginParts): Promise<boolean> {
  const today = Temporal.Instant.fromEpochMilliseconds(clock.epochMs()).toZonedDateTimeISO(DEFAULT_TIME_ZONE).toPlainDate()
  return database.withOperator(async (tx) => {
    const [contract] = await takeToBegin(tx, today, 1)
    if (contract === undefined) return false
    const history = await findHistory(tx, contract.id)
    const [first] = history === undefined ? [] : versionsIn(history)
    const settings = first === undefined ? {} : (await catalogue.version(first)).file
    await applySettings(tx, contract, settings, clock.epochMs())
    const fileOf = await catalogue.versions(await bookedVersions(tx, contract.tenantId))
    await followBookings(tx, fileOf, contract.tenantId, new Date(clock.epochMs()))
    return true
  })
}
