import { randomFillSync } from 'node:crypto'
import type { Random } from '@klinke/foundation'

/** Numbers drawn from the system at once: one call costs about as much as 256 of them. */
const POOL_NUMBERS = 1024

/** Cryptographically strong randomness, for tags, branches, nonces and keys. */
export function systemRandom(): Random {
  const pool = new Uint32Array(POOL_NUMBERS)
  let next = POOL_NUMBERS
  return {
    uint32() {
      if (next === POOL_NUMBERS) {
        randomFillSync(pool)
        next = 0
      }
      const number = pool[next] as number
      // A number handed out does not stay in memory.
      pool[next++] = 0
      return number
    },
  }
}
