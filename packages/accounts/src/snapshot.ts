import type { CustomerKind } from './legal-floors/customer-kind.ts'
import type { RetentionProfile } from './retention/retention-profile.ts'
import type { ServiceLevelProfile } from './service-levels/service-level-profile.ts'
import type { Site } from './sites/site.ts'
import type { AdmissionProfile } from './tenants/admission-profile.ts'
import type { GuardProfile } from './tenants/guard-profile.ts'
import type { OutboundProfile } from './tenants/outbound-profile.ts'
import type { PaymentProfile } from './tenants/payment-profile.ts'
import type { RepairProfile } from './tickets/repair-profile.ts'
import type { UserPackages } from './user-packages/user-package.ts'

/** What the path of a call reads: an immutable picture of one tenant's configuration, replaced whole when it changes. */
export interface TenantSnapshot {
  readonly id: string
  readonly name: string
  /** Domain of the tenant's SIP addresses and its digest realm. */
  readonly sipDomain: string
  /** National area code without the leading zero, such as `221`, for local dialling. */
  readonly areaCode: string | undefined
  readonly profile: TenantProfile
  /** By extension number. */
  readonly extensions: ReadonlyMap<string, Extension>
  /** By E.164 number with `+`. */
  readonly numbers: ReadonlyMap<string, PhoneNumber>
  /** By id. */
  readonly sites: ReadonlyMap<string, Site>
  /** None of its phones makes or takes calls, but for help; absent: it is not. */
  readonly suspended?: true
}

/** Where a tenant's profile names no other. */
export const DEFAULT_TIME_ZONE = 'Europe/Berlin'

