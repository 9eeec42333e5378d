import type { Directory, Extension, TenantSnapshot } from '@klinke/accounts'
import type { Arrival, Call, CallPlan, DialPlan, DialTarget, Exchange, Outcome, Refusal } from '@klinke/calls'
import type { CarrierDirectory } from '../carrier-directory.ts'
import { type CallerChoice, numberShown, privacyOf } from './caller-identity.ts'
import type { OutboundParts } from './carrier-places.ts'
import { type EmergencyCalled, planEmergencyCall } from './emergency-call.ts'
import { type InboundParts, type InsideLines, planInboundCall } from './inbound-call.ts'
import { callOutside, type OutboundCall, outsideTarget } from './outbound-call.ts'

/** The way out, as the PBX wants it. */
export interface OutsideLines {
  call(call: Call, wanted: OutboundCall, exchange: Exchange): Promise<Outcome>
  /** To be rung beside others. */
  target(call: Call, wanted: OutboundCall): DialTarget | undefined
  /** `undefined` as well for a caller who hides. */
  numberShown(
    tenant: TenantSnapshot,
    extension: Extension | undefined,
    request: Arrival['request'],
    choice?: CallerChoice,
  ): string | undefined
  /** For numbers of other tenants, which go no way outside. */
  barred(call: Call, wanted: OutboundCall): Refusal | undefined
  readonly phoneLock: PhoneLock
}

/** The telephone lock of extensions, which users set by code. */
export interface PhoneLock {
  isLocked(tenantId: string, extensionId: string): boolean
  set(tenantId: string, extensionId: string, locked: boolean): Promise<void>
}

export function outsideLines(parts: OutboundParts, phoneLock: PhoneLock): OutsideLines {
  return {
    phoneLock,
    barred: (call, wanted) => parts.barring.refusal(call, wanted),
    call: (call, wanted, exchange) => callOutside(call, wanted, parts, exchange),
    target: (call, wanted) => outsideTarget(call, wanted, parts),
    numberShown: (tenant, extension, request, choice) =>
      privacyOf(request, choice) === 'id' ? undefined : numberShown(tenant, extension, choice),
  }
}

export interface DialPlanParts extends OutboundParts {
  readonly directory: Directory
  readonly carriers: CarrierDirectory
  readonly inside: InsideLines & {
    planExtensionCall(arrival: Arrival): CallPlan | Refusal
    /** The number behind codes that were dialled, such as the one that hides the caller: no code may stand between a caller and help. */
    numberDialled(arrival: Arrival): string
    /** Absent: calls back are led as any other. */
    readonly emergencyCalled?: EmergencyCalled
  }
  /** Told of each call that came with more digits than its block has (NUM-05). */
  readonly beyondBlock?: InboundParts['beyondBlock']
}

/** The whole dial plan: emergency first (EMG-01), then by where the call comes from. */
export function dialPlan(parts: DialPlanParts): DialPlan {
  return (arrival) => {
    const emergency = planEmergency(arrival, parts)
    if (emergency !== undefined) return emergency
    const { origin } = arrival
    return origin.kind === 'carrier' ? planInboundCall(arrival, origin.carrier.id, parts) : parts.inside.planExtensionCall(arrival)
  }
}

function planEmergency(arrival: Arrival, parts: DialPlanParts): CallPlan | undefined {
  const { emergencyCalled } = parts.inside
  const plan = planEmergencyCall(arrival, parts.directory, parts, emergencyCalled)
  if (plan !== undefined) return plan
  const dialled = parts.inside.numberDialled(arrival)
  return dialled === arrival.dialled ? undefined : planEmergencyCall({ ...arrival, dialled }, parts.directory, parts, emergencyCalled)
}
