import type { Clock } from '@klinke/foundation'

/** The real time, for tests with real sockets. */
export function monotonicClock(): Clock {
  return {
    nowMs: () => performance.now(),
    epochMs: () => Date.now(),
    after: (delayMs, wake) => {
      const timer = setTimeout(wake, delayMs)
      return { cancel: () => clearTimeout(timer) }
    },
  }
}
