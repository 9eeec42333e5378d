import type { Directory, TenantSnapshot } from '@klinke/accounts'
import type { Arrival, Call, CallParty, CallPlan, Exchange, Outcome, Refusal } from '@klinke/calls'
import { callNumber } from './call-number.ts'
import { planExtensionCall } from './extension-call.ts'
import type { OutsideLines } from './outside-lines.ts'

/** The PBX's part of the dial plan. */
export interface PbxCalls {
  /** A call that an extension makes. */
  planExtensionCall(arrival: Arrival): CallPlan | Refusal
  /** A call from outside to one of the tenant's numbers. */
  callNumber(call: Call, tenant: TenantSnapshot, e164: string, from: CallParty, exchange: Exchange): Promise<Outcome>
}

export function pbxCalls(parts: { readonly directory: Directory; readonly outside: OutsideLines }): PbxCalls {
  return { planExtensionCall: (arrival) => planExtensionCall(arrival, parts), callNumber }
}
