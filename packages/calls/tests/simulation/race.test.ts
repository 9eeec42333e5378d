import { test } from 'node:test'
import { race } from './race.ts'

const SEEDS = 1000

test(`${SEEDS} seeded runs of phones that race each other through the exchange leave every call over and recorded once`, async () => {
  for (let seed = 1; seed <= SEEDS; seed++) {
    await race(seed).catch((error: unknown) => {
      throw new Error(`seed ${seed}`, { cause: error })
    })
  }
})