/** The part of a product profile that call control reads. */
export interface TenantProfile {
  readonly maxContactsPerExtension: number
  /** What becomes of one device too many: it is refused, or takes the place of the one that was refreshed longest ago. */
  readonly whenContactsFull: 'refuse' | 'replace-oldest'
  readonly ringTimeoutSeconds: number
  readonly minRegistrationSeconds: number
  readonly maxRegistrationSeconds: number
  readonly mediaInactivitySeconds: number
  /** A party hears a soft signal while the other's media has stopped without a word; absent: yes. */
  readonly signalWhenMediaStops?: boolean
  readonly sessionExpiresSeconds: number
  /** Longest call from the answer on; null: no limit. Never of an emergency call (EMG-01). */
  readonly maxCallSeconds: number | null
  /** Calls that one extension makes and talks in at a time; one more finds it busy. Absent or null: no limit. */
  readonly maxCallsPerExtension?: number | null
  /** IANA time zone of schedules and announcements; absent: Europe/Berlin. */
  readonly timeZone?: string
  /** In which announcements are spoken; absent: German. */
  readonly language?: 'de' | 'en'
  /** Number that echoes what it hears, to test a phone with; null: none. An extension of that number comes first. */
  readonly echoNumber: string | null
  /** Digits that the tenant's users dial for an outside line; null: none. */
  readonly outsideLinePrefix: string | null
  /** 'relay' anchors media here; 'direct' lets the parties exchange it themselves. */
  readonly mediaPath: 'relay' | 'direct'
  /** Messages that a mailbox holds, heard or not. */
  readonly voicemailMessages: number
  /** Days after which a message is deleted. */
  readonly voicemailDays: number
  /** Longest message. */
  readonly voicemailSeconds: number
  /** Whether phones are told of their messages without having asked (RFC 3842); absent: those that have not subscribed. */
  readonly unsolicitedMessageLamps?: 'unless-subscribed' | 'always' | 'never'
  /** Room for recordings and mailboxes of the tenant (REC-01). */
  readonly storageBytes: number
  /** Members of one conference at most (CONF-01); absent: 99. */
  readonly maxConferenceMembers?: number
  /** How long after a call to 110 or 112 a call to the number that was shown rings the phone whatever is set there (TR Notruf); absent: 30. */
  readonly emergencyCallBackMinutes?: number
  /** An extension is made only at a site where help finds it: with an address and a geographic number (EMG-01, NUM-07); absent: anywhere. */
  readonly requireValidSite?: boolean
  /** Days before which a move of a site is told (EMG-06); absent: 7. */
  readonly moveNoticeDays?: number
  /** How long personal data is kept (PRI-01). */
  readonly retention?: RetentionProfile
  /** What availability is promised, and what maintenance does not count (SLA-01, SLA-03); absent: nothing is promised. */
  readonly serviceLevel?: ServiceLevelProfile
  /** For whom law's floors hold beside the product's terms (§ 71 TKG); absent: 'enterprise'. */
  readonly customerKind?: CustomerKind
  /** How soon faults are mended; absent: no time is promised. */
  readonly repair?: RepairProfile
  /** New geographic numbers: 'blocks-only', 'singles-beside-blocks' when a block is there already, or 'any' (NUM-03); absent: any. */
  readonly newNumbers?: 'any' | 'blocks-only' | 'singles-beside-blocks'
  /** Geographic numbers only for sites whose place is proven by a document (NUM-02); absent: for any. */
  readonly requireProofOfLocation?: boolean
  /** Extensions of the tenant at most; absent or null: no limit. */
  readonly maxExtensions?: number | null
  /** Entries of all phone books of the tenant (DIR-01); absent: 100,000. */
  readonly phoneBookEntries?: number
  /** Entries of the phone book that each extension has for itself; absent: 2,000. */
  readonly personalPhoneBookEntries?: number
  /** How long one waits to be called back when somebody is busy (ETSI EN 300 359-1, CCBS service duration); absent: 45. */
  readonly callbackBusyMinutes?: number
  /** The same when nobody answers or no phone is registered (ETSI EN 301 134, CCNR service duration); absent: 180. */
  readonly callbackNoAnswerMinutes?: number
  /** Callbacks and redials that one extension may wait for at a time; absent: 5. */
  readonly callbacksPerExtension?: number
  /** Who does not answer its own callback is called once more after that; absent or null: not. */
  readonly callbackAgainMinutes?: number | null
  /** Callers inside whom nobody answers, or who find a line busy, may ask by key to be called back, before the call ends; absent: not. */
  readonly offerCallback?: boolean
  /** Time between two automatic redials; absent: 60. */
  readonly redialEverySeconds?: number
  /** How often a number is redialled; absent: 10. */
  readonly redialAttempts?: number
  /** Who hears why a call failed, before its end; absent: callers with a phone of the tenant, not those outside. */
  readonly announceFailures?: 'phones' | 'everyone' | 'nobody'
  /** Of which calls messages and media figures are kept, for "explain this call"; absent: those that went wrong. */
  readonly callTraces?: 'always' | 'problems' | 'never'
  /** For how long; absent: 30. */
  readonly callTraceDays?: number
  /** Channels that a trunk of the customer has at least (TRK-02); absent: 4. */
  readonly minTrunkChannels?: number
  /** Providers that the tenant may have by itself (TRK-12); absent: 16. */
  readonly ownCarriers?: number
  /** Where a site's own provider fails, calls go over the operator's carriers; absent: not. Emergency calls always do. */
  readonly ownCarriersFallBack?: boolean
  /** What may be dialled outside (FRD-01, FRD-02); absent: as in the catalogue. */
  readonly outbound?: OutboundProfile
  /** Channels and call rate of the contract (TRK-02, TRK-04); absent: no limits. */
  readonly admission?: AdmissionProfile
  /** Guard against costs (FRD-03 to FRD-05); absent: no limits of the operator's. */
  readonly guard?: GuardProfile
  /** How money is collected; absent: as BIL-07 and BIL-08 say. */
  readonly payments?: PaymentProfile
  /** Of which each extension has one (BIL-01); absent: there are none, and every extension has everything. */
  readonly userPackages?: UserPackages
}

export interface Extension {
  readonly id: string
  /** 2–6 digits. */
  readonly number: string
  readonly name: string
  readonly sipUsername: string
  /** HA1 per digest algorithm over username:realm:password (RFC 7616 §3.4.2), lower-case hex. */
  readonly ha1: { readonly md5: string; readonly sha256: string }
  /** Shown to carriers; undefined uses the tenant's first number. */
  readonly outgoingNumber: string | undefined
  /** Where its phones stand; absent: at the tenant's main site. */
  readonly siteId?: string
  /** Id of its package in `userPackages` of the profile; absent: none. */
  readonly userPackage?: string
}

export interface PhoneNumber {
  /** E.164 with `+`. */
  readonly e164: string
  /** Where its line ends; absent: at the tenant's main site. */
  readonly siteId?: string
  /** First number of the block that it is of; absent: it is a single one. */
  readonly block?: string
  /** Calls that were dialled with more digits than its block has reach nobody (NUM-05); absent: they reach it. */
  readonly noneBeyond?: true
}
