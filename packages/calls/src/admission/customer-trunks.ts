import type { Flow, SipRequest } from '@klinke/sip'
import type { RegistrationProfile } from './subscriber.ts'

/** A trunk of a customer with an own PBX (TRK-01), as far as it is known who sends. */
export interface TrunkIdentity {
  readonly id: string
  readonly tenantId: string
  /** The login that has proved itself; absent: the PBX is known by its address. */
  readonly loginId?: string
}

/** A SIP login of a trunk: it registers the PBX, and proves itself on every call (TRK-07). */
export interface TrunkAccount extends TrunkIdentity {
  readonly loginId: string
  /** Digest user name, and the user of its address of record. */
  readonly username: string
  /** Digest realm and SIP domain, in small letters. */
  readonly domain: string
  /** HA1 per digest algorithm over username:realm:password (RFC 7616 §3.4.2), lower-case hex. */
  readonly ha1: { readonly md5: string; readonly sha256: string }
  readonly registration: RegistrationProfile
}

/** The trunks of all tenants, as admission finds them. */
export interface TrunkSources {
  /** `domain` in small letters. */
  byLogin(username: string, domain: string): TrunkAccount | undefined
  /** Whose fixed address this comes from; 'unclear': of several trunks that share it, and nothing in the request tells which. */
  bySource(request: SipRequest, flow: Flow): TrunkIdentity | 'unclear' | undefined
  /** True while some PBX has registered from this IP address, from that port of it when one is given. */
  holdsFrom(address: string, port?: number): boolean
}
