import type { CallParty, CallStarted, RoutingStep } from './call-records.ts'

export type CallState = 'routing' | 'ringing' | 'answered' | 'ending'

export type LegState = 'trying' | 'ringing' | 'answered' | 'ended'

/** A call in progress, as the API and the live view show it. */
export interface LiveCall {
  readonly id: string
  readonly tenantId: string
  readonly direction: CallStarted['direction']
  readonly caller: CallParty
  /** As dialled. */
  readonly called: CallParty
  readonly state: CallState
  /** When `state` was entered. */
  readonly sinceMs: number
  readonly startedAtMs: number
  readonly answeredAtMs: number | undefined
  readonly emergency: boolean
  readonly legs: readonly LiveLeg[]
  /** What was decided so far. */
  readonly route: readonly RoutingStep[]
}

export interface LiveLeg {
  readonly id: string
  readonly role: 'caller' | 'called'
  readonly party: CallParty
  readonly state: LegState
  readonly sipCallId: string
  /** It holds whom it talks to. */
  readonly holds: boolean
}
