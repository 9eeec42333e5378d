/** Who made the leg: somebody dialled, or a setting of the customer (BIL-05). */
export const ORIGINS = ['own', 'forwarded', 'call-back'] as const
export type Origin = (typeof ORIGINS)[number]

export const MEDIA = ['voice', 'fax', 'data'] as const
export type Medium = (typeof MEDIA)[number]

/** By which way it left: a carrier, or within the exchange, or to a place that the DNS names (TRK-14). */
export const WAYS = ['carrier', 'on-net', 'enum'] as const
export type Way = (typeof WAYS)[number]

/** A leg of a call that left: all that a tariff may ask. */
export interface UsedLeg {
  /** Once and for ever. */
  readonly id: string
  readonly extensionId?: string
  /** E.164 with plus: the number that pays. */
  readonly billedNumber: string
  /** E.164 with plus; short codes and service numbers with +49 before them. */
  readonly called: string
  readonly origin: Origin
  readonly way: Way
  readonly medium: Medium
  /** Milliseconds since 1970; absent: no connection came about. */
  readonly answeredAtMs?: number
  /** Milliseconds since 1970. */
  readonly endedAtMs: number
}
