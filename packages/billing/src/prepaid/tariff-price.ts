import { Allowances, divideRounded, type Micros, NO_TERMS, type Origin, rateLeg, SIXTIETHS_PER_MICRO, type Sixtieths } from '@klinke/rating'
import type { CustomerBook } from '../rated-calls/customer-book.ts'
import type { RunningPrice } from './running-price.ts'

/** A call that runs, or may. */
export interface RunningUse {
  readonly tenantId: string
  /** E.164 with plus, or a short code. */
  readonly called: string
  /** E.164: the number that pays; null: the customer has none. */
  readonly billed: string | null
  readonly origin: Origin
}

const PERMILLE = 1_000n

/** What credit pays for a call: its price with VAT, a fraction of a micro-unit counted whole from a half on. */
export function takenFor(amount: Sixtieths, vatPermille: number): Micros {
  return divideRounded(amount * (PERMILLE + BigInt(vatPermille)), SIXTIETHS_PER_MICRO * PERMILLE, 'half-up')
}

/**
 * What a call to a number costs when it is answered at a time, exactly as it will be rated, but for bundles: what they give comes back when it is rated.
 * Undefined: the tariff does not say. `book`: as it is by then.
 */
export function tariffPrice(use: RunningUse, book: CustomerBook, answeredAtMs: number, vatPermille: number): RunningPrice | undefined {
  const costAfter = (seconds: number): Micros | undefined => {
    const rating = rateLeg(legOf(use, answeredAtMs, seconds), {
      tariffs: book.tariffs,
      allowances: new Allowances(() => NO_TERMS),
      rounding: book.roundingAt(answeredAtMs),
    })
    if (rating.outcome !== 'rated') return rating.outcome === 'free' ? 0n : undefined
    // What somebody else bills is no concern of our credit (BIL-10).
    return rating.isSeparate ? 0n : takenFor(rating.amount, vatPermille)
  }
  if (costAfter(1) === undefined) return undefined
  // Longer than the tariff believes: a record of that length is put aside, and nothing more is taken.
  let most = 0n
  return {
    costAfter: (seconds) => {
      const cost = costAfter(seconds)
      if (cost === undefined) return most
      if (cost > most) most = cost
      return cost
    },
  }
}

function legOf({ called, billed, origin }: RunningUse, answeredAtMs: number, seconds: number) {
  const begun = Math.floor(answeredAtMs)
  return {
    ...{ id: '', called: called.startsWith('+') ? called : `+49${called}`, billedNumber: billed ?? '', origin },
    ...({ way: 'carrier', medium: 'voice', answeredAtMs: begun, endedAtMs: begun + Math.ceil(seconds) * 1000 } as const),
  }
}
