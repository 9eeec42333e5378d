import { dialledIn } from '@klinke/calls'
import type { PbxDirectory } from '@klinke/pbx'
import type { SipRequest } from '@klinke/sip'
import { type CustomerTrunk, mayBeEmergency, trunkForHelp, trunkNamed } from '@klinke/trunks'
import { alsoSuspended } from './also-suspended.ts'

/** 110 or 112, whichever PBX has dialled it. */
export function callsForHelp(request: SipRequest): boolean {
  return request.method === 'INVITE' && mayBeEmergency(undefined, dialledIn(request))
}

/** Which of the trunks that share an address sends this; for help always one, also that of a suspended customer, whose site is told (EMG-02). */
export function whoseTrunk(directory: PbxDirectory, request: SipRequest, trunks: readonly CustomerTrunk[]): CustomerTrunk | undefined {
  if (!callsForHelp(request)) return trunkNamed(request, trunks, (e164) => trunkOf(directory, e164))
  const tenants = alsoSuspended(directory)
  const inQuestion = trunks.flatMap((trunk) => {
    const tenant = tenants.tenant(trunk.tenantId)
    return tenant === undefined ? [] : [{ trunk, tenant }]
  })
  return trunkForHelp(request, inQuestion, (e164) => trunkOf(tenants, e164))
}

/** The trunk to which a number is led. */
export function trunkOf(tenants: Pick<PbxDirectory, 'tenantByNumber'>, e164: string): string | undefined {
  const destination = tenants.tenantByNumber(e164)?.numberDestinations.get(e164)
  return destination?.kind === 'trunk' ? destination.targetId : undefined
}
