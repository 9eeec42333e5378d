import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ReceptionStatistics } from './reception-statistics.ts'

/** Receives the packets with these positions in a stream of 20 ms packets, at their time plus `delayMs`. */
function received(positions: readonly number[], delayMs: (position: number) => number = () => 0): ReceptionStatistics {
  const statistics = new ReceptionStatistics(8000)
  for (const position of positions) {
    statistics.receive(position & 0xffff, (position * 160) >>> 0, position * 20 + delayMs(position))
  }
  return statistics
}

const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, index) => from + index)

for (const [what, positions, packets, lost] of [
  ['all in order', range(5, 105), 100, 0],
  ['every tenth missing', range(0, 100).filter((position) => position % 10 !== 5), 90, 10],
  ['over two wraps', range(65_000, 65_000 + 131_100), 131_100, 0],
  ['two swapped', [1, 2, 4, 3, 5], 5, 0],
  ['one twice', [1, 2, 2, 3], 4, -1],
  ['a gap of 2999', [10, 3009], 2, 2998],
] as const) {
  test(`${what}: ${packets} received, ${lost} lost`, () => {
    const statistics = received(positions)
    assert.deepEqual([statistics.packetsReceived, statistics.cumulativeLost], [packets, lost])
  })
}

test('a single packet far off is ignored; two in sequence are a restart, not loss', () => {
  const statistics = received([1, 2, 3, 30_000, 4])
  assert.deepEqual([statistics.packetsReceived, statistics.cumulativeLost], [4, 0])
  const restarted = received([1, 2, 3, 30_000, 30_001, 30_002])
  assert.deepEqual([restarted.packetsReceived, restarted.cumulativeLost], [5, 0])
})

test('the lost fraction covers the interval since the last report', () => {
  const statistics = received(range(0, 100))
  assert.equal(statistics.report().fractionLost, 0)
  for (const position of range(100, 200))
    if (position % 4 !== 0 || position === 196) statistics.receive(position, position * 160, position * 20)
  const { fractionLost, cumulativeLost, highestSequence } = statistics.report()
  assert.deepEqual([fractionLost, cumulativeLost, highestSequence], [61, 24, 199])
  assert.equal(statistics.report().fractionLost, 0)
})

test('a steady stream has no jitter, whatever its delay', () => {
  assert.equal(received(range(0, 500), () => 80).jitterMs, 0)
})

test('a delay that alternates by 10 ms converges to 10 ms of jitter', () => {
  const { jitterMs } = received(range(0, 500), (position) => (position % 2) * 10)
  assert.ok(Math.abs(jitterMs - 10) < 0.01, String(jitterMs))
})

test('one late packet of 16 ms adds a sixteenth, twice', () => {
  const { jitterMs } = received(range(0, 3), (position) => (position === 1 ? 16 : 0))
  assert.equal(jitterMs, 1 + (16 - 1) / 16)
})

test('a repeated timestamp and a new time base add no jitter', () => {
  const statistics = new ReceptionStatistics(8000)
  for (const [sequence, timestamp, arrivalMs] of [
    [1, 0, 0],
    [2, 160, 20],
    [3, 160, 40],
    [4, 160, 60],
    [5, 640, 80],
    [6, 4_000_000, 100],
    [7, 4_000_160, 120],
  ] as const) {
    statistics.receive(sequence, timestamp, arrivalMs)
  }
  assert.equal(statistics.jitterMs, 0)
})

test('the timestamp may wrap', () => {
  const statistics = new ReceptionStatistics(8000)
  statistics.receive(1, 0xffffffa0, 0)
  statistics.receive(2, 0x40, 20)
  assert.equal(statistics.jitterMs, 0)
})
