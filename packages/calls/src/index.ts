export {
  type CallAnswered,
  type CallEnded,
  type CallKey,
  type CallParty,
  type CallRecords,
  type CallStarted,
  type EndCause,
  type LegMedia,
  type RoutingStep,
  SIGN_OF_LIFE_SECONDS,
} from './call-records.ts'
export type { CallState, LegState, LiveCall, LiveLeg } from './live-call.ts'
export { type Outcome, type Refusal, refused } from './outcome.ts'
