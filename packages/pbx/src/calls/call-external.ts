import type { Call, CallParty, Outcome } from '@klinke/calls'
import { callNumber, callOtherTenant } from './call-number.ts'
import type { CallContext } from './context.ts'
import { REASONS } from './forwarding-headers.ts'
import type { CallerChoice, OutsideCall, OutsideForward } from './outside-lines.ts'
import { numberParty } from './parties.ts'

/** Leads a call to a public number on behalf of the tenant: inside this platform when it is a number of ours, else over carriers. */
export function callExternal(call: Call, number: string, context: CallContext): Promise<Outcome> {
  const { tenant, exchange, pbx } = context
  call.note('external', number)
  const owner = pbx.directory.tenantByNumber(number)
  if (owner?.id === tenant.id) return callNumber(call, number, context)
  if (owner !== undefined) return callOtherTenant(call, number, { ...context, from: shownOutside(call, context) })
  return pbx.outside.call(call, outsideCall(call, number, context), exchange)
}

/** A number outside on behalf of who forwards, else of the tenant; a caller from outside stays visible behind a forwarding (LAW-01). */
export function outsideCall(call: Call, number: string, context: CallContext): OutsideCall {
  const { tenant, from, internal, forwards } = context
  const forwarder = forwards.at(-1)
  const extension = forwarder && tenant.extensions.get(forwarder.number)
  if (internal) {
    const shown = shownOutside(call, context).number
    const choice: CallerChoice = shown === 'anonymous' ? { hidden: true } : { number: shown }
    return { number, tenant, extension, choice, forwards: outsideForwards(call, context) }
  }
  const caller: Partial<OutsideCall> = from.number.startsWith('+') ? { original: from.number } : { choice: { hidden: true } }
  return { number, tenant, extension, ...caller, forwards: outsideForwards(call, context) }
}

function outsideForwards(call: Call, { tenant, forwards, pbx }: CallContext): readonly OutsideForward[] {
  return forwards.flatMap(({ number, reason }) => {
    const shown = pbx.outside.numberShown(tenant, tenant.extensions.get(number), call.request, { hidden: false })
    return shown === undefined ? [] : [{ number: shown, reason: REASONS[reason] }]
  })
}

/** A caller of this tenant shows its public number to others. */
function shownOutside(call: Call, { tenant, from, internal, pbx }: CallContext): CallParty {
  if (!internal) return from
  const extension = tenant.extensions.get(from.number)
  return numberParty(pbx.outside.numberShown(tenant, extension, call.request) ?? 'anonymous', tenant.id)
}
