import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seededRandom } from '@klinke/foundation'
import type { KeptEvent } from './event.ts'
import { EventMemory } from './event-memory.ts'

function eventOf(sequence: number, letters = 20): KeptEvent {
  return { topic: 'calls', tenantId: 'a', area: 'live', users: ['ext-1'], text: `${sequence} ${'ü'.repeat(letters)}` }
}

test('the last events come back as they were kept, as many as the limit', () => {
  const memory = new EventMemory(3, 10_000)
  for (let sequence = 1; sequence <= 5; sequence++) memory.keep(sequence, eventOf(sequence))
  assert.equal(memory.oldest, 3)
  assert.deepEqual(memory.from(3), [eventOf(3), eventOf(4), eventOf(5)])
  assert.deepEqual(memory.from(6), [])
})

test('events of all sizes never overwrite one that is still known, and as many are known as there is room for', () => {
  const random = seededRandom(7)
  const memory = new EventMemory(50, 4_000)
  const told = new Map<number, KeptEvent>()
  let fewest = Number.POSITIVE_INFINITY
  for (let sequence = 1; sequence <= 5_000; sequence++) {
    const event = eventOf(sequence, random.uint32() % 200)
    told.set(sequence, event)
    memory.keep(sequence, event)
    const known = memory.from(memory.oldest)
    assert.deepEqual(
      known,
      Array.from({ length: known.length }, (_, index) => told.get(memory.oldest + index)),
    )
    assert.deepEqual(known.at(-1), event)
    if (sequence > 50) fewest = Math.min(fewest, known.length)
  }
  assert.ok(fewest >= 4, `${fewest} known`)
})

test('an event larger than all the room is not kept, nor what came before it', () => {
  const memory = new EventMemory(10, 1_000)
  memory.keep(1, eventOf(1))
  memory.keep(2, eventOf(2, 1_000))
  memory.keep(3, eventOf(3))
  assert.deepEqual([memory.oldest, memory.from(3)], [3, [eventOf(3)]])
})

test('what is forgotten on purpose does not come back', () => {
  const memory = new EventMemory(10, 1_000)
  memory.keep(1, eventOf(1))
  memory.forgetUntil(5)
  assert.deepEqual([memory.oldest, memory.from(5)], [5, []])
  memory.keep(5, eventOf(5))
  assert.deepEqual(memory.from(5), [eventOf(5)])
})
