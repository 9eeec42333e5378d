import type { E164 } from '@klinke/numbering'
import type { SipRequest } from '@klinke/sip'
import { hidesCaller } from './privacy.ts'

/** How the caller wants to be shown in one call; what is absent is as always. */
export interface CallerChoice {
  /** `true` hides the number, `false` shows it whatever the phone says (CLIR, CLI-01). */
  readonly hidden?: boolean
  readonly number?: string
  /** The PIN of the extension was given for this call: what is barred for the extension alone may be called (FRD-02). */
  readonly pinProven?: boolean
}

/** The word for the carrier about the caller's wish. */
export function privacyOf(request: SipRequest, choice: CallerChoice | undefined): ShownCaller['privacy'] {
  const hides = hidesCaller(request)
  if (choice?.hidden ?? hides) return 'id'
  // The phone's own wish would go on with the call.
  return hides ? 'none' : undefined
}

/** The caller as a carrier is told. */
export interface ShownCaller {
  /** `undefined`: the tenant has no number; only an emergency call goes out then. */
  readonly number: E164 | undefined
  /** Value of Privacy (RFC 3323 §4.2). `id`: the called party is not to see the number (CLIR); `none`: it is, whatever the phone wishes. */
  readonly privacy: 'id' | 'none' | undefined
  /** Shown instead, while `number` is the one that pays (CLI-02): of a caller outside whose call was forwarded, or one with a proven right. */
  readonly original?: E164
}
