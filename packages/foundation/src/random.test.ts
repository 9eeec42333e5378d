import assert from 'node:assert/strict'
import { test } from 'node:test'
import { below, seededRandom, token } from './random.ts'

test('the same seed gives the same sequence, another seed another one', () => {
  const draw = (seed: number): number[] => Array.from({ length: 5 }, (_, _i, random = seededRandom(seed)) => random.uint32())
  assert.deepEqual(draw(7), draw(7))
  assert.notEqual(seededRandom(7).uint32(), seededRandom(8).uint32())
})

test('a token has the asked length and only URL-safe characters', () => {
  assert.match(token(seededRandom(1), 23), /^[\w-]{23}$/)
})

test('draws below a bound reach each value and none outside', () => {
  const random = seededRandom(3)
  const seen = new Set(Array.from({ length: 500 }, () => below(random, 6)))
  assert.deepEqual([...seen].sort(), [0, 1, 2, 3, 4, 5])
})
