import { findTenant } from '@klinke/accounts'
import type { Clock, Logger, Resource } from '@klinke/foundation'
import type { Database, Tx } from '@klinke/platform'
import { postOpenItem } from '../../payments/open-items/store.ts'
import { toCents } from '../../to-cents.ts'
import { queueDeliveries } from '../delivery/delivery-store.ts'
import type { StoredInvoice } from '../invoice-store.ts'
import { dayIn } from '../period.ts'
import type { TermsSource } from '../sources.ts'
import { DEFAULT_TERMS } from '../terms.ts'
import { feeNumber, insertDunning, invoicesToDun, setDunAfter, type UnpaidInvoice } from './dunning-store.ts'
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
      const { content, dunningLevel, dunAfter } = invoice
      const holding = (await terms.of(tx, content.recipient.profile)) ?? DEFAULT_TERMS
      const step = nextLevel({ dueOn: payableOn(invoice) ?? today, level: dunningLevel, dunAfter }, holding, today)
      if (step.kind !== 'dun') {
        await setDunAfter(tx, invoice.id, step.kind === 'wait' ? step.until : NEVER)
        continue
      }
      // Prices have fractions of cents; what somebody pays has not.
      const letter = { ...step, fee: toCents(step.fee, 1n, holding.rounding), today }
      await insertDunning(tx, invoice, letter)
      await postFee(tx, invoice, letter)
      await setDunAfter(tx, invoice.id, step.nextAfter)
      await queueDeliveries(tx, invoice, step.level, new Date(clock.epochMs()))
    }
    return unpaid.length > 0
  })
}

/** Whoever was told of a debit had nothing to pay before the day of that. */
function payableOn({ dueOn, collectedOn }: UnpaidInvoice): string | undefined {
  return [dueOn, collectedOn]
    .filter((day) => day !== null)
    .toSorted()
    .at(-1)
}

/** The fee is owed from the day of the letter on: transfers and debits pay it as they pay invoices. Of a customer that is deleted nothing is kept here. */
async function postFee(
  tx: Tx,
  { tenantId, number, content }: StoredInvoice,
  { level, fee, today, payUntil }: { readonly level: number; readonly fee: bigint; readonly today: string; readonly payUntil: string },
): Promise<void> {
  if (fee === 0n || number === null || (await findTenant(tx, tenantId)) === undefined) return
  const owed = { amountMicros: fee, currency: content.currency, issuedOn: today, dueOn: payUntil, announcedOn: null }
  await postOpenItem(tx, { tenantId, kind: 'dunning-fee', number: feeNumber(number, level), feeOf: number, ...owed })
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
