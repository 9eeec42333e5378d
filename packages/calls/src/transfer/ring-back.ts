import type { Call } from '../call/call.ts'
import type { DialTarget, Exchange } from '../exchange/exchange.ts'
import type { Leg } from '../leg/leg.ts'
import { partyAddress } from '../party-address.ts'

/** The devices of an extension that was in a call, to be rung for the principal. Empty for parties outside and phones that are gone. */
export function devicesOf(call: Call, { addressOfRecord, party }: Leg, exchange: Exchange): readonly DialTarget[] {
  if (addressOfRecord === undefined) return []
  const [, domain = ''] = addressOfRecord.split('@', 2)
  const { displayName, number } = call.principal.party
  const parties = { party, from: partyAddress(displayName, number, domain), to: partyAddress(undefined, party.number, domain) }
  return exchange.devicesOf(addressOfRecord).map((device) => ({ ...device, ...parties }))
}

/** Rings the phone that had transferred the principal to somebody who was not reached. */
export async function ringBack(call: Call, by: Leg, exchange: Exchange): Promise<Leg | undefined> {
  const targets = devicesOf(call, by, exchange)
  call.note('ring-back', `${by.party.number} on ${targets.length} devices`)
  const answered = await exchange.ring(call, targets)
  return answered.kind === 'answered' ? answered.leg : undefined
}
