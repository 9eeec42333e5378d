import type { PhoneOfParty } from '../call-records.ts'

/** Who may register and call with a digest password: one extension's SIP account. */
export interface Subscriber {
  readonly tenantId: string
  readonly extensionId: string
  /** 2–6 digits. */
  readonly extensionNumber: string
  /** Digest user name. */
  readonly username: string
  /** Digest realm and SIP domain, in small letters. */
  readonly domain: string
  /** HA1 per digest algorithm over username:realm:password (RFC 7616 §3.4.2), lower-case hex. */
  readonly ha1: { readonly md5: string; readonly sha256: string }
  readonly registration: RegistrationProfile
  /** The shared phone whose account has proved itself, when another extension is logged in there; absent: its own. */
  readonly phone?: PhoneOfParty | undefined
  /** Of a customer that is suspended: it may call 110 and 112, and register to be called back, and nothing else; absent: anything. */
  readonly onlyForHelp?: true
}

/** What a registrar needs to know of whoever registers: an extension, or the login of a customer's trunk, whose id then stands for the extension's. */
export type RegistrarAccount = Pick<Subscriber, 'tenantId' | 'extensionId' | 'extensionNumber' | 'username' | 'domain' | 'registration'>

/** What the subscriber's product allows for registrations. */
export interface RegistrationProfile {
  /** Devices at a time (DEV-01: 4). */
  readonly maxContacts: number
  /** One device too many: refuse it with 403, or let it take the place of the one that was refreshed longest ago. */
  readonly whenFull: 'refuse' | 'replace-oldest'
  /** A shorter expiry is answered 423 with Min-Expires (RFC 3261 §10.2.8). */
  readonly minExpiresSeconds: number
  /** A longer expiry is shortened to this. */
  readonly maxExpiresSeconds: number
}

export const DEFAULT_REGISTRATION_PROFILE: RegistrationProfile = {
  maxContacts: 4,
  whenFull: 'replace-oldest',
  minExpiresSeconds: 60,
  maxExpiresSeconds: 3600,
}

/** The address of record of an extension: `number@domain`. The key of `Registrar.lookup`. */
export function addressOfRecord(subscriber: { readonly extensionNumber: string; readonly domain: string }): string {
  return `${subscriber.extensionNumber}@${subscriber.domain}`
}

/** Accounts by digest user name, over the tenants' snapshots. */
export interface Subscribers {
  /** `domain` in small letters. */
  find(username: string, domain: string): Subscriber | undefined
}
