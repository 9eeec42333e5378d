import type { Clock, Logger, Resource } from '@klinke/foundation'
import type { Database } from '@klinke/platform'
import { suspendEndedDemos } from '../tenants/store.ts'

const EVERY_MS = 10 * 60_000

/** Suspends demo customers whose four weeks are over (PORT-08): now, and every ten minutes until it is closed. */
export function endDemos(database: Database, clock: Clock, logger: Logger): Resource {
  let closed = false
  let timer = clock.after(0, () => void sweep())
  const sweep = async (): Promise<void> => {
    try {
      const ended = await database.withOperator((tx) => suspendEndedDemos(tx, new Date(clock.epochMs())))
      for (const tenant of ended) logger.info('a demo customer’s time is over: suspended', { tenant })
    } catch (error) {
      logger.warn('demo customers could not be looked through', { error: String(error) })
    }
    if (!closed) timer = clock.after(EVERY_MS, () => void sweep())
  }
  return {
    close: () => {
      closed = true
      timer.cancel()
    },
  }
}
