import type { Micros } from '@klinke/rating'
import { returnReason } from '../bank-files/return-reasons.ts'
import { isUsable, type UsableMandate } from '../mandates/mandate.ts'
import type { ItemBalance } from '../open-items/store.ts'
import type { PaymentTerms } from '../terms.ts'
import { debitDueOn } from './due-date.ts'

export type DebitState = 'announced' | 'batched' | 'collected' | 'returned' | 'cancelled'

/** What was collected, or tried, of an item before. */
export interface PastDebit {
  readonly mandateId: string
  readonly state: DebitState
  readonly reason: string | null
  readonly returnedOn: string | null
}

/** A debit to be announced. */
export interface NextDebit {
  readonly amountMicros: Micros
  readonly dueOn: string
  readonly attempt: number
  /** The payer is told by a mail; else the invoice has said so. */
  readonly isMailed: boolean
}

/** Why nothing is collected of an item. */
export type NotCollected = 'paid' | 'under-way' | 'no-mandate' | 'other-currency' | 'returned'

export interface Collecting {
  readonly item: Pick<ItemBalance, 'openMicros' | 'currency' | 'dueOn' | 'announcedOn'>
  /** In their order. */
  readonly past: readonly PastDebit[]
  readonly mandate: (UsableMandate & { readonly id: string }) | undefined
  readonly terms: PaymentTerms
  readonly today: Temporal.PlainDate
}

/** What is collected of an item next, or why nothing is (BIL-07, BIL-08). */
export function nextDebit({ item, past, mandate, terms, today }: Collecting): NextDebit | NotCollected {
  if (item.openMicros <= 0n) return 'paid'
  // While a debit is under way, its item is paid or about to be.
  if (past.some(({ state }) => state === 'announced' || state === 'batched' || state === 'collected')) return 'under-way'
  if (item.currency !== 'EUR') return 'other-currency'
  const returned = past.filter(({ state, mandateId }) => state === 'returned' && mandateId === mandate?.id)
  const last = returned.at(-1)
  if (last !== undefined && (!returnReason(last.reason ?? undefined).isRetried || returned.length > terms.retries)) return 'returned'
  const isMailed = item.announcedOn === null || past.length > 0
  const dueOn = debitDueOn(
    {
      dueOn:
        last?.returnedOn == null ? item.dueOn : Temporal.PlainDate.from(last.returnedOn).add({ days: terms.retryAfterDays }).toString(),
      announcedOn: isMailed || item.announcedOn === null ? today : Temporal.PlainDate.from(item.announcedOn),
      preNotificationDays: terms.preNotificationDays,
    },
    today,
  )
  if (mandate === undefined || !isUsable(mandate, dueOn)) return 'no-mandate'
  return { amountMicros: item.openMicros, dueOn: dueOn.toString(), attempt: past.length + 1, isMailed }
}
