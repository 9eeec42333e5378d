import type { Clock, Logger } from '@klinke/foundation'
import type { Database } from '@klinke/platform'
import type { PbxDirectory, PbxSnapshot } from '../snapshot.ts'
import { dueBecause } from './due.ts'
import { logOut } from './store.ts'

/** How late an automatic log-out may be. */
export const SWEEP_SECONDS = 15

export interface KeepHoursParts {
  readonly directory: PbxDirectory
  readonly clock: Clock
  readonly logger: Logger
  /** Ends that log-in, unless it is another one by now. */
  readonly logOut: (tenantId: string, phoneId: string, sinceMs: number) => Promise<void>
}

/** Logs users out of shared phones when their time is over (DEV-05); also those whose time ended while the server stood. */
export function keepHours(parts: KeepHoursParts): void {
  const next = (): void => void parts.clock.after(SWEEP_SECONDS * 1000, () => void sweep())
  const sweep = async (): Promise<void> => {
    for (const tenant of parts.directory.tenants()) await sweepTenant(tenant, parts)
    next()
  }
  next()
}

async function sweepTenant(tenant: PbxSnapshot, { clock, logger, ...parts }: KeepHoursParts): Promise<void> {
  const { phones, settings } = tenant.hotDesking
  const at = { nowMs: clock.epochMs(), timeZone: tenant.profile.timeZone, schedules: tenant.schedules }
  for (const [phoneId, user] of phones) {
    const because = user && dueBecause(user.sinceMs, settings, at)
    if (user === undefined || because === undefined) continue
    const who = { tenant: tenant.id, phone: phoneId, extension: user.extensionId }
    try {
      await parts.logOut(tenant.id, phoneId, user.sinceMs)
      logger.info('logged out of a shared phone', { ...who, because })
    } catch (error) {
      logger.warn('could not be logged out of a shared phone', {
        ...who,
        error: error instanceof Error ? error : new Error(String(error)),
      })
    }
  }
}

/** What ends log-ins in the database. */
export function storedLogOut(database: Database): KeepHoursParts['logOut'] {
  return async (tenantId, phoneId, sinceMs) => {
    await database.withTenant(tenantId, (tx) => logOut(tx, phoneId, sinceMs))
  }
}
