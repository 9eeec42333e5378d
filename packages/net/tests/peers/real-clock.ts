import type { Clock } from '@klinke/foundation'

/** Wall-clock time for tests with sockets. */
export const realClock: Clock = {
  nowMs: () => performance.now(),
  epochMs: () => Date.now(),
  after: (delayMs, wake) => {
    const timeout = setTimeout(wake, delayMs)
    return { cancel: () => clearTimeout(timeout) }
  },
}
