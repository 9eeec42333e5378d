import type { UsedLeg } from '../leg.ts'
import type { TariffTimeline } from '../tariff/timeline.ts'
import { type Moment, momentAt } from './moment.ts'
import type { RatingFault } from './rating.ts'

/** Whole increments at one price. */
export interface TimedPiece extends Moment {
  readonly fromSecond: number
  readonly seconds: number
  /** Its first increment; the others are the price's further ones. */
  readonly stepSeconds: number
}

const SECOND_MS = 1_000

/**
 * Cuts a connection where the price, the month or the tariff changes, when the tariff says so (`split`): an increment belongs to the moment in
 * which it begins. Else it is one piece, at the price of the answer.
 */
export function timedPieces(
  leg: UsedLeg,
  answeredAtMs: number,
  seconds: number,
  tariffs: TariffTimeline,
): readonly TimedPiece[] | RatingFault {
  const pieces: TimedPiece[] = []
  let isSplit = true
  for (let at = 0; at === 0 || at < seconds; ) {
    const moment = momentAt(answeredAtMs + at * SECOND_MS, leg, tariffs)
    if (typeof moment === 'string') return moment
    if (at === 0) isSplit = moment.tariff.priceAt === 'split'
    const border = isSplit ? Math.min(seconds, Math.ceil((moment.untilMs - answeredAtMs) / SECOND_MS)) : seconds
    const stepSeconds = (at === 0 ? moment.price?.firstSeconds : moment.price?.thenSeconds) ?? 1
    const whole = wholeIncrements(at + stepSeconds, border, moment.price?.thenSeconds ?? 1) - at
    const last = pieces.at(-1)
    if (last !== undefined && isSame(last, moment)) pieces[pieces.length - 1] = { ...last, seconds: last.seconds + whole }
    else pieces.push({ ...moment, fromSecond: at, seconds: whole, stepSeconds })
    at += whole
  }
  return pieces
}

/** Where the increments end of which one may begin at `from` and the last one begins before `border`. */
function wholeIncrements(from: number, border: number, thenSeconds: number): number {
  return from >= border ? from : from + Math.ceil((border - from) / thenSeconds) * thenSeconds
}

function isSame(a: Moment, b: Moment): boolean {
  return a.price === b.price && a.month === b.month && a.version === b.version
}
