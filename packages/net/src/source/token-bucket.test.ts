import assert from 'node:assert/strict'
import { test } from 'node:test'
import { TokenBucket } from './token-bucket.ts'

const passing = (bucket: TokenBucket, tries: number, nowMs: number): number =>
  Array.from({ length: tries }, () => bucket.take(nowMs)).filter(Boolean).length

test('a burst passes at once, then as many as flow in, never more than the burst after a pause', () => {
  const bucket = new TokenBucket(100, 20, 0)
  assert.equal(passing(bucket, 50, 0), 20)
  assert.equal(passing(bucket, 50, 50), 5)
  assert.equal(passing(bucket, 50, 60_000), 20)
})

test('spending more than there is tells how long the debt lasts', () => {
  const bucket = new TokenBucket(100, 20, 0)
  assert.equal(bucket.spend(20, 0), 0)
  assert.equal(bucket.spend(10, 0), 100)
  assert.equal(bucket.take(50), false)
  assert.equal(bucket.take(111), true)
})
