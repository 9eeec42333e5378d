/** What became of calls out. */
export interface CallCounts {
  /** Calls that left; those that were refused here are none. */
  attempts: number
  answered: number
  /** Answered, and ended by the caller at once: nobody was there to speak. */
  abandoned: number
  /** Given up by the caller before anybody could answer. */
  rungOnly: number
  /** Answered, and not a packet of sound came from the caller. */
  withoutMedia: number
}

const STEP_MS = 60_000
/** How far back is looked: one hour. */
export const WINDOW_STEPS = 60

interface Step {
  readonly number: number
  readonly counts: CallCounts
}

/** Counts of the last hour, in steps of a minute. */
export class CallWindow {
  /** The oldest first. */
  readonly #steps: Step[] = []

  add(counts: Partial<CallCounts>, nowMs: number): void {
    const number = Math.floor(nowMs / STEP_MS)
    this.#forget(number)
    const last = this.#steps.at(-1)
    const step = last?.number === number ? last : { number, counts: none() }
    if (step !== last) this.#steps.push(step)
    addTo(step.counts, counts)
  }

  total(nowMs: number): CallCounts {
    this.#forget(Math.floor(nowMs / STEP_MS))
    const sum = none()
    for (const { counts } of this.#steps) addTo(sum, counts)
    return sum
  }

  #forget(number: number): void {
    while ((this.#steps[0]?.number ?? number) <= number - WINDOW_STEPS) this.#steps.shift()
  }
}

function none(): CallCounts {
  return { attempts: 0, answered: 0, abandoned: 0, rungOnly: 0, withoutMedia: 0 }
}

function addTo(sum: CallCounts, { attempts = 0, answered = 0, abandoned = 0, rungOnly = 0, withoutMedia = 0 }: Partial<CallCounts>): void {
  sum.attempts += attempts
  sum.answered += answered
  sum.abandoned += abandoned
  sum.rungOnly += rungOnly
  sum.withoutMedia += withoutMedia
}
