import { DEFAULT_TIME_ZONE } from '../snapshot.ts'
import type { Severity, TicketKind } from './ticket.ts'

/** What § 58 TKG asks of a ticket. */
export interface CompensationFacts {
  readonly kind: TicketKind
  readonly severity: Severity
  readonly openedMs: number
  /** Undefined: it is not mended yet. */
  readonly resolvedMs: number | undefined
  /** The customer answers for the fault, or for its going on. */
  readonly causedByCustomer: boolean
  /** Appointments of a technician that the operator has missed. */
  readonly missedAppointments: number
}

/** One day or appointment that is compensated: the higher one of an amount and a share of what the customer pays a month. */
export interface CompensationLine {
  readonly reason: 'outage-day' | 'missed-appointment'
  /** ISO 8601, of an outage: the day in Germany. */
  readonly day?: string
  /** In millionths of a euro. */
  readonly leastMicros: bigint
  readonly percent: number
}

const EURO_MICROS = 1_000_000n
/** § 58 (3) TKG: the third and fourth day after the report, and those from the fifth on. */
const FROM_THIRD_DAY = { leastMicros: 5n * EURO_MICROS, percent: 10 }
const FROM_FIFTH_DAY = { leastMicros: 10n * EURO_MICROS, percent: 20 }
/** § 58 (4) TKG. */
const APPOINTMENT = { leastMicros: 10n * EURO_MICROS, percent: 20 }
const FIRST_DAY = 3
const HIGHER_FROM_DAY = 5
/** A ticket that was forgotten for a year is a matter for people. */
const MAX_DAYS = 366

/**
 * What § 58 (3) and (4) TKG gives the customer for a ticket so far: nothing for the two calendar days after the report, then each day, begun ones as well, on which the
 * service was out altogether. Whether the product compensates at all is its profile's to say.
 */
export function compensationLines(facts: CompensationFacts, nowMs: number): readonly CompensationLine[] {
  if (facts.kind !== 'fault') return []
  const appointments = Array.from({ length: facts.missedAppointments }, () => ({ reason: 'missed-appointment', ...APPOINTMENT }) as const)
  return [...outageDays(facts, nowMs), ...appointments]
}

/** What the lines come to for a customer who pays so much a month, in millionths; exact for monthly fees in whole cents. */
export function compensationDue(lines: readonly CompensationLine[], monthlyFeeMicros: bigint): bigint {
  return lines.reduce((sum, line) => sum + amountOf(line, monthlyFeeMicros), 0n)
}

/** The higher one of the two (§ 58 (3) sentence 2 TKG). A share is not rounded up. */
export function amountOf({ leastMicros, percent }: CompensationLine, monthlyFeeMicros: bigint): bigint {
  const share = (monthlyFeeMicros * BigInt(percent)) / 100n
  return share > leastMicros ? share : leastMicros
}

function outageDays({ severity, causedByCustomer, openedMs, resolvedMs }: CompensationFacts, nowMs: number): readonly CompensationLine[] {
  if (severity !== 'outage' || causedByCustomer) return []
  const reported = germanDate(openedMs)
  const last = germanDate(resolvedMs ?? nowMs)
  const days = Math.min(reported.until(last, { largestUnit: 'days' }).days, MAX_DAYS)
  return Array.from({ length: Math.max(0, days - FIRST_DAY + 1) }, (_, index) => {
    const nth = FIRST_DAY + index
    return {
      ...({ reason: 'outage-day', day: reported.add({ days: nth }).toString() } as const),
      ...(nth < HIGHER_FROM_DAY ? FROM_THIRD_DAY : FROM_FIFTH_DAY),
    }
  })
}

/** By when a customer must be told that a fault could not be mended: by the end of the day after the report, in Germany (§ 58 (2) TKG). */
export function tellDelayBy(openedMs: number): number {
  return germanDate(openedMs).add({ days: 2 }).toZonedDateTime(DEFAULT_TIME_ZONE).epochMilliseconds
}

/** From when on it is told: on the morning of that day. */
export function tellDelayFrom(openedMs: number): number {
  return germanDate(openedMs).add({ days: 1 }).toZonedDateTime({ timeZone: DEFAULT_TIME_ZONE, plainTime: '09:00' }).epochMilliseconds
}

function germanDate(epochMs: number): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(Math.floor(epochMs)).toZonedDateTimeISO(DEFAULT_TIME_ZONE).toPlainDate()
}
