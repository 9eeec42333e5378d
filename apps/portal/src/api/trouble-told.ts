import { Problem } from './problem.ts'

/** Answers that stay as they are: no longer allowed, no longer there. */
const LASTING = new Set([403, 404, 410])

interface ReadBefore {
  /** It was read before, and stands on the page. */
  readonly isKnown: boolean
  /** It is asked for again and again, as figures of now are. */
  readonly isFollowed: boolean
}

/**
 * What a page tells of a reading that failed. While what was read before stands in a form, a server that is away for a moment is no reason to take the page
 * away, and with it what was entered: saving says by itself whether it works, and by `If-Match` whether somebody was faster. Told all the same is that
 * the thing is gone, and that figures of now are none.
 */
export function troubleTold(error: Error | null, { isKnown, isFollowed }: ReadBefore): Error | null {
  if (error === null || !isKnown || isFollowed) return error
  return error instanceof Problem && LASTING.has(error.status) ? error : null
}
