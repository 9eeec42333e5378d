import { DEFAULT_TIME_ZONE } from '../snapshot.ts'
import type { Severity, TicketKind } from './ticket.ts'

/** What § 58 TKG asks of a ticket. */
export interface CompensationFacts {
  readonly kind: TicketKind
  readonly severity: Severity
  readonly openedMs: number
  /** Undefined: it is not mended yet. */
  readonly resolvedMs: number | undefined
  /** Times before that in which it was taken for mended, until it was reopened. */
  readonly mended: readonly { readonly fromMs: number; readonly untilMs: number | undefined }[]
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

function outageDays(facts: CompensationFacts, nowMs: number): readonly CompensationLine[] {
  if (facts.severity !== 'outage' || facts.causedByCustomer) return []
  return daysOut(facts, nowMs)
    .slice(FIRST_DAY - 1)
    .map((day, index) => ({
      ...({ reason: 'outage-day', day } as const),
      ...(FIRST_DAY + index < HIGHER_FROM_DAY ? FROM_THIRD_DAY : FROM_FIFTH_DAY),
    }))
}

/** Days after that of the report on which it was out, begun ones as well: those on which it was mended all day are none, however late it is reopened. */
function daysOut({ openedMs, resolvedMs, mended }: CompensationFacts, nowMs: number): readonly string[] {
  const endMs = resolvedMs ?? nowMs
  const days = new Set<string>()
  let fromMs = openedMs
  for (const stop of [...mended.toSorted((one, other) => one.fromMs - other.fromMs), { fromMs: endMs, untilMs: endMs }]) {
    const untilMs = Math.min(stop.fromMs, endMs)
    if (fromMs < untilMs) addDays(days, germanDate(fromMs), germanDate(untilMs))
    fromMs = Math.max(fromMs, stop.untilMs ?? endMs)
  }
  days.delete(germanDate(openedMs).toString())
  return [...days]
}

function addDays(days: Set<string>, from: Temporal.PlainDate, until: Temporal.PlainDate): void {
  for (let day = from; days.size <= MAX_DAYS && Temporal.PlainDate.compare(day, until) <= 0; day = day.add({ days: 1 }))
    days.add(day.toString())
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
