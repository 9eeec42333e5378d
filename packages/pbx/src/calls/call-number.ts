import { type Call, type Outcome, refused } from '@klinke/calls'
import type { CallContext } from './context.ts'
import { numberCalled } from './parties.ts'

/** A call to a number of ours, from inside or outside: to whatever the tenant has put behind it (NUM-06). */
export function callNumber(call: Call, e164: string, context: CallContext): Promise<Outcome> {
  const { tenant, pbx } = context
  const destination = tenant.numbers.has(e164) ? tenant.numberDestinations.get(e164) : undefined
  if (destination === undefined) {
    call.note('number-unassigned', e164)
    return Promise.resolve(refused('not-found', 404))
  }
  call.note('number', `${e164} → ${destination.kind}`)
  return pbx.routeTo(call, destination, context)
}

/** A call between two tenants stays on this platform: it never sees a carrier, and each tenant has its own record (TRK-14). */
export function callOtherTenant(call: Call, e164: string, context: CallContext): Promise<Outcome> {
  const tenant = context.pbx.directory.tenantByNumber(e164)
  if (tenant === undefined) return Promise.resolve(refused('not-found', 404))
  const { from } = context
  call.note('on-net', e164)
  call.enter({
    tenantId: tenant.id,
    direction: 'inbound',
    caller: from,
    called: numberCalled(tenant, e164),
    emergency: false,
  })
  return callNumber(call, e164, { ...context, tenant, internal: false })
}
