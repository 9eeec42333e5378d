export { type FramedEvent, MessageFramer } from './framing/message-framer.ts'
export { PAssertedIdentity, PPreferredIdentity } from './header/asserted-identity.ts'
export { CallId } from './header/call-id.ts'
export { Contact, contactExpiresSeconds, contactInstance, contactPreference, contactRegId, isWildcardContact } from './header/contact.ts'
export { CSeq } from './header/cseq.ts'
export { Diversion } from './header/diversion.ts'
export { From, To, tagOf, withTag } from './header/from-to.ts'
export type { HeaderType } from './header/header-type.ts'
export { MaxForwards } from './header/max-forwards.ts'
export { type NameAddr, parseNameAddr, printNameAddr } from './header/name-addr.ts'
export { hasParam, NO_PARAMS, type Param, type Params, paramText, quotedParam, withoutParam, withParam } from './header/params.ts'
export { quote, unquote } from './header/quoted-string.ts'
export { ReferredBy, ReferTo } from './header/refer.ts'
export { Path, RecordRoute, Route, ServiceRoute } from './header/route.ts'
export { BRANCH_COOKIE, isRfc3261Branch, Via } from './header/via.ts'
export { buildRequest, DEFAULT_MAX_FORWARDS, type RequestParts } from './message/build-request.ts'
export { buildResponse, type ResponseParts } from './message/build-response.ts'
export type { Drop, MessageFault, ParseResult, Rejection } from './message/fault.ts'
export { editHeaders, type HeaderEditor, makeHeaders } from './message/header-editor.ts'
export { MAX_HEAD_BYTES, MAX_HEADER_FIELDS, MAX_MESSAGE_BYTES } from './message/limits.ts'
export type { Headers, SipMessage, SipMethod, SipRequest, SipResponse } from './message/message.ts'
export { parseMessage } from './message/parse-message.ts'
export { printMessage } from './message/print-message.ts'
export { reasonPhrase } from './message/reason-phrases.ts'
export { stampReceived } from './message/stamp-received.ts'
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
export type { InviteSession, OfferOutcome, SessionEnd, SessionRequest } from './user-agent/session.ts'
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
