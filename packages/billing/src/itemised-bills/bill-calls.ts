import { setImmediate } from 'node:timers/promises'
import type { Tx } from '@klinke/platform'
import { type CallPlace, type CallScope, type CallWish, callsIn, type FoundCall } from './call-scope.ts'
import type { CounsellingLines } from './counselling-lines.ts'
import { LocalDays } from './local-days.ts'

/** Read at a time; between two pieces calls go on. */
export const READ_AT_A_TIME = 2_500

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
  const days = new LocalDays()
  for (let after = from; ; ) {
    const found = await read((tx) => callsIn(tx, scope, wish, { after, limit: atATime }))
    yield found.filter(({ called, answeredAt }) => !lines.has(called, days.of(answeredAt.getTime())))
    after = found.at(-1)
    if (found.length < atATime) return
    await setImmediate()
  }
}
