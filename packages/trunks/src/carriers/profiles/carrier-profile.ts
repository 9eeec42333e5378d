import type { NumberFormat } from '@klinke/numbering'

/**
 * How one carrier wants to be spoken to: which number stands in which header, what is offered, and after which answers another carrier
 * is tried. Shipped as data for the usual ways (`shipped-profiles.ts`); single points differ by carrier (TRK-07..09, CLI-02).
 */
export interface CarrierProfile {
  readonly identity: IdentityPattern
  /** How a call that was forwarded says so: Diversion (RFC 5806), History-Info (RFC 7044), both or neither. */
  readonly forwardings: 'both' | 'diversion' | 'history-info' | 'none'
  /** How our own numbers are written; absent: as those that are called. */
  readonly ownFormat?: NumberFormat | undefined
  /** Numbers in URIs are marked by `user=phone` (RFC 3261 §19.1.1). */
  readonly userIsPhone: boolean
  /** Encoding names of the voice codecs that may be spoken, preferred first; absent: all that the caller offers. */
  readonly codecs?: readonly VoiceCodec[] | undefined
  /** `t38`: offered where the other party offers it; `g711`: never, so that a fax goes in G.711 (TRK-08). */
  readonly fax: 't38' | 'g711'
  /** `heard`: what the carrier sends before the answer; `ringing`: the caller's own phone rings, whatever 183 brings. */
  readonly earlyMedia: 'heard' | 'ringing'
  /** PRACK (RFC 3262). */
  readonly reliableProvisional: 'required' | 'supported' | 'none'
  /** Seconds of the session timer (RFC 4028); null: none; absent: as the tenant's product says. */
  readonly sessionTimerSeconds?: number | null | undefined
  /** Where this carrier differs from the common table (`routing/failover.ts`): statuses after which another carrier is tried, and after which none is. */
  readonly goesOnAfter?: readonly number[] | undefined
  readonly endsAfter?: readonly number[] | undefined
}

export const VOICE_CODECS = ['PCMA', 'PCMU', 'G722', 'G729', 'opus'] as const
export type VoiceCodec = (typeof VOICE_CODECS)[number]

/**
 * Which number stands where. `own` is the number that pays, one of the customer's; `shown` the one that the called party sees, mostly
 * the same: another one for a forwarded call (LAW-01) and with CLIP no screening (CLI-02).
 */
export interface IdentityPattern {
  /** `account`: the user name we register with, for carriers that take no other From. */
  readonly from: 'own' | 'shown' | 'account'
  /** P-Asserted-Identity (RFC 3325 §9.1): for carriers that trust our word. */
  readonly asserted: 'own' | 'shown' | 'none'
  /** P-Preferred-Identity (RFC 3325 §9.2): a wish. */
  readonly preferred: 'own' | 'shown' | 'none'
  /** From of a caller who hides (RFC 3323 §4.1.1.3); `kept` relies on Privacy alone. */
  readonly hiddenFrom: 'anonymous' | 'kept'
  /** Value of Privacy for a caller who hides (RFC 3323 §4.2, RFC 3325 §9.3). */
  readonly privacy: 'id' | 'user;id' | 'header;id' | 'header;user;id'
}
