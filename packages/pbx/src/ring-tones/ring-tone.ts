import type { HeaderField } from '@klinke/sip'
import type { CallContext } from '../calls/context.ts'

/** Where a call comes from, as its ring tells. */
export const RING_KINDS = ['internal', 'external', 'group', 'queue', 'operator', 'door', 'return'] as const

export type RingKind = (typeof RING_KINDS)[number]

/** A way to ring, in words that phones of several makers know. */
export interface RingTone {
  /** Bellcore-dr1 to -dr5: what phones have built in. */
  readonly cadence: number
  /** What phones are configured to listen for, such as `alert-internal`. */
  readonly name: string
}

/** By kind; null: the phone rings as it always does. */
export type RingTones = Readonly<Record<RingKind, RingTone | null>>

/** What calls read of a tenant. */
export interface TenantRingTones {
  readonly tones: RingTones
  /** Ids of the extensions that are doors. */
  readonly doors: ReadonlySet<string>
}

/** The product's: dr1 is how phones ring anyway, dr2 twice in a row as telephones in Germany ring for calls from outside. */
export const PRODUCT_TONES: RingTones = {
  internal: { cadence: 1, name: 'alert-internal' },
  external: { cadence: 2, name: 'alert-external' },
  group: { cadence: 3, name: 'alert-group' },
  queue: { cadence: 4, name: 'alert-queue' },
  operator: { cadence: 3, name: 'alert-operator' },
  door: { cadence: 4, name: 'alert-door' },
  return: { cadence: 3, name: 'alert-return' },
}

export const NO_RING_TONES: TenantRingTones = { tones: PRODUCT_TONES, doors: new Set() }

/** What a flow says of the calls that it rings for. */
export interface RingsAs {
  readonly kind: RingKind
  /** Its own tone; null or absent: the tenant's for that kind. */
  readonly tone?: RingTone | null
}

/** What phones are sent so that they ring as the kind of call wants it; empty where they shall ring as always. */
export function ringHeaders({
  tenant,
  internal,
  from,
  ringsAs,
}: Pick<CallContext, 'tenant' | 'internal' | 'from' | 'ringsAs'>): readonly HeaderField[] {
  const { tones, doors } = tenant.ringTones
  const usual = !internal ? 'external' : doors.has(from.extensionId ?? '') ? 'door' : 'internal'
  const tone = ringsAs?.tone ?? tones[ringsAs?.kind ?? usual]
  return tone === null ? [] : [['Alert-Info', alertInfo(tone)]]
}

/**
 * One value that phones of different makers read each in their way. The address of the phone itself, so that none fetches anything:
 * its last part is what Yealink, Poly, Cisco, Grandstream and Mitel know, `info` what Snom and configured texts go by.
 */
export function alertInfo({ cadence, name }: RingTone): string {
  return `<http://127.0.0.1/Bellcore-dr${cadence}>;info=${name};x-line-id=0`
}
