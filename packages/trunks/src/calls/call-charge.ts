import type { Call, CallCharge } from '@klinke/calls'
import type { ShownCaller } from './caller-identity.ts'
import type { CarrierPlace } from './carrier-places.ts'
import type { OutboundCall } from './outbound-call.ts'
import { siteOfCall } from './site-of-call.ts'

type Leaving = Pick<OutboundCall, 'tenant' | 'extension' | 'siteId' | 'trunk' | 'isLed'>

/** What a call that leaves the customer is rated by (CLI-02, TRK-14, BIL-05). Over a way that may cost something nobody has answered yet. */
export function chargeOf(
  call: Pick<Call, 'caller'>,
  leaving: Leaving,
  { number }: Pick<ShownCaller, 'number'>,
  way: CallCharge['way'],
): CallCharge {
  const { extension, trunk } = leaving
  const siteId = siteOfCall(leaving)?.id
  return {
    way,
    origin: originOf(call, leaving),
    billed: number ?? null,
    ...(extension !== undefined && { extensionId: extension.id }),
    ...(trunk !== undefined && { trunkId: trunk.id }),
    ...(siteId !== undefined && { siteId }),
    ...(way !== 'on-net' && { connectedAtMs: null }),
  }
}

/** By which of the ways that are rated differently a place is reached. */
export function wayTo({ way, carrier }: CarrierPlace): CallCharge['way'] {
  return way ?? (carrier.tenantId === undefined ? 'carrier' : 'own-carrier')
}

/** Nobody has called the exchange where it calls somebody itself: for a queue, a program, or who waits for a line that was busy. */
export function originOf({ caller }: Pick<Call, 'caller'>, { isLed }: Pick<Leaving, 'isLed'>): CallCharge['origin'] {
  if (caller === undefined) return 'call-back'
  return isLed === true ? 'forwarded' : 'own'
}
