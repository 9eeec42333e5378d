import type { PackagePeriod } from '@klinke/accounts'
import { daysOf, type Month } from '../contracts/charges/month.ts'
import type { Counted } from '../contracts/charges/question.ts'
import type { Day } from '../contracts/contract.ts'

/**
 * How many extensions had each package on each day of a month, in the customer's time zone: as many as had it at the same time, at the instant of the day at which most
 * did (BIL-03 [P]). So who changes packages with a colleague, or follows one who has left, is no further licence. Pure: the same history gives the same count.
 */
export function countedPackages(periods: readonly PackagePeriod[], month: Month, timeZone: string): readonly Counted[] {
  const byPackage = Map.groupBy(periods, ({ userPackage }) => userPackage)
  return [...byPackage].flatMap(([item, ofPackage]) => {
    const days = daysOf(month).map((day) => ({ day, most: mostOn(day, ofPackage, timeZone) }))
    return inRows(days).map(
      ({ period, from, until }): Counted => ({
        ...{ counts: 'user-packages', item, subject: period.extensionId, siteId: period.siteId },
        ...{ from, until, quantity: 1 },
      }),
    )
  })
}

/** Those that held at the first instant of the day at which most did. There can be more only when one begins. */
function mostOn(day: Day, periods: readonly PackagePeriod[], timeZone: string): readonly PackagePeriod[] {
  const beginMs = day.toZonedDateTime({ timeZone }).epochMilliseconds
  const endMs = day.add({ days: 1 }).toZonedDateTime({ timeZone }).epochMilliseconds
  const there = periods.filter(({ fromMs, untilMs = Number.POSITIVE_INFINITY }) => fromMs < endMs && untilMs > beginMs)
  const instants = new Set([beginMs, ...there.map(({ fromMs }) => Math.max(fromMs, beginMs))])
  let most: readonly PackagePeriod[] = []
  for (const instant of [...instants].toSorted((one, other) => one - other)) {
    const held = there.filter(({ fromMs, untilMs = Number.POSITIVE_INFINITY }) => fromMs <= instant && untilMs > instant)
    if (held.length > most.length) most = held
  }
  return most
}

interface Row {
  readonly period: PackagePeriod
  readonly from: Day
  until: Day
}

/** Days in a row of the same extension at the same site are one. */
function inRows(days: readonly { readonly day: Day; readonly most: readonly PackagePeriod[] }[]): readonly Row[] {
  const rows: Row[] = []
  const last = new Map<string, Row>()
  for (const { day, most } of days)
    for (const period of most) {
      const key = `${period.extensionId}/${period.siteId ?? ''}`
      const before = last.get(key)
      if (before?.until.add({ days: 1 }).equals(day) === true) before.until = day
      else {
        const row: Row = { period, from: day, until: day }
        rows.push(row)
        last.set(key, row)
      }
    }
  return rows
}
