import type { TenantProfile } from '@klinke/accounts'
import { MICROS_PER_CENT, type Micros } from '@klinke/rating'
import { BANK_ZONE } from '../payments/day.ts'

/** How a customer who pays before calling stands. Amounts in micro-units. */
export interface Standing {
  readonly balance: Micros
  /** Open of issued invoices and fees, each with its day. */
  readonly owed: readonly Owed[]
  /** False: nothing was ever paid in or taken. */
  readonly hasMoved: boolean
}

/** `dueOn`: ISO 8601. */
export interface Owed {
  readonly micros: Micros
  readonly dueOn: string
}

/** What was noticed before. */
export interface Watched {
  readonly lowSince: Date | null
  readonly owingSince: Date | null
  readonly lockAnnouncedAt: Date | null
}

/** What a product, and the customer, say about it. */
export interface CreditTerms {
  /** Below that the customer is told; 0: never. */
  readonly warnBelow: Micros
  /** Days for which a negative balance may stay unpaid; undefined: calls are never locked for it. */
  readonly lockAfterDays: number | undefined
  /** Where less is owed calls are not locked. */
  readonly lockFrom: Micros
  /** How long before it begins a lock is announced. */
  readonly noticeHours: number
}

/** `mail`: whether somebody is told. `lockOn`: when calls out will be locked; undefined: never. `unlock`: something is still owed, but too little for a lock. */
export type CreditStep =
  | { readonly step: 'low'; readonly mail: boolean }
  | { readonly step: 'not-low' }
  | { readonly step: 'owing'; readonly lockOn: Date | undefined }
  | { readonly step: 'lock'; readonly from: Date }
  | { readonly step: 'unlock' }
  | { readonly step: 'settled' }

const STANDARD_WARN_BELOW = 5_000_000n
const STANDARD_NOTICE_HOURS = 24
const HOUR_MS = 3_600_000

/** What holds for a customer. `own`: what it has set; null: nothing. */
export function creditTermsOf(profile: Pick<TenantProfile, 'payments' | 'guard'> | undefined, own: Micros | null): CreditTerms {
  const { creditLowMicros, creditLockAfterDays, creditLockFromMicros } = profile?.payments ?? {}
  return {
    warnBelow: own ?? (creditLowMicros === undefined ? STANDARD_WARN_BELOW : BigInt(creditLowMicros)),
    lockAfterDays: creditLockAfterDays,
    lockFrom: BigInt(creditLockFromMicros ?? 0),
    noticeHours: profile?.guard?.lockNoticeHours ?? STANDARD_NOTICE_HOURS,
  }
}

/** What is owed beyond the credit. Parts of a cent, which rounding leaves, are owed by nobody. */
export function missingOf({ balance, owed }: Pick<Standing, 'balance' | 'owed'>): Micros {
  const missing = owed.reduce((sum, { micros }) => sum + micros, -balance)
  return missing >= MICROS_PER_CENT ? missing : 0n
}

/** What is to be done now; each thing once, until it is over and begins anew. */
export function stepsOf(standing: Standing, watched: Watched, terms: CreditTerms, nowMs: number): readonly CreditStep[] {
  return [...lowSteps(standing, watched, terms), ...owingSteps(standing, watched, terms, nowMs)]
}

function lowSteps({ balance, hasMoved }: Standing, { lowSince }: Watched, { warnBelow }: CreditTerms): readonly CreditStep[] {
  const isLow = warnBelow > 0n && balance < warnBelow
  if (isLow === (lowSince !== null)) return []
  // Credit that nobody has paid in yet has not become less.
  return [isLow ? { step: 'low', mail: hasMoved } : { step: 'not-low' }]
}

function owingSteps(
  standing: Standing,
  { owingSince, lockAnnouncedAt }: Watched,
  terms: CreditTerms,
  nowMs: number,
): readonly CreditStep[] {
  const missing = missingOf(standing)
  if (missing === 0n) return owingSince === null ? [] : [{ step: 'settled' }]
  const lockOn = missing < terms.lockFrom ? undefined : lockOnOf(owingSince ?? new Date(nowMs), standing, terms)
  const begins: readonly CreditStep[] = owingSince === null ? [{ step: 'owing', lockOn }] : []
  // A part was paid: what is left would not have been locked for (section 61(4) TKG).
  if (lockAnnouncedAt !== null) return missing < terms.lockFrom ? [{ step: 'unlock' }] : []
  if (lockOn === undefined) return begins
  const announced = lockOn.getTime() - terms.noticeHours * HOUR_MS
  return announced <= nowMs ? [...begins, { step: 'lock', from: lockOn }] : begins
}

/** So many calendar days later, at the same time of the day; never before the day is over until which invoices let the customer pay. */
function lockOnOf(since: Date, standing: Standing, { lockAfterDays, lockFrom }: CreditTerms): Date | undefined {
  if (lockAfterDays === undefined) return undefined
  const begun = Temporal.Instant.fromEpochMilliseconds(since.getTime()).toZonedDateTimeISO(BANK_ZONE)
  const dueOn = dueForLock(standing, lockFrom)
  const overdueMs = dueOn === undefined ? 0 : dueOn.add({ days: 1 }).toZonedDateTime(BANK_ZONE).epochMilliseconds
  return new Date(Math.max(begun.add({ days: lockAfterDays }).epochMilliseconds, overdueMs))
}

/** The day on which enough for a lock is due: a later invoice does not put off what is due before. Undefined: calls alone have overdrawn the balance by that. */
function dueForLock({ balance, owed }: Standing, lockFrom: Micros): Temporal.PlainDate | undefined {
  const enough = lockFrom > MICROS_PER_CENT ? lockFrom : MICROS_PER_CENT
  let due = -balance
  if (due >= enough) return undefined
  for (const { micros, dueOn } of owed.toSorted((one, other) => one.dueOn.localeCompare(other.dueOn))) {
    due += micros
    if (due >= enough) return Temporal.PlainDate.from(dueOn)
  }
  return undefined
}
