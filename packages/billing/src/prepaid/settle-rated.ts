import type { Tx } from '@klinke/platform'
import type { Micros } from '@klinke/rating'
import { sql } from 'kysely'
import { bankDay } from '../payments/day.ts'
import type { RatedCall } from '../rated-calls/rated-call.ts'
import { holdAccounts, move, type PrepaidAccount, takenForCalls } from './store.ts'
import { takenFor } from './tariff-price.ts'
import type { VatOfCalls } from './vat-of-calls.ts'

const BOOKED_BY = 'rating'

/**
 * Rated calls say what credit pays (BIL-09): what was taken while a call ran and differs is corrected, and what nobody has booked, because the exchange was
 * killed or the database away, is booked now. In the transaction that rates them, so that nothing is lost or doubled. What is put aside waits for its price.
 */
export function settleRated(vat: VatOfCalls): (tx: Tx, calls: readonly RatedCall[]) => Promise<void> {
  return async (tx, calls) => {
    const byTenant = Map.groupBy(calls, ({ usage }) => usage.tenantId)
    if (byTenant.size === 0) return
    for (const account of await holdAccounts(tx, [...byTenant.keys()])) {
      const calls = (byTenant.get(account.tenantId) ?? []).filter((call) => dayOfCall(call) >= account.openedOn)
      await settleTenant(tx, vat, account, calls)
    }
  }
}

function dayOfCall({ usage: { answeredAtMs, endedAtMs } }: RatedCall): string {
  return bankDay(answeredAtMs ?? endedAtMs).toString()
}

/** Calls after the last day of an account are on invoices as everybody's, but for those that have taken from it nevertheless. */
async function settleTenant(
  tx: Tx,
  vat: VatOfCalls,
  { tenantId, endedOn }: Pick<PrepaidAccount, 'tenantId' | 'endedOn'>,
  calls: readonly RatedCall[],
): Promise<void> {
  const taken = await takenForCalls(
    tx,
    tenantId,
    calls.map(({ usage }) => usage.id),
  )
  const permille = new Map<string, number>()
  for (const call of calls) {
    const day = dayOfCall(call)
    const rate = permille.get(day) ?? (await vat(tx, tenantId, day))
    permille.set(day, rate)
    const price = priceOf(call, rate)
    const before = taken.get(call.usage.id)
    if (before === undefined && endedOn !== null && day > endedOn) continue
    if (price === undefined || price === (before?.micros ?? 0n)) continue
    const difference = price - (before?.micros ?? 0n)
    const source = before === undefined ? `call:${call.usage.id}` : `rated:${call.usage.id}:${before.corrections + 1}`
    const [kind, amountMicros] = difference > 0n ? (['call', difference] as const) : (['call-corrected', -difference] as const)
    await move(tx, { tenantId, kind, amountMicros, source, by: BOOKED_BY })
  }
}

/** Undefined: it has no price yet. */
function priceOf({ rating }: RatedCall, vatPermille: number): Micros | undefined {
  if (rating.outcome === 'put-aside') return undefined
  return rating.outcome === 'free' || rating.isSeparate ? 0n : takenFor(rating.amount, vatPermille)
}

/** Whether a call has its price already: then nothing of what it cost while it ran is to be booked any more. */
export async function isRated(tx: Tx, recordId: string): Promise<boolean> {
  const { rows } = await sql`SELECT FROM rated_call WHERE usage_id = ${recordId} AND outcome <> 'put-aside'`.execute(tx.tables())
  return rows.length > 0
}
