import type { Clock, Logger, Resource } from '@klinke/foundation'
import type { Database } from '@klinke/platform'
import { queueDeliveries } from '../delivery/delivery-store.ts'
import { dayIn } from '../period.ts'
import type { TermsSource } from '../sources.ts'
import { DEFAULT_TERMS } from '../terms.ts'
import { insertDunning, invoicesToDun, setDunAfter } from './dunning-store.ts'
import { NEVER, nextLevel } from './next-level.ts'

export interface DunningParts {
  readonly database: Database
  readonly clock: Clock
  readonly logger: Logger
  readonly terms: TermsSource
}

const AT_A_TIME = 50
const EVERY_MS = 3_600_000
const TIME_ZONE = 'Europe/Berlin'

/** Looks through unpaid invoices: one transaction of some; false when there are none left today. */
export async function dun({ database, clock, terms }: DunningParts): Promise<boolean> {
  const today = dayIn(TIME_ZONE, clock.epochMs())
  return database.withOperator(async (tx) => {
    const unpaid = await invoicesToDun(tx, today, AT_A_TIME)
    for (const invoice of unpaid) {
      const { content, dueOn, dunningLevel, dunAfter } = invoice
      const step = nextLevel(
        { dueOn: dueOn ?? today, level: dunningLevel, dunAfter },
        (await terms.of(tx, content.recipient.profile)) ?? DEFAULT_TERMS,
        today,
      )
      if (step.kind !== 'dun') {
        await setDunAfter(tx, invoice.id, step.kind === 'wait' ? step.until : NEVER)
        continue
      }
      await insertDunning(tx, invoice, { ...step, today })
      await setDunAfter(tx, invoice.id, step.nextAfter)
      await queueDeliveries(tx, invoice, step.level, new Date(clock.epochMs()))
    }
    return unpaid.length > 0
  })
}

/** Looks every hour until it is closed. */
export function dunByItself(parts: DunningParts): Resource {
  let closed = false
  let timer = parts.clock.after(EVERY_MS, () => void look())
  const look = async (): Promise<void> => {
    try {
      while (!closed && (await dun(parts))) await Promise.resolve()
    } catch (error) {
      parts.logger.warn('unpaid invoices could not be looked through', { error: String(error) })
    }
    if (!closed) timer = parts.clock.after(EVERY_MS, () => void look())
  }
  return {
    close: () => {
      closed = true
      timer.cancel()
    },
  }
}
