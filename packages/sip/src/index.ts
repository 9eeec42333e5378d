export type { Headers, SipMessage, SipMethod, SipRequest, SipResponse } from './message/message.ts'
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
