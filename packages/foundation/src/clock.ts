/**
 * Time as an argument. Protocol machines and call control take a `Clock`; the real one lives in
 * `platform`, the virtual one in `testbed`.
 */
export interface Clock {
  /** Milliseconds on a monotonic axis with an arbitrary origin; never goes backwards. */
  nowMs(): number
  /** Wall-clock time in whole milliseconds since the Unix epoch. For records and validity periods, not for intervals. */
  epochMs(): number
  /** Calls `wake` once, `delayMs` from now, unless cancelled before. */
  after(delayMs: number, wake: () => void): Timer
}

export interface Timer {
  /** Stops the timer; harmless after it has fired. */
  cancel(): void
}

/**
 * Resolves after `delayMs`; rejects with the signal's reason when it aborts first.
 */
export function sleep(clock: Clock, delayMs: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) {
      reject(signal.reason)
      return
    }
    const onAbort = (): void => {
      timer.cancel()
      reject(signal?.reason)
    }
    const timer = clock.after(delayMs, () => {
      signal?.removeEventListener('abort', onAbort)
      resolve()
    })
    signal?.addEventListener('abort', onAbort, { once: true })
  })
}
