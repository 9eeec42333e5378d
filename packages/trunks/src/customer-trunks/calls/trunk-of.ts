import type { SipRequest } from '@klinke/sip'
import type { CustomerTrunk } from '../customer-trunk.ts'
import { numbersNamed } from './pbx-caller.ts'

/** To which trunk a number of ours is led (NUM-06); undefined: to none. */
export type TrunkOfNumber = (e164: string) => string | undefined

/**
 * Which of the trunks that share an address sends a request: the one to which the number is led that the caller names. Undefined when it names
 * none of theirs, or numbers of several: then nobody knows who is to pay.
 */
export function trunkNamed(request: SipRequest, trunks: readonly CustomerTrunk[], trunkOf: TrunkOfNumber): CustomerTrunk | undefined {
  const ids = new Set(numbersNamed(request, undefined).map(trunkOf))
  const named = trunks.filter(({ id }) => ids.has(id))
  return named.length === 1 ? named[0] : undefined
}
