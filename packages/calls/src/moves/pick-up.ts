import type { Call } from '../call/call.ts'
import type { Leg } from '../leg/leg.ts'
import { type Refusal, refused } from '../outcome.ts'
import { type NotMoved, takeOver } from './take-over.ts'

/** What came of a pickup. `answered`: the caller's leg is in the other call now, and its own call is over. */
export type PickUp = { readonly kind: 'picked-up' } | Refusal

/**
 * The principal of `call` answers the call that rings in `ringing`, in place of those who are rung. Of several who try at once one
 * wins; the others get 486 before they are answered.
 */
export async function pickUp(call: Call, ringing: Call, as: Leg['party']): Promise<PickUp> {
  const rung = ringing.ringing
  if (rung === undefined || !rung.claim()) return refused('busy', 486)
  try {
    await call.answer(as)
  } catch (error) {
    rung.unclaim()
    throw error
  }
  const leg = call.principal
  if (rung.settled) return refused('no-answer', 480)
  const why = takeOver(leg, call, ringing)
  if (why === undefined && rung.pickedUp(leg)) return { kind: 'picked-up' }
  rung.unclaim()
  return refusalOfMove(why ?? 'gone')
}

/** What the phone is told whose move came to nothing. */
export function refusalOfMove(why: NotMoved): Refusal {
  switch (why) {
    case 'gone':
    case 'ending':
      return refused('no-answer', 481)
    case 'not-anchored':
      return refused('incompatible', 488)
    case 'foreign':
      return refused('forbidden', 403)
  }
}
