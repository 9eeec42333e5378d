import type { Call } from '../call/call.ts'
import { collect } from '../call/collect.ts'
import { settleMedia } from '../call/talk-to.ts'
import type { Confirmation } from '../exchange/exchange.ts'
import type { Leg } from '../leg/leg.ts'

/** Asks a party that has answered whether it takes the call. False when it says no, says nothing, or is gone. */
export async function confirmed(call: Call, leg: Leg, { prompt, key, withinSeconds }: Confirmation): Promise<boolean> {
  call.parties.joined(leg)
  await settleMedia(call, leg)
  const { digits } = await collect(call, { maxDigits: 1, firstDigitSeconds: withinSeconds, interDigitSeconds: withinSeconds, prompt }, leg)
  return digits === key
}
