import { type Extension, profileFor } from '@klinke/accounts'
import type { Calls, Placed } from '@klinke/calls'
import type { PbxSnapshot } from '../snapshot.ts'

/** Whether an extension is in a call: it calls somebody, or talks. A phone that only rings is not. */
export function isInCall(calls: Calls, tenantId: string, extensionId: string): boolean {
  return calls.ofExtension(tenantId, extensionId).some(isTakenUp)
}

/** Whether an extension is in as many calls as the product or its package allows, `more` than those that there are. Where there is no limit nothing is counted. */
export function isInAllCalls(calls: Calls, { id, profile }: PbxSnapshot, extension: Extension, more = 0): boolean {
  const { maxCallsPerExtension } = profileFor(profile, extension)
  if (maxCallsPerExtension === undefined || maxCallsPerExtension === null) return false
  return calls.ofExtension(id, extension.id).filter(isTakenUp).length >= maxCallsPerExtension + more
}

function isTakenUp({ leg }: Placed): boolean {
  return leg.role === 'caller' || leg.state === 'answered'
}
