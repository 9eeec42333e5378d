import { type Rounding, roundAt, SIXTIETHS_PER_MICRO, type Sixtieths } from '../exact.ts'
import type { UsedLeg } from '../leg.ts'
import type { Bundle } from '../tariff/tariff.ts'
import type { TariffTimeline } from '../tariff/timeline.ts'
import { NO_PERIOD } from '../time/week.ts'
import type { Allowances } from './allowances.ts'
import { connectedSeconds } from './connected.ts'
import type { Declined, FreeReason, Piece, Rating, RatingFault, Taken } from './rating.ts'
import { type TimedPiece, timedPieces } from './timed-pieces.ts'

/** What a customer's legs are rated by. */
export interface RatingTerms {
  readonly tariffs: TariffTimeline
  readonly allowances: Allowances
  readonly rounding: Rounding
  /** When the record became known; a record that ends after that is put aside. Absent: not looked at. */
  readonly knownAtMs?: number
}

/** What a leg costs. What its bundles give is taken from the allowances. */
export function rateLeg(leg: UsedLeg, terms: RatingTerms): Rating {
  const seconds = connectedSeconds(leg, terms.knownAtMs)
  if (seconds === 'none' || leg.answeredAtMs === undefined) return free('not-connected', 0)
  if (typeof seconds === 'string') return putAside(seconds)
  const tariff = terms.tariffs.at(leg.answeredAtMs)?.tariff
  if (tariff === undefined) return putAside('no-tariff')
  if (seconds > tariff.longestSeconds) return putAside('too-long')
  if (leg.way !== 'carrier' && tariff.isFree[leg.way]) return free(leg.way, seconds)
  const timed = timedPieces(leg, leg.answeredAtMs, seconds, terms.tariffs)
  return typeof timed === 'string' ? putAside(timed) : rated(leg, seconds, timed, terms)
}

function rated(leg: UsedLeg, seconds: number, timed: readonly TimedPiece[], { allowances, rounding }: RatingTerms): Rating {
  const [first] = timed
  if (first === undefined) return putAside('no-price')
  const declined: Declined[] = []
  const pieces = timed.map((piece) => pieceOf(piece, leg, allowances, declined))
  const { zone, prefix, isInherited } = first.match
  return {
    outcome: 'rated',
    amount: roundAt('call', amountOf(pieces, first), rounding),
    ...{ currency: first.tariff.currency, seconds, billedSeconds: pieces.reduce((sum, piece) => sum + piece.seconds, 0) },
    ...{ version: first.version, zone: zone.id, prefix, isInherited, isSeparate: zone.isSeparate, pieces, declined },
  }
}

function pieceOf(timed: TimedPiece, leg: UsedLeg, allowances: Allowances, declined: Declined[]): Piece {
  const { fromSecond, seconds, version, price, month, period, tariff } = timed
  const taken = takenFrom(timed, leg, allowances, declined)
  return {
    ...{ fromSecond, seconds, version, row: price?.row, month, taken },
    period: period === NO_PERIOD ? undefined : tariff.periods[period]?.name,
    microsPerMinute: price?.microsPerMinute ?? 0n,
    // Once, and not where a bundle gives the beginning.
    setUp: fromSecond === 0 && taken.length === 0 ? (price?.setUp ?? 0n) : 0n,
  }
}

const NOTHING: readonly Taken[] = []

/** Bundles give whole increments, one bundle after the other. */
function takenFrom(timed: TimedPiece, leg: UsedLeg, allowances: Allowances, declined: Declined[]): readonly Taken[] {
  const { match, price, month, seconds } = timed
  if (match.zone.bundles.length === 0 || price === undefined) return NOTHING
  const taken: Taken[] = []
  let rest = seconds
  let step = timed.stepSeconds
  for (const bundle of match.zone.bundles) {
    if (rest === 0) break
    const left = allowances.left(bundle, month, leg)
    if (left === undefined) continue
    const given = typeof left === 'string' ? 0 : wholeSeconds(left, rest, step, price.thenSeconds)
    if (given < rest) decline(declined, bundle, typeof left === 'string' ? left : 'used-up')
    if (given === 0) continue
    taken.push(allowances.take(bundle, month, leg, given))
    rest -= given
    step = price.thenSeconds
  }
  return taken
}

function decline(declined: Declined[], { id }: Bundle, why: Declined['why']): void {
  if (!declined.some((each) => each.bundle === id && each.why === why)) declined.push({ bundle: id, why })
}

/** As many seconds of `rest` as are left, in whole increments: the first of `step`, the others of `thenSeconds`. */
function wholeSeconds(left: number, rest: number, step: number, thenSeconds: number): number {
  if (left >= rest) return rest
  return left < step ? 0 : step + Math.floor((left - step) / thenSeconds) * thenSeconds
}

function amountOf(pieces: readonly Piece[], { price }: TimedPiece): Sixtieths {
  let amount = 0n
  let given = 0
  for (const { seconds, taken, microsPerMinute, setUp } of pieces) {
    const free = taken.reduce((sum, each) => sum + each.seconds, 0)
    amount += microsPerMinute * BigInt(seconds - free) + setUp * SIXTIETHS_PER_MICRO
    given += free
  }
  const minimum = (price?.minimum ?? 0n) * SIXTIETHS_PER_MICRO
  return given === 0 && amount < minimum ? minimum : amount
}

function free(reason: FreeReason, seconds: number): Rating {
  return { outcome: 'free', reason, seconds }
}

function putAside(fault: RatingFault): Rating {
  return { outcome: 'put-aside', fault }
}
