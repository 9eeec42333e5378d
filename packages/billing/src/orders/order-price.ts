import type { Currency, Micros } from '@klinke/rating'
import type { ChargeLine } from '../contracts/charges/charge-line.ts'
import { chargesOf } from '../contracts/charges/charges-of.ts'
import { beginMs, firstDay, lastDay, type Month } from '../contracts/charges/month.ts'
import { type Counted, productIn, profileIn, type Versions } from '../contracts/charges/question.ts'
import { type Day, quantityOn } from '../contracts/contract.ts'
import type { ContractHistory } from '../contracts/events.ts'
import { contractOf } from '../contracts/fold.ts'

/** What an order costs, net, without calls. */
export interface OrderPrice {
  readonly currency: Currency
  /** Of a whole month, once everything has begun. */
  readonly monthly: readonly ChargeLine[]
  /** Set-up and one-off items. */
  readonly once: readonly ChargeLine[]
  readonly monthlySum: Micros
  readonly onceSum: Micros
}

/** Two months on, what begins at the change of a month has begun and no month is a part of one. */
const MONTHS_ON = 2

/**
 * The price of a contract as the charges of its invoices have it: the same computation, so that what an order says is what is charged. `from` is the day of the
 * change; `since` are the one-off items to leave out, as they were there before.
 */
export function priceOf(
  history: ContractHistory,
  from: Day,
  versions: Versions,
  timeZone: string,
  since: ContractHistory = NONE,
): OrderPrice {
  const began = from.toPlainYearMonth()
  const of = (read: ContractHistory, months: number) => {
    const period = began.add({ months })
    // Everything that was recorded counts, whenever it was.
    const known = {
      ...read,
      events: read.events.map((event) => ({ ...event, recordedAtMs: Math.min(event.recordedAtMs, beginMs(began, timeZone) - 1) })),
    }
    return chargesOf(known, { period, timeZone, versions, counted: assumed(known, period, versions) })
  }
  const monthly = of(history, MONTHS_ON).filter(({ kind }) => kind === 'recurring')
  const onceIn = (read: ContractHistory) => [...of(read, 0), ...of(read, 1)].filter(({ kind }) => kind === 'set-up' || kind === 'one-off')
  const before = new Set(onceIn(since).map(({ id }) => id))
  const once = onceIn(history).filter(({ id }) => !before.has(id))
  const sum = (lines: readonly ChargeLine[]) => lines.reduce((total, { micros }) => total + micros, 0n)
  return { currency: contractOf(history)?.currency ?? 'EUR', monthly, once, monthlySum: sum(monthly), onceSum: sum(once) }
}

const NONE: ContractHistory = { id: '', tenantId: '', profile: '', events: [] }

/** What is charged by use is used as it is ordered, as far as an order can know. */
function assumed(history: ContractHistory, period: Month, versions: Versions): readonly Counted[] {
  const contract = contractOf(history)
  if (contract === undefined) return []
  const [from, until] = [firstDay(period), lastDay(period)]
  const profile = profileIn(contract, until, versions)
  return contract.items.flatMap((item) => {
    const product = profile && productIn(profile, item.item)
    const quantity = quantityOn(contract, item, until)
    if (product?.counts === undefined || quantity === 0) return []
    return [{ counts: product.counts, item: product.id, subject: item.id, siteId: item.siteId, from, until, quantity }]
  })
}
