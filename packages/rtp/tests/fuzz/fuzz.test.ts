import { test } from 'node:test'
import { Fuzzer } from './fuzz.ts'

const STEPS_PER_SEED = 1_000

for (const seed of [1, 2, 3, 4]) {
  test(`${STEPS_PER_SEED} broken descriptions and packets of seed ${seed} stay inside the layer`, () => {
    const fuzzer = new Fuzzer(seed)
    for (let step = 0; step < STEPS_PER_SEED; step++) fuzzer.step()
  })
}
