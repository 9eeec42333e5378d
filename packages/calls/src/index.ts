export type { CallAnswered, CallEnded, CallParty, CallRecords, CallStarted, EndCause, LegMedia, RoutingStep } from './call-records.ts'
