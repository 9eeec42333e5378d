import type { Tx } from '@klinke/platform'
import type { RatedCall } from './rated-call.ts'

/** Told of calls that have got a price, or another one, in the transaction that gives it: whoever has taken money for them already. */
export type SettleRated = (tx: Tx, calls: readonly RatedCall[]) => Promise<void>

export const nothingToSettle: SettleRated = () => Promise.resolve()
