import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pairLines } from './line-pairs.ts'

const audio = (line: number) => ({ line, kind: 'audio' })
const video = (line: number) => ({ line, kind: 'video' })

test('lines pair by kind and order, whatever their places', () => {
  assert.deepEqual(pairLines([audio(0), video(1)], [video(0), audio(2)]), [
    [0, 2],
    [1, 0],
  ])
})

test('a line without a counterpart stays alone', () => {
  assert.deepEqual(pairLines([audio(0), audio(1)], [audio(3)]), [[0, 3]])
  assert.deepEqual(pairLines([video(0)], [audio(0)]), [])
})
