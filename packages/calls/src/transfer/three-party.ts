import type { Call } from '../call/call.ts'
import type { Leg } from '../leg/leg.ts'
import { talked } from '../outcome.ts'
import type { Next } from './converse.ts'

/** Three parties of a call hear each other, until one leaves; the other two talk on. */
export async function threeParty(call: Call, ...parties: readonly [Leg, Leg, Leg]): Promise<Next> {
  call.note('three-party', parties.map(({ party }) => party.number).join(', '))
  call.parties.detachPrincipal()
  const room = call.media.room({ clockRateHz: 16_000, maxMembers: parties.length })
  try {
    for (const { endpoint } of parties) await room.join(endpoint)
    await call.scope.race(Promise.race(parties.flatMap(({ dialog }) => dialog?.ended ?? [])))
  } finally {
    room.close()
  }
  const [first, second] = parties.filter((leg) => call.parties.isThere(leg))
  if (first === undefined || second === undefined) return talked('hung-up-by-caller')
  call.parties.lead(first)
  call.parties.releaseEnded()
  return { kind: 'talk-on', to: second }
}
