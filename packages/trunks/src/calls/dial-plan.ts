import type { Directory, Extension, TenantSnapshot } from '@klinke/accounts'
import type { Arrival, Call, CallPlan, DialPlan, Exchange, Outcome, Refusal } from '@klinke/calls'
import type { CarrierDirectory } from '../carrier-directory.ts'
import { numberShown } from './caller-identity.ts'
import type { OutboundParts } from './carrier-places.ts'
import { planEmergencyCall } from './emergency-call.ts'
import { type InsideLines, planInboundCall } from './inbound-call.ts'
import { callOutside, type OutboundCall } from './outbound-call.ts'
import { hidesCaller } from './privacy.ts'

/** The way out, as the PBX wants it. */
export interface OutsideLines {
  call(call: Call, wanted: OutboundCall, exchange: Exchange): Promise<Outcome>
  /** `undefined` as well for a caller who hides. */
  numberShown(tenant: TenantSnapshot, extension: Extension | undefined, request: Arrival['request']): string | undefined
}

export function outsideLines(parts: OutboundParts): OutsideLines {
  return {
    call: (call, wanted, exchange) => callOutside(call, wanted, parts, exchange),
    numberShown: (tenant, extension, request) => (hidesCaller(request) ? undefined : numberShown(tenant, extension)),
  }
}

export interface DialPlanParts extends OutboundParts {
  readonly directory: Directory
  readonly carriers: CarrierDirectory
  readonly inside: InsideLines & { planExtensionCall(arrival: Arrival): CallPlan | Refusal }
}

/** The whole dial plan: emergency first (EMG-01), then by where the call comes from. */
export function dialPlan(parts: DialPlanParts): DialPlan {
  return (arrival) => {
    const emergency = planEmergencyCall(arrival, parts.directory, parts)
    if (emergency !== undefined) return emergency
    const { origin } = arrival
    return origin.kind === 'carrier' ? planInboundCall(arrival, origin.carrier.id, parts) : parts.inside.planExtensionCall(arrival)
  }
}
