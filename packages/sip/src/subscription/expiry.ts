import { Expires } from '../header/expires.ts'
import type { SipRequest } from '../message/message.ts'
import type { NotifierPackage } from './subscription.ts'

export type GrantedExpiry =
  | { readonly kind: 'granted'; readonly seconds: number }
  /** 423 with this Min-Expires. */
  | { readonly kind: 'too-brief'; readonly minSeconds: number }

/** How long a subscription lasts (RFC 6665 §4.2.1.1): never longer than asked for; 0 ends it or asks once. */
export function grantExpiry(
  request: SipRequest,
  limits: Pick<NotifierPackage, 'defaultExpiresSeconds' | 'minExpiresSeconds' | 'maxExpiresSeconds'>,
): GrantedExpiry {
  const asked = request.headers.read(Expires) ?? limits.defaultExpiresSeconds
  if (asked > 0 && asked < limits.minExpiresSeconds) return { kind: 'too-brief', minSeconds: limits.minExpiresSeconds }
  return { kind: 'granted', seconds: Math.min(asked, limits.maxExpiresSeconds) }
}
