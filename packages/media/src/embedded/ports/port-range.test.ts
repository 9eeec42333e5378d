import assert from 'node:assert/strict'
import { test } from 'node:test'
import { PortRange } from './port-range.ts'

const rows: readonly (readonly [from: number, to: number, ports: readonly number[]])[] = [
  [4000, 4003, [4000, 4002]],
  [4001, 4005, [4002, 4004]],
  [4000, 4002, [4000]],
  [4001, 4002, []],
]

for (const [from, to, ports] of rows) {
  test(`the range ${from}–${to} holds the pairs at [${ports.join(', ')}]`, () => {
    const range = new PortRange(from, to)
    assert.deepEqual(range.take(10, 0), ports)
    assert.equal(range.hasPorts, false)
  })
}

test('a pair given back is handed out again', () => {
  const range = new PortRange(4000, 4003)
  range.take(2, 0)
  range.giveBack(4002)
  assert.deepEqual(range.take(2, 0), [4002])
})

test('a port of another program is tried again after a minute', () => {
  const range = new PortRange(4000, 4001)
  range.take(1, 0)
  range.foreign(4000, 0)
  assert.deepEqual(range.take(1, 59_999), [])
  assert.deepEqual(range.take(1, 60_000), [4000])
})
