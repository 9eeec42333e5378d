import { dialledIn } from '@klinke/calls'
import type { PbxDirectory } from '@klinke/pbx'
import type { SipRequest } from '@klinke/sip'
import { type CustomerTrunk, mayBeEmergency, trunkNamed } from '@klinke/trunks'
import { alsoSuspended } from './also-suspended.ts'

/** 110 or 112, whichever PBX has dialled it. */
export function callsForHelp(request: SipRequest): boolean {
  return request.method === 'INVITE' && mayBeEmergency(undefined, dialledIn(request))
}

/** Which of the trunks that share an address sends this; for help also that of a suspended customer, whose site is told (EMG-02). */
export function whoseTrunk(directory: PbxDirectory, request: SipRequest, trunks: readonly CustomerTrunk[]): CustomerTrunk | undefined {
  const tenants = callsForHelp(request) ? alsoSuspended(directory) : directory
  return trunkNamed(request, trunks, (e164) => trunkOf(tenants, e164))
}

/** The trunk to which a number is led. */
export function trunkOf(tenants: Pick<PbxDirectory, 'tenantByNumber'>, e164: string): string | undefined {
  const destination = tenants.tenantByNumber(e164)?.numberDestinations.get(e164)
  return destination?.kind === 'trunk' ? destination.targetId : undefined
}
