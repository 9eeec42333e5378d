import type { Clock, Logger, Resource, Timer } from '@klinke/foundation'
import type { Database, MailSender } from '@klinke/platform'
import { bankDay } from '../payments/day.ts'
import { takeInvoices } from '../payments/open-items/invoices.ts'
import type { CreditLocks } from './credit-locks.ts'
import { sendCreditMails } from './mail-queue.ts'
import { payFromCredit } from './pay-invoices.ts'
import { prepaidTenants } from './store.ts'
import { watchCredit } from './watch-credit.ts'

export interface CreditRoundParts {
  readonly database: Pick<Database, 'withOperator' | 'listen'>
  readonly clock: Clock
  readonly logger: Logger
  readonly mail: MailSender | undefined
  readonly portalUrl: string
  readonly locks?: CreditLocks | undefined
}

/** All customers are looked at so often, for what no movement tells: invoices, transfers, days that pass. */
const ALL_EVERY_MS = 600_000
/** Mails that were not taken are tried again so often at the most. */
const EVERY_MS = 60_000
/** What has moved is looked at so soon: several movements at once are one look. */
const SOON_MS = 3_000

/**
 * Looks after the credit of customers who pay before calling, until it is closed: pays issued invoices from it, tells of what gets low, locks and unlocks. All
 * every ten minutes, and each within seconds after something has moved, so that a top-up lifts a lock at once, however long mails take.
 */
export function creditRounds(parts: CreditRoundParts): Resource {
  const { database, clock, logger } = parts
  const moved = new Set<string>()
  let [isClosed, allAtMs] = [false, Number.NEGATIVE_INFINITY]
  let running = Promise.resolve()
  let [timer, isSoon]: [Timer | undefined, boolean] = [undefined, false]
  let sending: Promise<void> | undefined
  // Beside the rounds: a mail server that is slow keeps no lock from being lifted.
  const sendMails = (): void => {
    sending ??= sendCreditMails(parts, () => isClosed)
      .then(() => undefined)
      .catch((error: unknown) => logger.warn('mails about credit cannot be sent now', { error: String(error) }))
      .finally(() => {
        sending = undefined
      })
  }
  const round = async (): Promise<void> => {
    try {
      const isForAll = clock.epochMs() - allAtMs >= ALL_EVERY_MS
      if (isForAll) {
        const all = await database.withOperator((tx) => prepaidTenants(tx))
        if (all.length > 0) await database.withOperator((tx) => takeInvoices(tx))
        for (const tenantId of all) moved.add(tenantId)
        allAtMs = clock.epochMs()
      }
      await lookAfter(parts, moved, () => isClosed)
    } catch (error) {
      logger.warn('prepaid credit could not be looked after; it is tried again', { error: String(error) })
    }
    isSoon = false
    if (isClosed) return
    sendMails()
    timer = clock.after(moved.size > 0 ? SOON_MS : EVERY_MS, begin)
  }
  const begin = (): void => {
    timer = undefined
    running = round()
  }
  timer = clock.after(0, begin)
  // While a round runs there is no timer: its end looks at what has moved meanwhile.
  const hurry = (): void => {
    if (isClosed || isSoon || timer === undefined) return
    isSoon = true
    timer.cancel()
    timer = clock.after(SOON_MS, begin)
  }
  const subscription = database.listen('klinke_prepaid', {
    notified: (tenantId) => {
      moved.add(tenantId)
      hurry()
    },
    // Whatever was told meanwhile is unknown: all are looked at.
    connected: () => {
      allAtMs = Number.NEGATIVE_INFINITY
      hurry()
    },
    current: () => Promise.resolve(),
  })
  return {
    close: async () => {
      isClosed = true
      subscription.close()
      timer?.cancel()
      await running
      await sending
    },
  }
}

/** Takes each from the set once it is looked after; what fails at one is tried again, and keeps nobody else up. */
async function lookAfter(parts: CreditRoundParts, moved: Set<string>, isOver: () => boolean): Promise<void> {
  const { database, clock, logger } = parts
  for (const tenantId of [...moved]) {
    if (isOver()) return
    moved.delete(tenantId)
    try {
      await database.withOperator((tx) => payFromCredit(tx, tenantId, bankDay(clock.epochMs())))
      await watchCredit(parts, tenantId)
    } catch (error) {
      moved.add(tenantId)
      logger.warn('the credit of a customer could not be looked after; it is tried again', { tenant: tenantId, error: String(error) })
    }
  }
}
