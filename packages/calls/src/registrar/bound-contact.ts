import type { SipUri } from '@klinke/sip'
import type { KeptRegistration } from './registrar.ts'

/** A registration with what the registrar itself needs to know. Never changed: a refresh makes a new one. */
export interface BoundContact extends KeptRegistration {
  /** Monotonic time. */
  readonly endsAtMs: number
  /** Digest user name that registered it; absent after a restart. */
  readonly account?: string
}

/** One contact that a REGISTER asks to bind, refresh or remove. */
export interface ContactRequest {
  readonly uriText: string
  readonly uri: SipUri
  /** 0 removes. */
  readonly expiresSeconds: number
  readonly preference: number
  readonly instance: string | undefined
  /** Only when the registration uses outbound (RFC 5626 §6); then instance and number identify the binding, not the URI. */
  readonly regId: number | undefined
  readonly parameters: string
}
