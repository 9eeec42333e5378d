import type { Timer } from '@klinke/foundation'
import type { Call } from '../call/call.ts'
import type { RingOptions } from '../exchange/exchange.ts'
import type { DialOutcome, OutboundLeg } from '../leg/outbound-leg.ts'
import { unattended } from '../unattended.ts'

/**
 * How dialling ends, as a timeout when nothing is heard in time, or nobody is rung. Who is given up gets a CANCEL, and BYE for an answer
 * that crosses it. Nobody is given up any more from `isSettled` on.
 */
export async function unlessSilent(
  call: Call,
  leg: OutboundLeg,
  { silentAfterSeconds, unrungAfterSeconds }: Pick<RingOptions, 'silentAfterSeconds' | 'unrungAfterSeconds'>,
  isSettled: () => boolean,
): Promise<DialOutcome> {
  if (silentAfterSeconds === undefined && unrungAfterSeconds === undefined) return leg.dialled
  const { promise, resolve } = Promise.withResolvers<DialOutcome>()
  const giveUpAfter = (seconds: number, isAlive: () => boolean): Timer =>
    call.after(seconds * 1000, () => {
      if (isAlive() || isSettled()) return
      unattended(leg.hangUp())
      resolve({ kind: 'failed', outcome: { kind: 'timeout' } })
    })
  const timers: Timer[] = []
  if (silentAfterSeconds !== undefined) timers.push(giveUpAfter(silentAfterSeconds, () => leg.heard))
  if (unrungAfterSeconds !== undefined) timers.push(giveUpAfter(unrungAfterSeconds, () => leg.rang || leg.dialog !== undefined))
  try {
    return await Promise.race([leg.dialled, promise])
  } finally {
    for (const timer of timers) timer.cancel()
  }
}
