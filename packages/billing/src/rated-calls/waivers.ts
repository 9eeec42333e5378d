import type { Tx } from '@klinke/platform'
import type { RatingFault } from '@klinke/rating'
import { type RawBuilder, sql } from 'kysely'
import { WaivedOtherwise } from './problems.ts'
import { shareRating } from './rating-job.ts'

/** So many answered calls were put aside for this. */
export interface Unpriced {
  readonly fault: RatingFault
  readonly calls: number
}

/** Somebody has a month billed without calls that have no price. */
export interface Waiver {
  readonly id: string
  readonly calls: number
  readonly reason: string
  readonly waivedBy: string
  readonly waivedAt: Date
}

/** A customer's month, by its first day (ISO 8601). */
export interface CallMonth {
  readonly tenantId: string
  readonly month: string
}

/**
 * Calls of the month and of those before that are put aside and not waived: what is put aside was answered. The month of a record whose time cannot be says
 * nothing, so it counts in every month.
 */
function openAside({ tenantId, month }: CallMonth): RawBuilder<unknown> {
  return sql`FROM rated_call AS call WHERE tenant_id = ${tenantId} AND outcome = 'put-aside'
    AND (month <= ${month}::date OR reason IN ('not-a-time', 'in-the-future'))
    AND NOT EXISTS (SELECT FROM call_waiver AS waiver WHERE waiver.tenant_id = call.tenant_id AND call.place <= waiver.until_place
      AND (call.month <= waiver.month OR call.reason IN ('not-a-time', 'in-the-future')))`
}

/** Why calls have no price, and how many; none: nothing keeps the month from being billed. */
export async function unpricedIn(tx: Tx, month: CallMonth): Promise<readonly Unpriced[]> {
  const { rows } =
    await sql<Unpriced>`SELECT reason AS fault, count(*)::integer AS calls ${openAside(month)} GROUP BY reason ORDER BY reason`.execute(
      tx.tables(),
    )
  return rows
}

/** Has the month billed without its calls that have no price. Throws `WaivedOtherwise` where there are not as many as somebody has looked at. */
export async function waiveCalls(
  tx: Tx,
  month: CallMonth,
  { calls, reason, by, at }: { readonly calls: number; readonly reason: string; readonly by: string; readonly at: Date },
): Promise<void> {
  // Places are in the order of rating: none below the last is still to come.
  await shareRating(tx)
  const { rows } = await sql<{ readonly calls: number }>`
    INSERT INTO call_waiver (id, tenant_id, month, until_place, calls, reason, waived_by, waived_at)
    SELECT gen_random_uuid(), ${month.tenantId}, ${month.month}::date, max(place), count(*), ${reason}, ${by}, ${at} ${openAside(month)}
    HAVING count(*) > 0 RETURNING calls`.execute(tx.tables())
  const waived = rows[0]?.calls ?? 0
  if (waived !== calls) throw new WaivedOtherwise(waived)
}

/** The newest first. */
export async function listWaivers(tx: Tx, { tenantId, month }: CallMonth): Promise<readonly Waiver[]> {
  const { rows } = await sql<Waiver>`
    SELECT id, calls, reason, waived_by AS "waivedBy", waived_at AS "waivedAt" FROM call_waiver
    WHERE tenant_id = ${tenantId} AND month = ${month}::date ORDER BY waived_at DESC, id LIMIT 200`.execute(tx.tables())
  return rows
}
