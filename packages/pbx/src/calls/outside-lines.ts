import type { Extension, TenantSnapshot } from '@klinke/accounts'
import type { Arrival, Call, CallParty, DialTarget, Exchange, Outcome, Refusal } from '@klinke/calls'
import type { BodyPart, ForwardingReason, HeaderField } from '@klinke/sip'

/** The way out to the public network, which `trunks` implements. */
export interface OutsideLines {
  /** Calls `number` (E.164 with `+`, or a short code) over carriers, and stays until the call is over. */
  call(call: Call, wanted: OutsideCall, exchange: Exchange): Promise<Outcome>
  /**
   * The same number as something to ring beside others: at the customer of this exchange who has it, else over the carrier that comes
   * first; undefined, with the reason in the call's record, without carrier, without number to show, and for what may not be called.
   */
  target(call: Call, wanted: OutsideCall): DialTarget | undefined
  /** The E.164 number that an extension shows outside; undefined when the tenant has none, or the caller hides it (CLIR). */
  numberShown(
    tenant: TenantSnapshot,
    extension: Extension | undefined,
    request: Arrival['request'],
    choice?: CallerChoice,
  ): string | undefined
  /**
   * For a number of another customer, to which no line leads: which number it sees (undefined: none), or why it may not be called (FRD-02, CLI-03). Either is
   * noted in the call's record.
   */
  onNet(call: Call, wanted: OutsideCall): { readonly shown: string | undefined } | Refusal
  /** Why another customer of this exchange takes no calls now (FRD-03), noted in the call's record; undefined: it does. Absent: all do. */
  lockedIn?(call: Call, tenant: TenantSnapshot): Refusal | undefined
  readonly phoneLock: PhoneLock
  /** What a call to 112 from where that extension stands would be; nothing is sent. Absent: nobody knows. */
  inviteForHelp?(tenant: TenantSnapshot, extension: Extension, epochMs: number): InviteForHelp
  /** Told of each call to a number of another customer: it may be one that is traced (CLI-06). Absent: nobody wants to know. */
  cameInside?(arrival: InsideArrival): void
  /** Marks the last traced call to an extension as malicious (CLI-06); false: there is none, or no order allows it. Absent: no calls are traced. */
  markMalicious?(tenantId: string, extensionId: string): Promise<boolean>
  /** Rings the customer's own PBX behind a trunk, and stays until the call is over; absent: no customer has one. */
  callTrunk?(call: Call, ring: TrunkRing, exchange: Exchange): Promise<Outcome>
}

/** A call to 112 as a carrier would get it. */
export interface InviteForHelp {
  /** The first that would be tried; undefined: there is none. */
  readonly carrier: string | undefined
  /** Value of From. */
  readonly from: string
  readonly headers: readonly HeaderField[]
  /** Beside the session description. */
  readonly parts: readonly BodyPart[]
}

/** A call to a number that is led to a trunk of the customer. */
export interface TrunkRing {
  readonly trunkId: string
  readonly tenant: TenantSnapshot
  /** The number of ours that is called; E.164. */
  readonly number: string
  /** The same with digits behind it that were dialled through (NUM-05); absent: there are none. */
  readonly dialled?: string | undefined
  /** Who calls, as the PBX is to show it. */
  readonly from: CallParty
  /** Who has forwarded the call, in fields that the PBX reads. */
  readonly headers?: readonly HeaderField[]
  /** Where all places of the PBX are known to be down none is tried: somebody else waits to take the call. */
  readonly knownDownIsEnough?: boolean
  /** A control centre calls back: neither a trunk that is switched off nor one whose channels are in use keeps it from trying. */
  readonly forHelp?: true
}

/** The telephone lock of extensions: internal and emergency numbers only. */
export interface PhoneLock {
  isLocked(tenantId: string, extensionId: string): boolean
  set(tenantId: string, extensionId: string, locked: boolean): Promise<void>
}

export interface InsideArrival {
  /** Whose number is called. */
  readonly tenantId: string
  readonly number: string
  readonly extensionId: string | undefined
  /** As the called party sees it. */
  readonly shown: string
  /** The public number of who calls, hidden or not; undefined: he has none. */
  readonly caller: string | undefined
  readonly sipCallId: string
}

export interface OutsideCall {
  readonly number: string
  readonly tenant: TenantSnapshot
  /** On whose behalf; undefined: the tenant's own, such as a number that leads outside. */
  readonly extension: Extension | undefined
  /** Where the number is that leads outside, when no extension does; absent: at the main site. */
  readonly siteId?: string | undefined
  readonly choice?: CallerChoice
  /** Who has forwarded the call, the first one first. */
  readonly forwards?: readonly OutsideForward[]
  /** E.164 number of a caller outside whose call is forwarded: shown instead of the tenant's own, which stays the one that pays (LAW-01). */
  readonly original?: string
  /** Numbers of this exchange by which the call has come, first to last: numbers that ring each other end there. */
  readonly numbers?: readonly string[]
  /** Who answers must accept the call: no mailbox of ours takes it. */
  readonly wantsPerson?: boolean
  /** Something that was set leads it there, such as a forwarding, and no telephone calls it now. */
  readonly isLed?: true
}

export interface OutsideForward {
  /** E.164 */
  readonly number: string
  readonly reason: ForwardingReason
}

/** How the caller wants to be shown outside in this call; what is absent is as always (CLI-01). */
export interface CallerChoice {
  /** `true` hides the number, `false` shows it whatever the phone says. */
  readonly hidden?: boolean
  /** E.164; counts when it is one of the tenant's, or one that it has proven the right to show (CLI-03). */
  readonly number?: string
  /** The PIN of the extension was given for this call: what is barred for the extension alone may be called (FRD-02). */
  readonly pinProven?: boolean
}
