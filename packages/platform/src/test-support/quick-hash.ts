import type { HashCost } from '../sign-in/password-hash.ts'

/** Cheap enough for tests; the product's cost is `HASH_COST`. */
export const QUICK_HASH: HashCost = { memoryKib: 64, passes: 1, lanes: 1 }
