import type { Extension, TenantSnapshot } from '@klinke/accounts'
import type { Arrival, Call, CallPlan, DialPlan, DialTarget, Exchange, Outcome, Refusal } from '@klinke/calls'
import type { CarrierDirectory } from '../carrier-directory.ts'
import { callTrunk, type TrunkRing } from '../customer-trunks/calls/call-trunk.ts'
import type { TrunksAtWork } from '../customer-trunks/calls/pbx-places.ts'
import { planTrunkCall, type TrunkCallParts } from '../customer-trunks/calls/plan-trunk-call.ts'
import { planTrunkEmergency } from '../customer-trunks/calls/plan-trunk-emergency.ts'
import { planEmergencyCall } from '../emergency/emergency-call.ts'
import { type InviteForHelp, inviteForHelp } from '../emergency/invite-for-help.ts'
import type { InsideArrival, MaliciousCalls } from '../malicious-calls/malicious-calls.ts'
import type { CallerChoice } from './caller-identity.ts'
import type { OutboundParts } from './carrier-places.ts'
import { type InboundParts, planInboundCall } from './inbound-call.ts'
import { callOutside, callsInside, type OutboundCall, outsideTarget } from './outbound-call.ts'

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
  /** For numbers of other tenants, which go no way outside: whom they see of the caller, or why they may not be called. */
  onNet(call: Call, wanted: OutboundCall): { readonly shown: string | undefined } | Refusal
  /** For numbers of other tenants: why the customer called takes no calls (FRD-03). */
  lockedIn(call: Call, tenant: TenantSnapshot): Refusal | undefined
  readonly phoneLock: PhoneLock
  /** What a call to 112 would be; nothing is sent. */
  inviteForHelp(tenant: TenantSnapshot, extension: Extension, epochMs: number): InviteForHelp
  /** Told of each call to a number of another customer, which no carrier brings. */
  cameInside(arrival: InsideArrival): void
  /** Marks the last traced call to an extension as malicious (CLI-06); false: there is none, or no order allows it. */
  markMalicious(tenantId: string, extensionId: string): Promise<boolean>
  /** Rings a customer's PBX, and stays until the call is over. */
  callTrunk(call: Call, ring: TrunkRing, exchange: Exchange): Promise<Outcome>
}

/** The telephone lock of extensions, which users set by code. */
export interface PhoneLock {
  isLocked(tenantId: string, extensionId: string): boolean
  set(tenantId: string, extensionId: string, locked: boolean): Promise<void>
}

export function outsideLines(
  parts: OutboundParts & { readonly trunks?: TrunksAtWork; readonly malicious?: Pick<MaliciousCalls, 'mark' | 'arrivedInside'> },
  phoneLock: PhoneLock,
): OutsideLines {
  return {
    phoneLock,
    inviteForHelp: (tenant, extension, epochMs) => inviteForHelp(tenant, extension, parts, epochMs),
    cameInside: (arrival) => parts.malicious?.arrivedInside(arrival),
    markMalicious: (tenantId, extensionId) => parts.malicious?.mark(tenantId, extensionId) ?? Promise.resolve(false),
    callTrunk: (call, ring, exchange) => callTrunk(call, ring, parts, exchange),
    onNet: (call, wanted) => callsInside(call, wanted, parts),
    lockedIn: (call, tenant) => parts.guard?.incoming(call, tenant),
    call: (call, wanted, exchange) => callOutside(call, wanted, parts, exchange),
    target: (call, wanted) => outsideTarget(call, wanted, parts),
    numberShown: (tenant, extension, request, choice) => parts.identity.numberShown(tenant, extension, request, choice),
  }
}

export interface DialPlanParts extends TrunkCallParts {
  readonly carriers: CarrierDirectory
  readonly inside: TrunkCallParts['inside'] & {
    planExtensionCall(arrival: Arrival): CallPlan | Refusal
    /** The number behind codes that were dialled, such as the one that hides the caller: no code may stand between a caller and help. */
    numberDialled(arrival: Arrival): string
  }
  /** What is done about callers who are known for spam; absent: nothing. */
  readonly spam?: InboundParts['spam']
}

/** The whole dial plan: emergency first (EMG-01), then by where the call comes from. */
export function dialPlan(parts: DialPlanParts): DialPlan {
  return (arrival) => {
    const emergency = planEmergency(arrival, parts)
    if (emergency !== undefined) return emergency
    const { origin } = arrival
    switch (origin.kind) {
      case 'carrier':
        return planInboundCall(arrival, origin.carrier.id, parts)
      case 'trunk':
        return planTrunkCall(arrival, parts)
      case 'extension':
        return parts.inside.planExtensionCall(arrival)
    }
  }
}

function planEmergency(arrival: Arrival, parts: DialPlanParts): CallPlan | undefined {
  if (arrival.origin.kind === 'trunk') return planTrunkEmergency(arrival, parts)
  const { emergencyCalled } = parts.inside
  const plan = planEmergencyCall(arrival, parts.directory, parts, emergencyCalled)
  if (plan !== undefined) return plan
  const dialled = parts.inside.numberDialled(arrival)
  return dialled === arrival.dialled ? undefined : planEmergencyCall({ ...arrival, dialled }, parts.directory, parts, emergencyCalled)
}
