import type { Tx } from '@klinke/platform'
import { listRanges, type StoredRange, updateRange } from './range-store.ts'
import { deleteNumbers } from './store.ts'

/** Of one customer at a time. */
const MAX_RANGES = 10_000
/** For so long nobody else gets a number that was somebody's: callers of the earlier holder would reach the next. */
const QUARANTINE_DAYS = 90

/**
 * Numbers of a customer whose contract has ended rest, and are given back later; those on their way to another carrier go on (LAW-05). What was ordered and
 * never in use is free at once. Gives the first numbers of what rests.
 */
export async function giveBackNumbers(tx: Tx, tenantId: string, today: Temporal.PlainDate): Promise<readonly string[]> {
  const ranges = (await listRanges(tx, { limit: MAX_RANGES, tenantId })).filter(
    ({ state }) => state !== 'porting-out' && state !== 'quarantined',
  )
  return endRanges(tx, ranges, today)
}

/** The same with some of a customer's numbers and blocks, such as those that it cannot take along into another Ortsnetz (NUM-02). */
export async function endRanges(
  tx: Tx,
  ranges: readonly Pick<StoredRange, 'e164' | 'state'>[],
  today: Temporal.PlainDate,
): Promise<readonly string[]> {
  const due = today.add({ days: QUARANTINE_DAYS }).toString()
  const resting: string[] = []
  for (const { e164, state } of ranges) {
    if (state === 'ordered' || state === 'porting-in') await deleteNumbers(tx, e164, today.toString())
    else {
      await updateRange(tx, e164, { state: 'quarantined', due })
      resting.push(e164)
    }
  }
  return resting
}
