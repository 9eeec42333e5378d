import type { Call } from '../call/call.ts'
import type { Exchange } from '../exchange/exchange.ts'
import { type Outcome, refused } from '../outcome.ts'
import { inviteOf, planFor, undertake } from './on-behalf.ts'

/** The principal calls somebody from inside its call. See `Exchange.dialOn`. */
export async function dialOn(call: Call, dialled: string, exchange: Exchange, forHelp = false): Promise<Outcome> {
  const by = call.principal
  const request = inviteOf(by, dialled)
  const plan = call.parties.mayUndertake ? planFor(by, dialled, request, exchange.dialPlan) : refused('forbidden', 603)
  if (plan.kind !== 'call') return plan
  // Nobody is led to a control centre by a number that was left somewhere.
  if (plan.emergency && !forHelp) return refused('forbidden', 403)
  call.note('dials-on', `${by.party.number} calls ${dialled}`)
  const { connected, outcome, journal } = await undertake(call, { by, plan, led: by, request }, exchange)
  if (!connected) return outcome.kind === 'refused' ? outcome : refused('no-answer', 480)
  call.parties.releaseEnded()
  await journal.endWhenCounted(outcome.cause, call.clock.epochMs())
  return outcome
}
