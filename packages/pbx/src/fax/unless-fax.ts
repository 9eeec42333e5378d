import type { Call, Outcome } from '@klinke/calls'
import type { CallContext } from '../calls/context.ts'
import type { FaxDestination } from '../destinations/destination.ts'

/**
 * Leads a call by `flow`. When a fax machine is heard while something is said to the caller or it is asked for keys, the call goes to the
 * fax destination that holds then; where `destination` gives none, whoever leads the call from further out decides.
 */
export function unlessFax(
  call: Call,
  destination: () => FaxDestination | undefined,
  context: CallContext,
  flow: () => Promise<Outcome>,
): Promise<Outcome> {
  const faxed = async (): Promise<Outcome> => {
    const to = destination()
    if (to === undefined) throw new Error('Who has no fax destination is not told of a fax.')
    call.carriesFax = true
    const outcome = await context.pbx.routeTo(call, to, { ...context, ledBy: 'its fax tone' })
    // It would take what is said for a person.
    return outcome.kind === 'refused' ? { ...outcome, isTold: true } : outcome
  }
  return call.unlessFax(flow, faxed, () => destination() !== undefined)
}
