import { type Call, type Refusal, refused } from '@klinke/calls'
import type { OutboundCall } from '../calls/outbound-call.ts'
import { emergencyNumberFor } from './written-for-help.ts'

/**
 * A call to 110 or 112, in whatever form, that nobody has dialled: a forwarding, a block of a flow, a group leads there. It is refused, for
 * a control centre must not get callers who want somebody else. Undefined for all other numbers.
 */
export function ledForHelp(call: Pick<Call, 'note'>, { number, tenant }: Pick<OutboundCall, 'number' | 'tenant'>): Refusal | undefined {
  if (emergencyNumberFor(tenant, number) === undefined) return undefined
  call.note('emergency-not-dialled', number)
  return refused('forbidden', 403)
}
