import type { CallCharge, CallIdentity, CallParty, CallStarted, EndCause, LegMedia, RoutingStep } from '@klinke/calls'

/** A call as the record tells it: started, perhaps answered, perhaps ended. Missing fields of the JSON are undefined. */
export interface CallRecord {
  readonly id: string
  readonly tenantId: string
  readonly direction: CallStarted['direction']
  readonly caller: CallParty
  /** As dialled. */
  readonly called: CallParty
  readonly sipCallId: string
  readonly emergency: boolean
  readonly startedAt: Date
  readonly answeredAt: Date | null
  readonly answeredBy: CallParty | null
  readonly endedAt: Date | null
  readonly cause: EndCause | null
  readonly sipStatus: number | null
  readonly route: readonly RoutingStep[] | null
  readonly callerMedia: LegMedia | null
  readonly calledMedia: LegMedia | null
  /** Who was shown outside, and for which number it is charged. */
  readonly identity: CallIdentity | null
  /** What it is rated by; null: it did not leave the customer. */
  readonly charge: CallCharge | null
}
