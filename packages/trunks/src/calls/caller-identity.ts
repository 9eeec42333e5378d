import type { Extension, TenantSnapshot } from '@klinke/accounts'
import { type E164, isE164 } from '@klinke/numbering'
import type { SipRequest } from '@klinke/sip'
import { hidesCaller } from './privacy.ts'

/**
 * The number that an extension shows outside: the one chosen for this call, its own setting, else the tenant's first number.
 * It must be one of the tenant's (CLI-03).
 */
export function numberShown(tenant: TenantSnapshot, extension: Extension | undefined, choice?: CallerChoice): E164 | undefined {
  const wished = [choice?.number, extension?.outgoingNumber].find((number) => number !== undefined && tenant.numbers.has(number))
  const number = wished ?? tenant.numbers.keys().next().value
  return number !== undefined && isE164(number) ? number : undefined
}

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
  /** A caller outside whose call was forwarded: shown, while `number` is the one that pays. */
  readonly original?: E164
}
