import type { Flow, HeaderField, SipRequest, SocketAddress, TransportProtocol, TransportTarget } from '@klinke/sip'
import type { RegistrarAccount } from '../admission/subscriber.ts'

/** The registrar and location service (RFC 3261 §10): where the devices of an address of record are reached. In memory, without I/O. */
export interface Registrar {
  /** Answers a REGISTER of an authenticated subscriber. The caller sends the answer. */
  register(request: SipRequest, flow: Flow, subscriber: RegistrarAccount): RegisterAnswer
  /** Contacts to ring: highest preference (`q`) first, of equal ones the newest first. Empty when nobody is registered. */
  lookup(addressOfRecord: string): readonly Binding[]
  /**
   * Where the WebSocket client is that has told this host name of its own making (RFC 7118 §5: `….invalid`): the other end of the connection that it
   * registered over last. Undefined when none is registered.
   */
  webClientAt(host: string): TransportTarget | undefined
  /** True while some registration came from this IP address, from that port of it when one is given. */
  holdsFrom(address: string, port?: number): boolean
  /** A connection is gone: bindings that were reachable only over it are removed (RFC 5626 §5.3). */
  flowClosed(flow: Flow): void
  /** Registrations of one tenant, or of all, in order of address of record. For lists, not for the path of a call. */
  list(tenantId?: string): Iterable<Registration>
  /** Removes a binding by its id (operator's wish). False when there is none. */
  remove(bindingId: string): boolean
  /** Removes all bindings of an address of record (extension deleted, password changed). The number removed. */
  removeAll(addressOfRecord: string): number
  /** Removes what one account has registered there (RFC 3261 §22.4 user name), and leaves the other devices. The number removed. */
  removeAccount(addressOfRecord: string, account: string): number
  /** Every address of record that has a registration. For lists, not for the path of a call. */
  addressesOfRecord(): Iterable<string>
  /** The registrations of an address of record that outlive this process. What is reachable only over a connection is not among them. */
  kept(addressOfRecord: string): readonly KeptRegistration[]
  /**
   * Takes up what an earlier process has kept, before the first REGISTER comes. What has expired meanwhile is left out.
   * The number taken up.
   */
  restore(kept: Iterable<KeptRegistration>): number
  /** Changes from now on. A reader that falls behind gets `missed` and reads `list` again. Close it after use. */
  changes(): RegistrationFeed
  statistics(): RegistrarStatistics
  /** Forgets everything; stops the expiry timer. */
  close(): void
}

export interface RegisterAnswer {
  readonly status: number
  /** Reason phrase; absent uses the standard one. */
  readonly reason?: string
  readonly headers: readonly HeaderField[]
}

/** One device of an address of record, as the path of a call reads it. */
export interface Binding {
  /** Unique for the life of the process. */
  readonly id: string
  readonly addressOfRecord: string
  /** Request-URI of requests to the device. */
  readonly contactUri: string
  /** Route set to put before requests (RFC 3327), in order. */
  readonly path: readonly string[]
  /**
   * The flow the device registered over. While `Transport.flow(flowId)` is there, requests go over it; else by
   * `contactUri` (RFC 3263).
   */
  readonly flowId: string
  /** `q` of the contact, 0 to 1. */
  readonly preference: number
  /** Contact parameters, without `expires`: raw text from the first semicolon on. They tell what the device can do (RFC 3840). */
  readonly parameters?: string
}

/** A binding with what a list of registrations shows. */
export interface Registration extends Binding {
  readonly tenantId: string
  readonly extensionId: string
  readonly protocol: TransportProtocol
  /** Where the REGISTER came from. */
  readonly remote: SocketAddress
  readonly userAgent: string | undefined
  /** Device URN (RFC 5626 §4.1), when it gave one. */
  readonly instance: string | undefined
  /** Milliseconds since the Unix epoch. */
  readonly registeredAtMs: number
  readonly refreshedAtMs: number
  readonly expiresAtMs: number
}

/** All that a registrar needs to know a registration again after a restart: plain data. */
export interface KeptRegistration extends Registration {
  readonly callId: string
  readonly cseq: number
  /** Flow number (RFC 5626 §4.2), when the registration uses outbound. */
  readonly regId: number | undefined
  /** To repeat in answers too. */
  readonly parameters: string
}

export type RegistrationChange =
  | { readonly kind: 'added' | 'refreshed'; readonly registration: Registration }
  | { readonly kind: 'removed'; readonly registration: Registration; readonly reason: RemovalReason }
  /** Changes were lost because the reader was slow. */
  | { readonly kind: 'missed' }

export type RemovalReason = 'unregistered' | 'expired' | 'replaced' | 'flow-closed' | 'removed'

/** One reader's view of the changes; ends on `close`. */
export interface RegistrationFeed extends AsyncIterable<RegistrationChange> {
  close(): void
}

export interface RegistrarStatistics {
  readonly addressesOfRecord: number
  readonly bindings: number
}
