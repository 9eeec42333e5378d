import assert from 'node:assert/strict'
import { test } from 'node:test'
import { VirtualClock } from '@klinke/testbed'
import { Lingering } from './lingering.ts'

const LIFETIME_MS = 32_000

test('an entry is kept for its lifetime and forgotten a quarter later', async () => {
  const clock = new VirtualClock()
  const lingering = new Lingering<string>(clock, LIFETIME_MS, 1000)
  // Not at the begin of a generation only: what comes at its end lives as long.
  for (const offsetMs of [0, 1, 3999, 7999]) {
    lingering.add('first', 'x')
    await clock.advance(offsetMs)
    lingering.add('late', 'y')
    await clock.advance(LIFETIME_MS - 1)
    assert.equal(lingering.get('late'), 'y', `added at ${offsetMs} ms`)
    await clock.advance(LIFETIME_MS / 4 + 1)
    assert.equal(lingering.get('late'), undefined)
  }
})

test('without entries there is no timer', async () => {
  const clock = new VirtualClock()
  const lingering = new Lingering<string>(clock, LIFETIME_MS, 1000)
  assert.equal(clock.pending, 0)
  for (let i = 0; i < 100; i++) lingering.add(`key ${i}`, 'x')
  assert.equal(clock.pending, 1)
  assert.equal(lingering.size, 100)
  await clock.advance(2 * LIFETIME_MS)
  assert.equal(lingering.size, 0)
  assert.equal(clock.pending, 0)
})

test('a flood of entries is bounded: the oldest are forgotten first', () => {
  const lingering = new Lingering<number>(new VirtualClock(), LIFETIME_MS, 1000)
  for (let i = 0; i < 100_000; i++) lingering.add(`key ${i}`, i)
  assert.ok(lingering.size <= 1250, `${lingering.size} entries`)
  assert.equal(lingering.get('key 99999'), 99_999)
  assert.equal(lingering.get('key 0'), undefined)
})

test('the same key twice is one entry, with the newer content', () => {
  const lingering = new Lingering<number>(new VirtualClock(), LIFETIME_MS, 1000)
  lingering.add('key', 1)
  lingering.add('key', 2)
  assert.equal(lingering.size, 1)
  assert.equal(lingering.get('key'), 2)
})

test('cleared, it holds nothing and no timer', () => {
  const clock = new VirtualClock()
  const lingering = new Lingering<number>(clock, LIFETIME_MS, 1000)
  lingering.add('key', 1)
  lingering.clear()
  assert.deepEqual([lingering.size, clock.pending, lingering.get('key')], [0, 0, undefined])
})
