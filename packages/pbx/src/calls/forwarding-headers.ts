import type { Call } from '@klinke/calls'
import { Diversion, type ForwardingReason, forwardingHeaders, forwardingsSaid, type HeaderField, printUri, sipUri } from '@klinke/sip'
import type { Forward } from '../call-settings/guard.ts'
import type { CallContext } from './context.ts'

/** RFC 5806 §4. */
export const REASONS: Readonly<Record<Forward['reason'], ForwardingReason>> = {
  always: 'unconditional',
  busy: 'user-busy',
  'no-answer': 'no-answer',
  'not-registered': 'unavailable',
}

/** What tells the devices of an extension who has forwarded the call to it: inside, and before it came here. */
export function toldForwardings(call: Call, number: string, { tenant, forwards, internal }: CallContext): readonly HeaderField[] {
  const at = (user: string): string => printUri(sipUri({ user, host: tenant.sipDomain.toLowerCase() }))
  const own = forwardingHeaders(
    forwards.map((forward) => ({ uri: at(forward.number), reason: REASONS[forward.reason] })),
    at(number),
  )
  return internal ? own : [...own, ...saidBefore(call).map((diversion): HeaderField => ['Diversion', Diversion.print(diversion)])]
}

/** Forwardings on the way to us. What a phone of ours says of them does not count: it would switch off its own forwardings. */
export function divertedBefore(call: Call, { internal }: CallContext): number {
  return internal ? 0 : forwardingsSaid(saidBefore(call))
}

function saidBefore(call: Call) {
  return call.request.headers.readAll(Diversion) ?? []
}
