import type { Resource } from '@klinke/foundation'
import { announceDebits } from './collections/announce.ts'
import { bankDay } from './day.ts'
import type { PaymentGround } from './ground.ts'
import { lapsesOn, mandateAfter } from './mandates/mandate.ts'
import { changeMandate, listLiveMandates } from './mandates/store.ts'

const EVERY_MS = 3_600_000

/** Every hour until it is closed: mandates that were not used for too long lapse, and what can be collected is announced. */
export function keepPayments(ground: PaymentGround): Resource {
  const { clock, logger } = ground
  let closed = false
  const look = async (): Promise<void> => {
    try {
      const now = new Date(clock.epochMs())
      const today = bankDay(clock.epochMs())
      await lapseMandates(ground, today)
      if (!closed) await announceDebits(ground, today, now)
    } catch (error) {
      logger.warn('payments could not be kept', { error: String(error) })
    }
    if (!closed) timer = clock.after(EVERY_MS, () => void look())
  }
  let timer = clock.after(EVERY_MS, () => void look())
  return {
    close: () => {
      closed = true
      timer.cancel()
    },
  }
}

/** How many have lapsed (BIL-08: 36 months unused). */
export function lapseMandates({ database }: Pick<PaymentGround, 'database'>, today: Temporal.PlainDate): Promise<number> {
  return database.withOperator(async (tx) => {
    const old = (await listLiveMandates(tx)).filter((mandate) => Temporal.PlainDate.compare(today, lapsesOn(mandate)) >= 0)
    for (const { id, state } of old) {
      const after = mandateAfter(state, 'unused')
      if (after !== undefined) await changeMandate(tx, id, { state: after })
    }
    return old.length
  })
}
