/** Why a customer is locked (FRD-03 [F], FRD-04 [C]). */
export const LOCK_CAUSES = ['breach', 'surge', 'negative-balance', 'security'] as const
export type LockCause = (typeof LOCK_CAUSES)[number]

/** To which services a lock is limited (FRD-03). */
export const LOCK_SERVICES = ['international', 'service-numbers', 'all'] as const
export type LockService = (typeof LOCK_SERVICES)[number]

/** A full lock comes no earlier than one week after that of outgoing calls, for a traffic surge or a negative balance (FRD-03). */
export const FULL_LOCK_AFTER_MS = 7 * 86_400_000
/** How long before it begins a lock is announced, where the product says nothing else. */
export const DEFAULT_NOTICE_HOURS = 24

export interface Lock {
  readonly id: string
  readonly cause: LockCause
  readonly services: LockService
  /** From then on calls out are locked. */
  readonly outgoingFromMs: number
  /** From then on calls in, too; undefined: never. */
  readonly fullFromMs: number | undefined
  readonly liftedAtMs: number | undefined
}

export type LockStage = 'announced' | 'outgoing' | 'full' | 'lifted'

export function stageOf({ outgoingFromMs, fullFromMs, liftedAtMs }: Lock, atMs: number): LockStage {
  if (liftedAtMs !== undefined && liftedAtMs <= atMs) return 'lifted'
  if (fullFromMs !== undefined && fullFromMs <= atMs) return 'full'
  return outgoingFromMs <= atMs ? 'outgoing' : 'announced'
}

export type LockFault = 'too-soon' | 'full-too-soon' | 'full-needs-all'

/** What is wrong with the dates of a lock; undefined: nothing. A security risk is shut down at once, announced to nobody before (FRD-04). */
export function lockFault(lock: Lock, announcedAtMs: number, noticeHours: number): LockFault | undefined {
  const { cause, services, outgoingFromMs, fullFromMs } = lock
  const isStaged = cause !== 'security'
  if (isStaged && outgoingFromMs < announcedAtMs + noticeHours * 3_600_000) return 'too-soon'
  if (fullFromMs === undefined) return undefined
  // What is limited to some services has no other side that could be locked.
  if (services !== 'all') return 'full-needs-all'
  return fullFromMs < outgoingFromMs + (isStaged ? FULL_LOCK_AFTER_MS : 0) ? 'full-too-soon' : undefined
}

/** The lock that keeps a call to such a number from being made. */
export function lockAgainst(
  locks: readonly Lock[],
  { isInternational, isService }: { readonly isInternational: boolean; readonly isService: boolean },
  atMs: number,
): Lock | undefined {
  return locks.find((lock) => {
    const stage = stageOf(lock, atMs)
    if (stage !== 'outgoing' && stage !== 'full') return false
    return lock.services === 'all' || (lock.services === 'international' ? isInternational : isService)
  })
}

/** The lock that keeps calls from coming in. */
export function lockOfAll(locks: readonly Lock[], atMs: number): Lock | undefined {
  return locks.find((lock) => stageOf(lock, atMs) === 'full')
}
