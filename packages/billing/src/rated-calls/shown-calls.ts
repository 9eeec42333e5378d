import type { Database, Principal, Tx } from '@klinke/platform'
import { CounsellingLines } from '../itemised-bills/counselling-lines.ts'
import { counsellingList } from '../itemised-bills/counselling-store.ts'
import { LocalDays } from '../itemised-bills/local-days.ts'
import { type CallFilter, type KeptCall, listRatedCalls } from './list-calls.ts'

/** Whether somebody may see that there was a call. */
export type IsShown = (call: KeptCall) => boolean

/**
 * Calls to lines for people in need are nothing that a company may recognise (§ 11 (5) TDDDG): not on its itemised bill, and not here. The operator, who bills
 * them, sees them. A call that nobody answered counts by the day on which it ended.
 */
export async function callsShownTo(database: Database, principal: Principal): Promise<IsShown> {
  if (principal.kind === 'operator') return () => true
  const lines = new CounsellingLines((await database.withOperator(counsellingList)).entries)
  const days = new LocalDays()
  return ({ usage: { called, answeredAtMs, endedAtMs } }) => !lines.has(called, days.of(answeredAtMs ?? endedAtMs))
}

/** As many as `limit` of those that may be seen, in the order in which they ended. */
export async function listShownCalls(tx: Tx, filter: CallFilter, isShown: IsShown): Promise<readonly KeptCall[]> {
  const shown: KeptCall[] = []
  for (let after = filter.after; ; ) {
    const read = await listRatedCalls(tx, { ...filter, after })
    shown.push(...read.filter(isShown))
    const last = read.at(-1)
    if (last === undefined || read.length < filter.limit || shown.length >= filter.limit) return shown.slice(0, filter.limit)
    after = { endedAt: new Date(last.usage.endedAtMs), usageId: last.usage.id }
  }
}
