import type { Clock } from '@klinke/foundation'

/** Runs `work` with a signal that aborts after `limitMs`, or with `outer` if that comes first. */
export async function within<T>(
  clock: Clock,
  limitMs: number,
  outer: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const abort = new AbortController()
  const stop = (): void => abort.abort(outer?.reason)
  const timer = clock.after(limitMs, stop)
  if (outer?.aborted) stop()
  else outer?.addEventListener('abort', stop, { once: true })
  try {
    return await work(abort.signal)
  } finally {
    timer.cancel()
    outer?.removeEventListener('abort', stop)
  }
}
