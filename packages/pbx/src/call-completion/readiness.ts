import type { Completion } from './completion.ts'
import type { CompletionProfile } from './rules.ts'

/** For so long a phone must have been quiet before it counts as free: its user may want to make another call (ETSI EN 300 359-1, idle guard timer). */
export const IDLE_GUARD_MS = 5000
/** Who cannot be called back just now is tried again after that. */
const SUSPENDED_MS = 30_000

/** So often the place of who waits is kept when the callee turns out to be busy although it seems free: its phone or its settings refuse. */
export const MAX_RECALLS = 5

/** One extension now. */
export interface Phone {
  readonly isReachable: boolean
  /** Nothing rings there, and nobody talks or dials; since `IDLE_GUARD_MS`. */
  readonly isFree: boolean
  /** Do not disturb. */
  readonly isDisturbable: boolean
}

/** Whether it is time to call. `callee` is absent for somebody outside. */
export function isReady(completion: Completion, nowMs: number, caller: Phone, callee: Phone | undefined): boolean {
  if (nowMs < completion.notBeforeMs || !caller.isReachable || !caller.isFree) return false
  if (callee === undefined) return true
  if (completion.kind === 'no-answer' && !completion.seenActive) return false
  return callee.isReachable && callee.isFree && callee.isDisturbable
}

/** How a call that was to complete another one ended. */
export type RecallEnd =
  /** The two talked, or at least one of them has had enough. */
  | 'done'
  /** The one who wanted it did not answer, … */
  | 'caller-absent'
  /** … or talks to somebody else by now. */
  | 'caller-busy'
  /** The target is busy, again, or cannot be reached. */
  | 'callee-busy'

/** What is waited for after that; undefined: nothing any more. */
export function afterRecall(completion: Completion, end: RecallEnd, nowMs: number, profile: CompletionProfile): Completion | undefined {
  switch (end) {
    case 'done':
      return undefined
    case 'caller-absent': {
      const { againMs } = profile
      const goesOn = againMs !== undefined && completion.unanswered === 0
      return goesOn ? { ...completion, unanswered: 1, notBeforeMs: nowMs + againMs } : undefined
    }
    case 'caller-busy':
      return { ...completion, notBeforeMs: nowMs + SUSPENDED_MS }
    case 'callee-busy':
      return completion.kind === 'redial' ? nextRedial(completion, nowMs, profile) : waitsOn(completion, nowMs)
  }
}

/** The place in the queue is kept. */
function waitsOn(completion: Completion, nowMs: number): Completion | undefined {
  const attempts = completion.attempts + 1
  return attempts < MAX_RECALLS ? { ...completion, kind: 'busy', attempts, notBeforeMs: nowMs + SUSPENDED_MS } : undefined
}

function nextRedial(completion: Completion, nowMs: number, { redialAttempts, redialEveryMs }: CompletionProfile): Completion | undefined {
  const attempts = completion.attempts + 1
  return attempts < redialAttempts ? { ...completion, attempts, notBeforeMs: nowMs + redialEveryMs } : undefined
}
