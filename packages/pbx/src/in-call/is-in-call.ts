import type { Calls } from '@klinke/calls'

/** Whether an extension is in a call: it calls somebody, or talks. A phone that only rings is not. */
export function isInCall(calls: Calls, tenantId: string, extensionId: string): boolean {
  return calls.ofExtension(tenantId, extensionId).some(({ leg }) => leg.role === 'caller' || leg.state === 'answered')
}
