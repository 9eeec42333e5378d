import { failed, ok, type Result } from '@klinke/foundation'
import {
  Allowances,
  decimalOf,
  type Medium,
  type MobilePrefix,
  type Origin,
  type Rating,
  type Rounding,
  rateLeg,
  ratingWords,
  readTariff,
  shownAmount,
  type Tariff,
  type TariffFault,
  TariffTimeline,
  type Words,
} from '@klinke/rating'
import { dataOf, roundingOf, type TariffDocument } from '../rated-calls/tariff-file.ts'

/** A call that nobody has made. */
export interface TriedCall {
  /** E.164 with plus. */
  readonly called: string
  /** On the clock on the wall where the tariff holds, `2026-11-28T14:00`. */
  readonly at: Temporal.PlainDateTime
  readonly seconds: number
  readonly origin: Origin
  readonly medium: Medium
  /** How the number that pays begins, E.164 with plus. */
  readonly billedNumber: string
  /** What the caller has booked of the version's bundles, and has used up of each in the month; none: list price. */
  readonly bundles: readonly { readonly id: string; readonly usedSeconds: number }[]
  /** For so many extensions, which are all that there are. */
  readonly seats: number
}

/** What it would cost, and why. */
export interface Trial {
  readonly rating: Rating
  /** Decimal text; null: nothing is charged. */
  readonly price: string | null
  readonly because: readonly Words[]
  /** The day is one of the holidays of the tariff. */
  readonly isHoliday: boolean
  readonly tariff: Tariff
}

/** The tariff holds whenever it is asked: so somebody sees today what a version will say. */
const ALWAYS = '1970-01-01'
const VERSION = 'tried'
/** Of `2026-11`. */
const MONTH_LENGTH = 7

/**
 * What a call costs by a version of a tariff, at list price: without bundles and flats. Fails with the faults of the document. `mobilePrefixes`: what costs as mobile
 * numbers of its country do (BIL-05).
 */
export function tried(
  document: TariffDocument,
  mobilePrefixes: readonly MobilePrefix[],
  call: TriedCall,
): Result<Trial, readonly TariffFault[]> {
  const { validUntil: _, ...data } = dataOf(document)
  const read = readTariff({ ...data, validFrom: ALWAYS }, mobilePrefixes)
  if (!read.ok) return failed(read.error)
  const { called, origin, medium, billedNumber, seconds, bundles, seats } = call
  const answeredAtMs = call.at.toZonedDateTime(data.timeZone).epochMilliseconds
  const leg = {
    id: VERSION,
    called,
    origin,
    medium,
    billedNumber,
    way: 'carrier' as const,
    answeredAtMs,
    endedAtMs: answeredAtMs + seconds * 1_000,
  }
  const booked = { extensions: seats, bundles: bundles.map(({ id }) => ({ bundle: id, seats })) }
  const month = call.at.toString().slice(0, MONTH_LENGTH)
  const used = bundles.map(({ id, usedSeconds }) => ({ month, bundle: id, seat: '', seconds: usedSeconds }))
  const tariffs = new TariffTimeline([{ id: VERSION, tariff: read.value }])
  const terms = { tariffs, allowances: new Allowances(() => booked, used) }
  const rating = rateLeg(leg, { ...terms, rounding: roundingOf(document) })
  const price = rating.outcome === 'rated' && !hasNoPrice(rating) ? shownAmount(rating.amount) : null
  const isHoliday = document.holidays?.includes(call.at.toPlainDate().toString()) ?? false
  const because = [
    ...(isHoliday ? [HOLIDAY] : []),
    ...ratingWords(rating, () => read.value),
    ...elsewhereWords(rating, read.value, bundles),
    ...ruleWords(rating, read.value, document),
  ]
  return ok({ rating, price, because, isHoliday, tariff: read.value })
}

const HOLIDAY: Words = {
  de: 'Der Tag ist ein Feiertag des Tarifs: Es gelten seine Zeiten für Feiertage.',
  en: 'The day is a holiday of the tariff: its times for holidays hold.',
}

/** Of bundles that are booked, those that give nothing in this zone. */
function elsewhereWords(rating: Rating, { zones, bundles: all }: Tariff, booked: TriedCall['bundles']): readonly Words[] {
  if (rating.outcome !== 'rated') return []
  const own = zones.get(rating.zone)?.bundles ?? []
  return booked.flatMap(({ id }) => {
    const name = all.get(id)?.name
    if (name === undefined || own.some((bundle) => bundle.id === id)) return []
    return [{ de: `„${name.de}“ gilt nicht für diese Zone.`, en: `"${name.en}" is not for this zone.` }]
  })
}

type Rated = Rating & { readonly outcome: 'rated' }

/** Somebody else bills it and knows the price (BIL-10). */
function hasNoPrice({ pieces }: Rated): boolean {
  return pieces.every(({ row }) => row === undefined)
}

/** By which increment and least amount, and where it is rounded. */
function ruleWords(rating: Rating, tariff: Tariff, { rounding }: TariffDocument): readonly Words[] {
  if (rating.outcome !== 'rated' || hasNoPrice(rating)) return []
  const zone = tariff.zones.get(rating.zone)
  const price = zone?.prices[rating.pieces[0]?.row ?? -1]
  if (price === undefined) return []
  const { firstSeconds, thenSeconds, minimum } = price
  const increment = {
    de: `Takt ${firstSeconds}/${thenSeconds}: Aus ${rating.seconds} s werden ${rating.billedSeconds} s berechnet.`,
    en: `Increment ${firstSeconds}/${thenSeconds}: of ${rating.seconds} s ${rating.billedSeconds} s are billed.`,
  }
  const least = decimalOf(minimum)
  const atLeast = { de: `Mindestens ${least.replace('.', ',')} ${rating.currency}.`, en: `At least ${rating.currency} ${least}.` }
  return [increment, ...(minimum > 0n ? [atLeast] : []), ROUNDED[rounding.where]]
}

const ROUNDED: Readonly<Record<Rounding['where'], Words>> = {
  call: { de: 'Auf ganze Cent gerundet wird bei jedem Gespräch.', en: 'Each call is rounded to whole cents.' },
  line: { de: 'Auf ganze Cent gerundet wird erst die Zeile der Rechnung.', en: 'Only the line of the invoice is rounded to whole cents.' },
  invoice: { de: 'Auf ganze Cent gerundet wird erst die Rechnung.', en: 'Only the invoice is rounded to whole cents.' },
}
