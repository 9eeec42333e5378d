import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pointsOf } from './curve.ts'

const ROWS = [
  ['fills the box', [0, 5, 10], '0.0,50.0 50.0,25.0 100.0,0.0'],
  ['lies at the bottom while nothing happens', [0, 0], '0.0,50.0 100.0,50.0'],
  ['does not blow up less than one', [0, 0.5], '0.0,50.0 100.0,25.0'],
  ['is one point with one value', [1], '0.0,0.0'],
] as const
for (const [what, values, points] of ROWS) test(`a curve ${what}`, () => assert.equal(pointsOf(values, 100, 50), points))
