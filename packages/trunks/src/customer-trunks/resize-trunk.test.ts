import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sized } from './resize-trunk.ts'

const trunk = (name: string, channels: number) => ({ name, channels })
const A = trunk('A', 30)
const B = trunk('B', 30)
const DONE = trunk('A', 60)

const ROWS = [
  ['the only one of the old size', [A], 0, ['A']],
  ['one of two, and nobody has said which', [A, B], 1, ['A', 'B']],
  ['somebody has resized it before: the other keeps its channels', [DONE, B], 1, ['A']],
  ['none of either size is left to be taken for it', [B], 1, []],
] as const
for (const [why, all, stay, names] of ROWS)
  test(`ORD-02 [T]: another size: ${why}`, () => {
    const found = sized(all, { before: 30, channels: 60, stay })
    assert.deepEqual(
      found.map(({ name }) => name),
      names,
    )
  })
