import type { Extension } from '@klinke/accounts'
import type { Call, CallParty, DialTarget, Outcome, Refusal } from '@klinke/calls'
import { settingsOf } from '../call-settings/settings-of.ts'
import { callNumber, callOtherTenant } from './call-number.ts'
import type { CallContext } from './context.ts'
import { REASONS } from './forwarding-headers.ts'
import type { CallerChoice, OutsideCall, OutsideForward } from './outside-lines.ts'
import { extensionParty, numberParty } from './parties.ts'

/**
 * Leads a call to a public number on behalf of the tenant: inside this platform when it is a number of ours, else over carriers. What the
 * tenant makes of the call is a call of its own with a record of its own, which it is charged for: it tells why the tenant has made it.
 */
export async function callExternal(call: Call, number: string, context: CallContext): Promise<Outcome> {
  const { tenant, exchange, pbx } = context
  call.note('external', number)
  const owner = pbx.directory.tenantByNumber(number)
  if (owner?.id === tenant.id) return callNumber(call, number, context)
  const wanted = outsideCall(call, number, context)
  const leave = recordedAsOutbound(call, number, context)
  const outcome = owner === undefined ? await pbx.outside.call(call, wanted, exchange) : await onNet(call, number, wanted, context)
  if (outcome.kind === 'refused') leave(outcome)
  return outcome
}

async function onNet(call: Call, number: string, wanted: OutsideCall, context: CallContext): Promise<Outcome> {
  const seen = context.pbx.outside.onNet(call, wanted)
  return 'kind' in seen ? seen : callOtherTenant(call, number, { ...context, from: shownOutside(call, context) })
}

/** Why a number outside rings beside others, and what it must know. */
export interface Beside {
  /** What rings it, such as `11, rung beside`: for its record. */
  readonly ledBy: string
  /** On whose behalf; absent: of who has forwarded the call, or of the tenant. */
  readonly extension?: Extension
  /** Who answers must accept the call. */
  readonly wantsPerson: boolean
}

/** A public number as something to ring beside others: a call of its own there, too, with a record of its own. Undefined without a way there. */
export function besideOutside(call: Call, number: string, context: CallContext, beside: Beside): DialTarget | undefined {
  const { ledBy, extension, wantsPerson } = beside
  const { tenant, pbx } = context
  const target = pbx.outside.target(call, { ...outsideCall(call, number, context), ...(extension && { extension }), wantsPerson })
  if (target === undefined) return undefined
  const caller = extension === undefined ? onBehalfOf(context) : extensionParty(tenant, extension)
  const because = `led by ${ledBy}, for ${context.from.number}, record ${newestRecord(call)}`
  return { ...target, ownRecord: { tenantId: tenant.id, direction: 'outbound', caller, because } }
}

/** Which the call that goes outside is made for. */
function newestRecord(call: Call): string {
  return call.journal.records.at(-1)?.head.id ?? call.id
}

function recordedAsOutbound(call: Call, number: string, context: CallContext): (refusal: Refusal) => void {
  const { tenant } = context
  const before = newestRecord(call)
  const leave = call.enter({
    tenantId: tenant.id,
    direction: 'outbound',
    caller: onBehalfOf(context),
    called: numberParty(number),
    emergency: false,
  })
  call.note('outbound-leg', `${whyOutside(context)}, for ${context.from.number}, record ${before}`)
  return leave
}

/** Who is charged: the extension that has forwarded the call or makes it, else the number by which it came. */
function onBehalfOf({ tenant, forwards, numbers = [], internal, from }: CallContext): CallParty {
  const last = forwards.at(-1)
  const forwarder = tenant.extensions.get(last?.number ?? '')
  if (forwarder !== undefined && forwarder.id === last?.extensionId) return extensionParty(tenant, forwarder)
  return internal ? from : numberParty(numbers.at(-1) ?? '', tenant.id)
}

function whyOutside({ ledBy, numbers = [] }: CallContext): string {
  if (ledBy !== undefined) return `led by ${ledBy}`
  return numbers.length > 0 ? `number ${numbers.at(-1)} leads there` : 'led there'
}

/** A number outside on behalf of who forwards, else of the tenant; a caller from outside stays visible behind a forwarding (LAW-01). */
export function outsideCall(call: Call, number: string, context: CallContext): OutsideCall {
  const { tenant, from, internal, forwards, numbers = [] } = context
  const forwarder = forwards.at(-1)
  const extension = forwarder && tenant.extensions.get(forwarder.number)
  const siteId = tenant.numbers.get(numbers.at(-1) ?? '')?.siteId
  const led = { number, tenant, extension, siteId, numbers, forwards: outsideForwards(call, context), isLed: true } as const
  if (internal) {
    const shown = shownOutside(call, context).number
    const choice: CallerChoice = shown === 'anonymous' ? { hidden: true } : { number: shown }
    return { ...led, choice }
  }
  const caller: Partial<OutsideCall> = from.number.startsWith('+') ? { original: from.number } : { choice: { hidden: true } }
  return { ...led, ...caller }
}

function outsideForwards(call: Call, { tenant, forwards, pbx }: CallContext): readonly OutsideForward[] {
  return forwards.flatMap(({ number, reason }) => {
    const shown = pbx.outside.numberShown(tenant, tenant.extensions.get(number), call.request, { hidden: false })
    return shown === undefined ? [] : [{ number: shown, reason: REASONS[reason] }]
  })
}

/** A caller of this tenant shows its public number to others, unless it always hides. */
function shownOutside(call: Call, { tenant, from, internal, pbx }: CallContext): CallParty {
  if (!internal) return from
  const extension = tenant.extensions.get(from.number)
  const choice = extension && settingsOf(tenant, extension.id).hideNumber ? { hidden: true } : {}
  const shown = pbx.outside.numberShown(tenant, extension, call.request, choice)
  // One of the tenant's own, whatever the phone says (CLI-03).
  return { ...numberParty(shown ?? 'anonymous', tenant.id), isAsserted: shown !== undefined }
}
