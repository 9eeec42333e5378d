import { failed, ok, type Result } from '@klinke/foundation'
import {
  Allowances,
  decimalOf,
  type Medium,
  type MobilePrefix,
  NO_TERMS,
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
}

/** What it would cost, and why. */
export interface Trial {
  readonly rating: Rating
  /** Decimal text; null: nothing is charged. */
  readonly price: string | null
  readonly because: readonly Words[]
}

/** The tariff holds whenever it is asked: so somebody sees today what a version will say. */
const ALWAYS = '1970-01-01'
const VERSION = 'tried'

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
  const { called, origin, medium, billedNumber, seconds } = call
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
  const terms = { tariffs: new TariffTimeline([{ id: VERSION, tariff: read.value }]), allowances: new Allowances(() => NO_TERMS) }
  const rating = rateLeg(leg, { ...terms, rounding: roundingOf(document) })
  const price = rating.outcome === 'rated' && !hasNoPrice(rating) ? shownAmount(rating.amount) : null
  return ok({ rating, price, because: [...ratingWords(rating, () => read.value), ...ruleWords(rating, read.value, document)] })
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
