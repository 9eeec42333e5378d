import type { Call, CallParty, Outcome } from '@klinke/calls'
import { callNumber, callOtherTenant } from './call-number.ts'
import type { CallContext } from './context.ts'
import { numberParty } from './parties.ts'

/** Leads a call to a public number on behalf of the tenant: inside this platform when it is a number of ours, else over carriers. */
export function callExternal(call: Call, number: string, context: CallContext): Promise<Outcome> {
  const { tenant, exchange, pbx } = context
  call.note('external', number)
  const owner = pbx.directory.tenantByNumber(number)
  if (owner?.id === tenant.id) return callNumber(call, number, context)
  if (owner !== undefined) return callOtherTenant(call, number, { ...context, from: shownOutside(call, context) })
  return pbx.outside.call(call, { number, tenant, extension: undefined }, exchange)
}

/** A caller of this tenant shows its public number to others. */
function shownOutside(call: Call, { tenant, from, internal, pbx }: CallContext): CallParty {
  if (!internal) return from
  const extension = tenant.extensions.get(from.number)
  return numberParty(pbx.outside.numberShown(tenant, extension, call.request) ?? 'anonymous', tenant.id)
}
