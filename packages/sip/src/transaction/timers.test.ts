import assert from 'node:assert/strict'
import { test } from 'node:test'
import { DEFAULT_TIMER_VALUES, isReliable, type TransactionTimer, timerMs } from './timers.ts'

const NEVER = undefined
const ROWS: readonly (readonly [timer: TransactionTimer, unreliableMs: readonly number[], reliableMs: number | undefined])[] = [
  ['A', [500, 1000, 2000, 4000, 8000, 16_000], NEVER],
  ['B', [32_000], 32_000],
  ['D', [32_000], 0],
  ['E', [500, 1000, 2000, 4000, 4000], NEVER],
  ['F', [32_000], 32_000],
  ['G', [500, 1000, 2000, 4000, 4000], NEVER],
  ['H', [32_000], 32_000],
  ['I', [5000], 0],
  ['J', [32_000], 0],
  ['K', [5000], 0],
  ['L', [32_000], 32_000],
  ['M', [32_000], 32_000],
]

for (const [timer, unreliable, reliable] of ROWS) {
  test(`timer ${timer} has the values of RFC 3261 Table 4 and RFC 6026`, () => {
    const values = unreliable.map((_, fired) => timerMs(timer, false, DEFAULT_TIMER_VALUES, fired))
    assert.deepEqual(values, unreliable)
    assert.equal(timerMs(timer, true, DEFAULT_TIMER_VALUES), reliable)
  })
}

test('only UDP is unreliable', () => {
  assert.deepEqual(['UDP', 'TCP', 'TLS', 'WS', 'WSS'].map(isReliable), [false, true, true, true, true])
})
