import { test } from 'node:test'
import { race } from './race.ts'

const SEEDS = 300

test(`${SEEDS} seeded runs in which phones of two customers use every feature at once leave every call over and recorded once, and nobody in dead air`, async () => {
  for (let seed = 1; seed <= SEEDS; seed++) {
    await race(seed).catch((error: unknown) => {
      throw new Error(`seed ${seed}`, { cause: error })
    })
  }
})
