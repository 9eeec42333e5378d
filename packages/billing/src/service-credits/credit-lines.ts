import { creditPercent, type ServiceLevelProfile, type ServiceYear, type Side } from '@klinke/accounts'
import type { Text } from '@klinke/platform'
import type { Currency, Micros } from '@klinke/rating'
import type { ChargeLine } from '../invoices/line.ts'
import { monthOf, type Period } from '../invoices/period.ts'

export const SERVICE_CREDITS = 'service-credits'

/** What was promised of a side, and what it was. */
export interface SideOfYear {
  readonly side: Side
  readonly target: number
  readonly percent: number
}

/** What is credited for a year: by the side that gives most, once, not for each side. Undefined: everything was as promised. */
export function creditOfYear(
  sides: readonly SideOfYear[],
  credits: NonNullable<ServiceLevelProfile['credits']>,
): (SideOfYear & { readonly credited: number }) | undefined {
  const missed = sides
    .filter(({ percent, target }) => percent < target)
    .map((side) => ({ ...side, credited: creditPercent(side.percent, credits) }))
  return missed.filter(({ credited }) => credited > 0).toSorted((a, b) => b.credited - a.credited)[0]
}

/** So many hundredths of a percent are the whole. */
const WHOLE = 10_000n

/** A share of the monthly fee; a fraction of a micro-unit is left out here, the invoice rounds to cents. */
export function shareOf(fee: Micros, percent: number): Micros {
  return (fee * BigInt(Math.round(percent * 100))) / WHOLE
}

/** The line of a year (SLA-01): it lowers what the last month of the year has cost, with that month's VAT. */
export function yearLine(
  { from, until }: ServiceYear,
  { percent, target, credited }: SideOfYear & { readonly credited: number },
  fee: Micros,
  currency: Currency,
): ChargeLine {
  const text = {
    de: `Gutschrift: Verfügbarkeit ${german(from)}–${german(until)} ${number(percent)} % statt ${number(target)} %, ${number(credited)} % der Monatsgebühr`,
    en: `Credit: availability ${from.toString()} to ${until.toString()} ${percent} % instead of ${target} %, ${credited} % of the monthly fee`,
  }
  const service = monthOf(until.toPlainYearMonth().toString())
  return creditLine(text, shareOf(fee, credited), currency, 'standard', service, `availability/${from.toString()}/${until.toString()}`)
}

/** The line of a ticket (§ 58 (3), (4) TKG): damages, which are no price of anything, so without VAT. */
export function ticketLine(
  ticket: { readonly ticketId: string; readonly number: string; readonly resolvedOn: Temporal.PlainDate },
  amount: Micros,
  currency: Currency,
): ChargeLine {
  const text = { de: `Entschädigung nach § 58 TKG, Störung ${ticket.number}`, en: `Compensation by § 58 TKG, fault ${ticket.number}` }
  const day = ticket.resolvedOn.toString()
  return creditLine(text, amount, currency, 'none', { from: day, until: day }, ticketReference(ticket.ticketId))
}

/** By what a ticket stands in the books. */
export function ticketReference(ticketId: string): string {
  return `ticket/${ticketId}`
}

function creditLine(
  text: Text,
  amount: Micros,
  currency: Currency,
  tax: ChargeLine['tax'],
  service: Period,
  reference: string,
): ChargeLine {
  return {
    ...{ text, quantity: -1, unit: 'lump-sum', unitMicros: amount, netMicros: -amount, currency, tax, siteId: null, service },
    basis: { source: SERVICE_CREDITS, reference },
  }
}

function german(day: Temporal.PlainDate): string {
  return day.toString().split('-').toReversed().join('.')
}

function number(value: number): string {
  return String(value).replace('.', ',')
}
