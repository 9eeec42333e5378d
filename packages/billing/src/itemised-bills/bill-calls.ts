import { setImmediate } from 'node:timers/promises'
import type { Tx } from '@klinke/platform'
import { type CallPlace, type CallScope, type CallWish, callsIn, callsOfIds, type FoundCall, idsIn } from './call-scope.ts'
import type { CounsellingLines } from './counselling-lines.ts'
import { LocalDays } from './local-days.ts'

/** Read at a time; between two pieces calls go on. */
export const READ_AT_A_TIME = 2_500

/** Sorted at a time: whose ids are held in memory. */
const SORTED_AT_A_TIME = 100_000

export interface CallReader {
  readonly scope: CallScope
  readonly wish: CallWish
  readonly lines: CounsellingLines
  readonly read: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>
}

/** Calls after a place, in pieces, without those to lines for people in need. */
export async function* listedCalls(
  { scope, wish, lines, read }: CallReader,
  from?: CallPlace,
  atATime = READ_AT_A_TIME,
): AsyncGenerator<readonly FoundCall[]> {
  const isListed = listedOf(lines)
  for (let after = from; ; ) {
    const found = await read((tx) => callsIn(tx, scope, wish, { after, limit: atATime }))
    yield found.filter(isListed)
    after = found.at(-1)
    if (found.length < atATime) return
    await setImmediate()
  }
}

/** All of a long list: sorted once, then read by their ids, so that a piece costs the same wherever it stands. */
export async function* wholeList(
  { scope, wish, lines, read }: CallReader,
  sortedAtATime = SORTED_AT_A_TIME,
  atATime = READ_AT_A_TIME,
): AsyncGenerator<readonly FoundCall[]> {
  const isListed = listedOf(lines)
  for (let after: CallPlace | undefined; ; ) {
    const ids = await read((tx) => idsIn(tx, scope, wish, { after, limit: sortedAtATime }))
    let last: CallPlace | undefined
    for (let start = 0; start < ids.length; start += atATime) {
      const found = await read((tx) => callsOfIds(tx, scope.tenantId, ids.slice(start, start + atATime)))
      yield found.filter(isListed)
      last = found.at(-1) ?? last
      await setImmediate()
    }
    // Without one all of them have been deleted meanwhile, and those before them, too.
    if (ids.length < sortedAtATime || last === undefined) return
    after = last
  }
}

function listedOf(lines: CounsellingLines): (call: FoundCall) => boolean {
  const days = new LocalDays()
  return ({ called, answeredAt }) => !lines.has(called, days.of(answeredAt.getTime()))
}
