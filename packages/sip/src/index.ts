export { DIGEST_ALGORITHMS, type DigestAlgorithm } from './digest/algorithm.ts'
export { DigestClient, type DigestCredentials } from './digest/digest-client.ts'
export { type Challenger, type DigestQuestion, DigestServer, type DigestServerOptions, type DigestVerdict } from './digest/digest-server.ts'
export { type Ha1s, ha1, ha1s } from './digest/ha1.ts'
export { type ForwardingHop, type ForwardingReason, forwardingHeaders, forwardingsSaid } from './diversion/forwarding-headers.ts'
export { type FramedEvent, MessageFramer } from './framing/message-framer.ts'
export { Allow, AllowEvents } from './header/allow.ts'
export { PAssertedIdentity, PPreferredIdentity } from './header/asserted-identity.ts'
export { type AuthParam, type AuthValue, authParam } from './header/auth-params.ts'
export { ProxyAuthenticate, WWWAuthenticate } from './header/authenticate.ts'
export { Authorization, ProxyAuthorization } from './header/authorization.ts'
export { CallId } from './header/call-id.ts'
export { Contact, contactExpiresSeconds, contactInstance, contactPreference, contactRegId, isWildcardContact } from './header/contact.ts'
export { ContentDisposition, isOptional } from './header/content-disposition.ts'
export { ContentLength } from './header/content-length.ts'
export { CSeq } from './header/cseq.ts'
export { SipDate } from './header/date.ts'
export { Diversion } from './header/diversion.ts'
export { EventPackage, eventId } from './header/event.ts'
export { Expires, MinExpires } from './header/expires.ts'
export { From, To, tagOf, withTag } from './header/from-to.ts'
export { Geolocation } from './header/geolocation.ts'
export type { HeaderType } from './header/header-type.ts'
export { HistoryInfo } from './header/history-info.ts'
export { MaxForwards } from './header/max-forwards.ts'
export { Accept, ContentType, covers, type MediaType } from './header/media-type.ts'
export { type NameAddr, parseNameAddr, printNameAddr } from './header/name-addr.ts'
export { ProxyRequire, Require, Supported, Unsupported, understands } from './header/option-tags.ts'
export {
  hasParam,
  NO_PARAMS,
  type Param,
  type Params,
  paramText,
  paramToken,
  quotedParam,
  withoutParam,
  withParam,
} from './header/params.ts'
export { Privacy } from './header/privacy.ts'
export { quote, unquote } from './header/quoted-string.ts'
export { RAck } from './header/rack.ts'
export { Reason } from './header/reason.ts'
export { ReferredBy, ReferTo } from './header/refer.ts'
export { Replaces } from './header/replaces.ts'
export { RetryAfter } from './header/retry-after.ts'
export { Path, RecordRoute, Route, ServiceRoute } from './header/route.ts'
export { RSeq } from './header/rseq.ts'
export { MinSE, SessionExpires } from './header/session-expires.ts'
export { SubscriptionState } from './header/subscription-state.ts'
export { BRANCH_COOKIE, isRfc3261Branch, Via } from './header/via.ts'
export { Warning } from './header/warning.ts'
export { type InfoKey, infoKeyOf } from './info/info-key.ts'
export { buildRequest, DEFAULT_MAX_FORWARDS, type RequestParts } from './message/build-request.ts'
export { buildResponse, type ResponseParts } from './message/build-response.ts'
export { detached } from './message/detached.ts'
export type { Drop, MessageFault, ParseResult, Rejection } from './message/fault.ts'
export { editHeaders, type HeaderEditor, makeHeaders } from './message/header-editor.ts'
export { MAX_BODY_BYTES, MAX_HEAD_BYTES, MAX_HEADER_FIELDS, MAX_MESSAGE_BYTES } from './message/limits.ts'
export type { Headers, SipMessage, SipMethod, SipRequest, SipResponse } from './message/message.ts'
export { isRegisteredMethod } from './message/methods.ts'
export { parseMessage } from './message/parse-message.ts'
export { printMessage } from './message/print-message.ts'
export { reasonPhrase } from './message/reason-phrases.ts'
export { type Capabilities, type RequestFault, requestFault } from './message/request-fault.ts'
export { responseFault } from './message/response-fault.ts'
export { stampReceived } from './message/stamp-received.ts'
export type { BodyPart } from './mime/multipart.ts'
export { printReferTo, type ReferTarget, type ReferWish } from './refer/refer-target.ts'
export type { IncomingReferral, OutgoingRefer, OutgoingReferral, OutsideReferral, ReferralProgress } from './refer/referral.ts'
export type { ReferProgress } from './refer/sipfrag.ts'
export type {
  IncomingSubscription,
  Notification,
  NotifierPackage,
  NotifierSubscription,
  NotifyContent,
  OutgoingSubscription,
  SubscriberSubscription,
  SubscriptionEnd,
} from './subscription/subscription.ts'
export { type LadderMessage, ladderMessage, withoutKeys } from './trace/ladder-message.ts'
export { DEFAULT_TRACE_LIMITS, MessageTrace, type TracedMessage, type TraceLimits } from './trace/message-trace.ts'
export { TracedTransport } from './trace/traced-transport.ts'
export { LoopTransport } from './transport/loop-transport.ts'
export { networkPrefix } from './transport/network-prefix.ts'
export type { Resolver } from './transport/resolver.ts'
export type {
  Flow,
  SendFailure,
  SocketAddress,
  Transport,
  TransportProtocol,
  TransportReceiver,
  TransportTarget,
} from './transport/transport.ts'
export { urisEqual } from './uri/compare-uri.ts'
export { escapeUri, type UriPart, unescapeUri } from './uri/escape.ts'
export { printHostPort } from './uri/host.ts'
export { parseSip, parseUri } from './uri/parse-uri.ts'
export { printUri, sipUri, userText } from './uri/print-uri.ts'
export { telDigits } from './uri/tel-uri.ts'
export type { OtherUri, SipUri, TelUri, Uri } from './uri/uri.ts'
export { createSipStack } from './user-agent/create-sip-stack.ts'
export type { EarlyOffer } from './user-agent/early-offers.ts'
export { InviteAbandoned } from './user-agent/invite-abandoned.ts'
export type { DialogName, LocalDialog, ReplacedDialog } from './user-agent/local-dialog.ts'
export type { InviteSession, OfferOutcome, RequestContent, SessionEnd, SessionRequest } from './user-agent/session.ts'
export type { SipStack, SipStackOptions, SipStackSettings, SipStackStatistics } from './user-agent/sip-stack.ts'
export type {
  AcceptOptions,
  Credentials,
  Destination,
  HeaderField,
  IncomingInvite,
  IncomingRequest,
  InviteEvent,
  OutgoingInvite,
  OutgoingRequest,
  PendingInvite,
  ProgressOptions,
  RequestOutcome,
  ResponseOptions,
  UserAgent,
  UserAgentHandler,
} from './user-agent/user-agent.ts'
