import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seededRandom } from '@klinke/foundation'
import { VirtualClock } from '@klinke/testbed'
import { newCallId } from './call-id.ts'

test('a call id is a UUID version 7 of its time (RFC 9562 §5.7)', () => {
  const clock = new VirtualClock(0x0123_4567_89ab)
  assert.match(newCallId(clock, seededRandom(1)), /^01234567-89ab-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
})

test('ten thousand ids of one millisecond are all different', () => {
  const [clock, random] = [new VirtualClock(), seededRandom(1)]
  assert.equal(new Set(Array.from({ length: 10_000 }, () => newCallId(clock, random))).size, 10_000)
})
