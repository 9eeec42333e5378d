export type { Admission, AdmissionStatistics, CarrierIdentity, Carriers, Verdict } from './admission/admission.ts'
export {
  addressOfRecord,
  DEFAULT_REGISTRATION_PROFILE,
  type RegistrationProfile,
  type Subscriber,
  type Subscribers,
} from './admission/subscriber.ts'
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
export type {
  Binding,
  RegisterAnswer,
  Registrar,
  RegistrarStatistics,
  Registration,
  RegistrationChange,
  RegistrationFeed,
  RemovalReason,
} from './registrar/registrar.ts'
