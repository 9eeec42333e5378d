import { type Call, type Leg, type Outcome, refused, talked } from '@klinke/calls'
import { refuseSaying } from '../calls/announce.ts'
import { converse } from '../calls/converse.ts'
import { extensionParty } from '../calls/parties.ts'
import type { FeatureContext } from '../feature-codes/feature.ts'
import type { FilteredCalls } from './filtered-calls.ts'

/**
 * The boss takes a call that is with the secretaries: one that rings there, the oldest first, else the one that a secretary talks (CALL-05).
 * Only calls that the filter has led there: what a secretary talks otherwise is not the boss's.
 */
export async function takeFromSecretary(call: Call, filtered: FilteredCalls, context: FeatureContext): Promise<Outcome> {
  const { tenant, extension, exchange } = context
  const calls = filtered.of(extension.id)
  for (const rung of calls) {
    if (rung.ringing === undefined) continue
    const picked = await exchange.pickUp(call, rung, extensionParty(tenant, extension))
    if (picked.kind === 'picked-up') {
      rung.note('boss-takes', `${extension.number} answers what rings at its secretaries`)
      return talked('hung-up-by-caller')
    }
    call.note('boss-takes-failed', picked.cause)
  }
  for (const talking of calls) {
    const caller = callerOf(talking, extension.id, context)
    if (caller !== undefined) return takeConversation(call, caller, talking, context)
  }
  call.note('nothing-to-take', extension.number)
  return refuseSaying(call, 'nothing-to-take', refused('not-found', 480), context)
}

/** The caller talks to the boss from now on; the secretary's phone gets BYE. */
async function takeConversation(call: Call, caller: Leg, from: Call, context: FeatureContext): Promise<Outcome> {
  call.note('boss-takes', caller.party.number)
  await call.answer(caller.party)
  const why = context.exchange.takeOver(caller, from, call)
  if (why === undefined) return converse(call, caller, context)
  call.note('boss-takes-failed', why)
  return refused('no-answer', 480)
}

/** Who talks to a secretary of that boss in this call; nobody while she has put the caller off to ask somebody by code: she connects or goes back. */
function callerOf(call: Call, bossId: string, { tenant }: FeatureContext): Leg | undefined {
  if (call.consultation?.settled === false) return undefined
  const secretaries = tenant.secretariats.get(bossId)?.secretaries ?? []
  const isSecretary = ({ party }: Leg): boolean => party.extensionId !== undefined && secretaries.includes(party.extensionId)
  const secretary = call.legs.find((leg) => isSecretary(leg) && call.bridge?.joins(leg) === true)
  return secretary && call.bridge?.other(secretary)
}
