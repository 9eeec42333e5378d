import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Beat } from './beat.ts'

test('everything beats once in four ticks, a quarter of it in each', () => {
  const beat = new Beat()
  const beats = new Array<number>(8).fill(0)
  const perTick: number[] = []
  for (const number of beats.keys()) {
    beat.add(() => {
      beats[number] = (beats[number] ?? 0) + 1
    })
  }
  for (let tick = 0; tick < 8; tick++) {
    const before = beats.reduce((sum, count) => sum + count, 0)
    beat.tick(0)
    perTick.push(beats.reduce((sum, count) => sum + count, 0) - before)
  }
  assert.deepEqual(perTick, new Array(8).fill(2))
  assert.deepEqual(beats, new Array(8).fill(2))
})

test('what has ended beats no more, and its phase is filled first', () => {
  const beat = new Beat()
  let ended = 0
  const ends = [1, 2, 3, 4].map(() => beat.add(() => void ended++))
  ends[1]?.()
  for (let tick = 0; tick < 4; tick++) beat.tick(0)
  assert.equal(ended, 3)
  let first = 0
  beat.add(() => void first++)
  beat.tick(0)
  assert.equal(first, 0)
  beat.tick(0)
  assert.equal(first, 1)
})
