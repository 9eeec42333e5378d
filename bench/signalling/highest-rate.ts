/** What came of offering one rate for a while. */
export interface Attempt {
  readonly offeredPerSecond: number
  readonly donePerSecond: number
  readonly failed: number
  readonly done: number
  /** What the load generator counted besides, for the case that nothing went well. */
  readonly complaint: string
}

export interface RateSearch {
  readonly startPerSecond: number
  readonly attempt: (perSecond: number) => Promise<Attempt>
  readonly log: (line: string) => void
}

/** Share of failures that a rate may have to count as carried. */
export const MOST_FAILED = 0.001
/** A system that takes the load later than it is offered does not carry it. */
const LEAST_OF_OFFERED = 0.97
const STEP_UP = 1.3
/** Calls that failed half-way are repeated and waited for during 64·T1 (RFC 3261 §17); the next attempt must not carry them too. */
const REST_MS = 35_000
const HALVINGS = 3
const MOST_STEPS = 16

/** The highest rate that is carried with less than 0.1 % failed: up by steps until it fails once, then halves the gap. Throws when nothing succeeds at all. */
export async function highestRate({ startPerSecond, attempt, log }: RateSearch): Promise<number> {
  let carried = 0
  let refused: number | undefined
  let rate = startPerSecond
  for (let step = 0, halved = 0; step < MOST_STEPS && halved < HALVINGS; step++) {
    const result = await twice(rate, attempt, log)
    if (result.done === 0) throw new Error(`Not one of ${result.failed} attempts at ${Math.round(rate)}/s succeeded: ${result.complaint}`)
    const isCarried = holds(result)
    if (isCarried) carried = Math.max(carried, result.donePerSecond)
    if (isCarried && refused === undefined) rate *= STEP_UP
    else {
      refused = isCarried ? refused : rate
      rate = isCarried ? (rate + (refused ?? rate)) / 2 : (carried + rate) / 2
      halved++
    }
  }
  return carried
}

/** A rate that is not carried gets a second chance: something else on the machine may have been in the way. */
async function twice(rate: number, attempt: RateSearch['attempt'], log: RateSearch['log']): Promise<Attempt> {
  const first = await attempt(rate)
  log(describe(first))
  if (holds(first)) return first
  await rest()
  const second = await attempt(rate)
  log(describe(second))
  if (!holds(second)) await rest()
  return second
}

function rest(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, REST_MS))
}

function describe(result: Attempt): string {
  const { offeredPerSecond, donePerSecond, failed } = result
  const verdict = holds(result) ? '' : ' — too much'
  return `  ${Math.round(offeredPerSecond)}/s offered: ${Math.round(donePerSecond)}/s done, ${failed} failed${verdict}`
}

function holds({ offeredPerSecond, donePerSecond, failed, done }: Attempt): boolean {
  return done > 0 && failed / (done + failed) < MOST_FAILED && donePerSecond >= LEAST_OF_OFFERED * offeredPerSecond
}
