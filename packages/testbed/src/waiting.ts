import { KlinkeError } from '@klinke/foundation'

/** Long enough for anything that is not broken, on a machine with much else to do. */
const DEADLINE_MS = 20_000
/** At first it is asked so often; later after each tenth of the time that has passed, as who is asked has better things to do, but at least so often. */
const ASK_AGAIN_MS = 10
const ASK_AGAIN_AT_LEAST_MS = 100

/** What a test waited for did not happen in time. */
export class NotInTime extends KlinkeError {
  constructor(what: string, deadlineMs: number, instead = '') {
    super('not-in-time', `${what} did not happen within ${deadlineMs} ms${instead === '' ? '' : `; instead: ${instead}`}`)
  }
}

/** Settles as `awaited` does. Throws `NotInTime` after the deadline. */
export async function within<T>(deadlineMs: number, what: string, awaited: Promise<T>): Promise<T> {
  const late = Promise.withResolvers<never>()
  const timer = setTimeout(() => late.reject(new NotInTime(what, deadlineMs)), deadlineMs)
  try {
    return await Promise.race([awaited, late.promise])
  } finally {
    clearTimeout(timer)
  }
}

export interface EventuallyOptions {
  readonly deadlineMs?: number
  /** What there is instead, for the failure. */
  readonly shown?: () => unknown
}

/**
 * Asks until the answer is neither undefined nor false, and gives it. Only for what tells nobody when it changes: another process, its files,
 * the kernel, a server behind its API. Whatever can be waited for is waited for (`within`). Throws `NotInTime`, and what `ask` throws.
 */
export async function eventually<T>(
  what: string,
  ask: () => T | Promise<T>,
  { deadlineMs = DEADLINE_MS, shown }: EventuallyOptions = {},
): Promise<Exclude<T, undefined | false>> {
  const begun = performance.now()
  const until = begun + deadlineMs
  for (;;) {
    const answer = await within(deadlineMs, `an answer about: ${what}`, Promise.resolve(ask()))
    if (answer !== undefined && answer !== false) return answer as Exclude<T, undefined | false>
    if (performance.now() > until) throw new NotInTime(what, deadlineMs, shown && inWords(await shown()))
    await new Promise((resolve) => setTimeout(resolve, askAgainAfterMs(performance.now() - begun)))
  }
}

function askAgainAfterMs(passedMs: number): number {
  return Math.max(ASK_AGAIN_MS, Math.min(passedMs / 10, ASK_AGAIN_AT_LEAST_MS))
}

function inWords(shown: unknown): string {
  return typeof shown === 'string' ? shown : JSON.stringify(shown, undefined, 2)
}
