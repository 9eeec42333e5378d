import type { Clock, Logger, Resource } from '@klinke/foundation'
import type { Database } from '@klinke/platform'
import { deleteOldGuardEvents } from './event-store.ts'
import { listFullLocks } from './lock-store.ts'
import { lockEvent } from './lock-words.ts'
import type { GuardNotices } from './notices.ts'

export interface GuardRoundsParts {
  readonly database: Pick<Database, 'withOperator' | 'withTenant'>
  readonly notices: Pick<GuardNotices, 'note'>
  readonly clock: Clock
  readonly logger: Logger
}

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000
/** Whom an exchange that stood still could not tell is told this long afterwards. */
const TOLD_AFTER_MS = 7 * DAY_MS

/**
 * What the guard does by the clock: each minute it tells customers whose full lock begins (FRD-03: the second stage, with a mail of its own), and once
 * a day it deletes what it has told long ago. Runs until it is closed.
 */
export function guardRounds(parts: GuardRoundsParts): Resource {
  const { clock, logger } = parts
  let isClosed = false
  let cleanedAtMs = Number.NEGATIVE_INFINITY
  const round = async (): Promise<void> => {
    try {
      await tellFullLocks(parts)
      if (clock.epochMs() - cleanedAtMs >= DAY_MS) {
        await parts.database.withOperator((tx) => deleteOldGuardEvents(tx, new Date(clock.epochMs())))
        cleanedAtMs = clock.epochMs()
      }
    } catch (error) {
      logger.warn('the cost guard could not make its round', { error: String(error) })
    }
    if (!isClosed) timer = clock.after(MINUTE_MS, () => void round())
  }
  let timer = clock.after(0, () => void round())
  return {
    close: () => {
      isClosed = true
      timer.cancel()
    },
  }
}

/** Each lock is told once: what was noted before is not noted again. */
export async function tellFullLocks({ database, notices, clock }: Pick<GuardRoundsParts, 'database' | 'notices' | 'clock'>): Promise<void> {
  const nowMs = clock.epochMs()
  const full = await database.withOperator((tx) => listFullLocks(tx, new Date(nowMs - TOLD_AFTER_MS), new Date(nowMs)))
  for (const lock of full) {
    const send = await database.withTenant(lock.tenantId, (tx) => notices.note(tx, lock.tenantId, lockEvent('full', lock)))
    await send()
  }
}
