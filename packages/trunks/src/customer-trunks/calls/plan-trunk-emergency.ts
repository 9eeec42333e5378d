import { emergencyLine } from '@klinke/accounts'
import type { Arrival, CallFlow, CallPlan } from '@klinke/calls'
import { emergencyNumber } from '@klinke/numbering'
import type { ShownCaller } from '../../calls/caller-identity.ts'
import { overCarriers } from '../../calls/outbound-call.ts'
import { AT_ANY_PRICE, channelForHelp, noteLine, withoutLimits } from '../../emergency/emergency-call.ts'
import { toldLocation } from '../../emergency/location.ts'
import { emergencyNumberFor } from '../../emergency/written-for-help.ts'
import { admittedTrunk } from './admitted-trunk.ts'
import { areaCodeOfTrunk } from './pbx-caller.ts'
import { partyOf, type TrunkCallParts, trunkOfArrival } from './plan-trunk-call.ts'

/**
 * 110 and 112 from a customer's PBX (EMG-01): shown is the number of the site where the PBX stands, whatever the PBX says of the caller, since it
 * tells the control centre where help is needed (EMG-02, EMG-03). No state of the trunk and no rule is asked. `undefined` for any other call.
 */
export function planTrunkEmergency(arrival: Arrival, parts: TrunkCallParts): CallPlan | undefined {
  // A suspended customer's PBX reaches help, too.
  const found = trunkOfArrival(arrival, { ...parts, directory: parts.directory.forHelp ?? parts.directory })
  if (found === undefined) return undefined
  const { trunk, tenant } = found
  const here = { areaCode: areaCodeOfTrunk(tenant, trunk), outsideLinePrefix: undefined }
  const number = emergencyNumber(arrival.dialled, here) ?? emergencyNumberFor(tenant, arrival.dialled)
  if (number === undefined) return undefined
  const { siteId, headNumber: outgoingNumber } = trunk
  const line = emergencyLine(tenant, { outgoingNumber, ...(siteId !== undefined && { siteId }) })
  const shown: ShownCaller = { number: line.number, privacy: 'none' }
  const flow: CallFlow = (call, exchange) => {
    call.note('emergency', number)
    noteLine(call, line)
    // Who calls back finds a channel; no phone of ours stands between it and the PBX.
    if (line.number !== undefined) parts.inside.emergencyCalled?.(tenant.id, trunk.id, line.number)
    const location = toldLocation(tenant, line.site, line.number, exchange.clock.epochMs())
    const admitted = admittedTrunk(trunk, tenant)
    const seat = channelForHelp(call, { tenant, siteId, trunk: admitted }, parts)
    const wanted = { number, tenant, extension: undefined, siteId, trunk: admitted, location }
    return overCarriers({ call, wanted, shown, parts, exchange }, { ...AT_ANY_PRICE, seat })
  }
  return {
    kind: 'call',
    tenantId: tenant.id,
    direction: 'outbound',
    emergency: true,
    caller: partyOf(found, { number: line.number, named: undefined }),
    called: { tenantId: undefined, extensionId: undefined, number, displayName: undefined },
    profile: withoutLimits(tenant.profile),
    flow,
  }
}
