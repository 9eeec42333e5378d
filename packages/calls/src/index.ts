export type { Admission, AdmissionStatistics, CarrierIdentity, Carriers, Verdict } from './admission/admission.ts'
export { admitSubscription } from './admission/admit-subscription.ts'
export { claimedHost } from './admission/claimed-host.ts'
export type { TrunkAccount, TrunkIdentity, TrunkSources } from './admission/customer-trunks.ts'
export { type DigestAdmissionParts, digestAdmission } from './admission/digest-admission.ts'
export { DEFAULT_LOAD_LIMITS, type LoadLimits, LoadShedding, type LoadSheddingParts } from './admission/load-shedding.ts'
export { DEFAULT_SOURCE_LIMITS, type SourceLimits } from './admission/source-history.ts'
export {
  addressOfRecord,
  DEFAULT_REGISTRATION_PROFILE,
  type RegistrarAccount,
  type RegistrationProfile,
  type Subscriber,
  type Subscribers,
} from './admission/subscriber.ts'
export type { BridgeEnd, TalkCommand, TalkOptions } from './bridge/bridge.ts'
export { isHolding } from './bridge/holding.ts'
export { listenForCodes } from './bridge/in-call-codes.ts'
export type { Attendance, Round, Talk, TalkObserver } from './bridge/talk.ts'
export { holdMusic } from './bridge/what-they-hear.ts'
export type { Call, Gathering } from './call/call.ts'
export { CallOver } from './call/call-over.ts'
export type { Collected, CollectOptions } from './call/collect.ts'
export { FaxCalls } from './call/fax-watch.ts'
export { watchForStops } from './call/media-stops.ts'
export type { CallRecording } from './call/party-media.ts'
export { preempt } from './call/preempt.ts'
export {
  type CallAnswered,
  type CallCharge,
  type CallCharged,
  type CallEnded,
  type CallIdentity,
  type CallKey,
  type CallParty,
  type CallRecords,
  type CallStarted,
  type EndCause,
  type LegMedia,
  type PhoneOfParty,
  type RefusedRequest,
  type RoutingStep,
  SIGN_OF_LIFE_SECONDS,
  type TrunkOfParty,
} from './call-records.ts'
export type { ChangeFeed, Missed } from './change-feeds.ts'
export { type CallControl, type CallControlParts, callControl, MAX_CALLS } from './control/call-control.ts'
export { dialledIn, dialledInUri } from './control/dialled.ts'
export type { DrainLimits } from './control/drain.ts'
export type { OriginatedCall, OriginatePlan } from './control/originate.ts'
export type { MayReplace } from './control/replacing-invite.ts'
export type { Arrival, CallFlow, CallPlan, CallProfile, DialPlan, InCallCodes, Origin, OriginExtension } from './dial-plan.ts'
export type { Calls, Placed } from './exchange/calls.ts'
export type { Confirmation, Device, DialTarget, Exchange, RingOptions, RingOutcome } from './exchange/exchange.ts'
export type { CallFeed, DialogChange, DialogOwner, DialogState, SipDialogName } from './feed/call-feed.ts'
export type { ConnectedName, NamesConnected } from './leg/connected.ts'
export type { DigitSource, Digits, NextDigit } from './leg/digits.ts'
export type { Leg } from './leg/leg.ts'
export type { OutboundLeg } from './leg/outbound-leg.ts'
export type { Seat, TakeSeat } from './leg/seat.ts'
export type { CallState, LegState, LiveCall, LiveLeg } from './live-call.ts'
export type { MessagePlan, MessageWay } from './messages/message-plan.ts'
export type { PickUp } from './moves/pick-up.ts'
export type { NotMoved } from './moves/take-over.ts'
export { type Outcome, type Refusal, refused, type Talked, talked } from './outcome.ts'
export { partyAddress } from './party-address.ts'
export { createRegistrar } from './registrar/memory-registrar.ts'
export type {
  Binding,
  KeptRegistration,
  RegisterAnswer,
  Registrar,
  RegistrarStatistics,
  Registration,
  RegistrationChange,
  RegistrationFeed,
  RemovalReason,
} from './registrar/registrar.ts'
export { consult } from './remote-control/consult.ts'
export type { NotControlled } from './remote-control/controlled.ts'
export { hangUp } from './remote-control/hang-up.ts'
export { hold } from './remote-control/hold.ts'
export { pressKeys } from './remote-control/press-keys.ts'
export { connectCalls, sendTo } from './remote-control/transfer.ts'
export { ROUTING_STEPS, type RoutingStepName } from './routing-steps.ts'
export type { ComeBack, Unreached } from './transfer/come-back.ts'
export type { ConverseOptions } from './transfer/converse.ts'
