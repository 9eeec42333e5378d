import type { DebitSequence } from '../sepa/direct-debit-file.ts'

/**
 * What a payer has allowed (BIL-08). `given`: on paper, and nobody has looked at the signed copy yet; `active`: may be collected by; `used`: has been;
 * `revoked` and `lapsed` are the end.
 */
export type MandateState = 'given' | 'active' | 'used' | 'revoked' | 'lapsed'
export const MANDATE_STATES = ['given', 'active', 'used', 'revoked', 'lapsed'] as const satisfies readonly MandateState[]

export const MANDATE_KINDS = ['recurring', 'one-off'] as const
export type MandateKind = (typeof MANDATE_KINDS)[number]

/** What happens to a mandate. `rejected`: its first collection never was settled. */
export type MandateEvent = 'confirmed' | 'collected' | 'rejected' | 'revoked' | 'unused'

/** A mandate ends when it was not used for so long (EPC016-06, 4.1). */
export const LAPSES_AFTER_MONTHS = 36

const STEPS: Readonly<Record<MandateState, Partial<Readonly<Record<MandateEvent, MandateState>>>>> = {
  given: { confirmed: 'active', revoked: 'revoked', unused: 'lapsed' },
  active: { collected: 'used', revoked: 'revoked', unused: 'lapsed' },
  used: { collected: 'used', rejected: 'active', revoked: 'revoked', unused: 'lapsed' },
  revoked: {},
  lapsed: {},
}

/** The state after an event; undefined: it cannot happen in that state. */
export function mandateAfter(state: MandateState, event: MandateEvent): MandateState | undefined {
  return STEPS[state][event]
}

export interface UsableMandate {
  readonly kind: MandateKind
  readonly state: MandateState
  /** ISO 8601. */
  readonly signedOn: string
  /** Due date of the last collection; null: there was none. */
  readonly lastUsedOn: string | null
  /** A first collection is on its way or was settled. */
  readonly isFirstCollected: boolean
}

/** The day from which it does not hold any more, if it is not used before. */
export function lapsesOn({ signedOn, lastUsedOn }: Pick<UsableMandate, 'signedOn' | 'lastUsedOn'>): Temporal.PlainDate {
  return Temporal.PlainDate.from(lastUsedOn ?? signedOn).add({ months: LAPSES_AFTER_MONTHS })
}

/** Whether money may be collected by it on that day. A one-off mandate is spent by its first collection. */
export function isUsable(mandate: UsableMandate, day: Temporal.PlainDate): boolean {
  if (mandate.state !== 'active' && mandate.state !== 'used') return false
  if (mandate.kind === 'one-off' && mandate.isFirstCollected) return false
  return Temporal.PlainDate.compare(day, lapsesOn(mandate)) < 0
}

/** What its next collection is called in the file. One that was turned down before it was settled was none: the next is first again (DK, Anlage 3). */
export function sequenceOf({ kind, isFirstCollected }: Pick<UsableMandate, 'kind' | 'isFirstCollected'>): DebitSequence {
  if (kind === 'one-off') return 'OOFF'
  return isFirstCollected ? 'RCUR' : 'FRST'
}
