import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CallDestination } from '../destinations/destination.ts'
import { LedNumbers } from './led-numbers.ts'

const TRUNK: CallDestination = { kind: 'trunk', targetId: 't' }
const OWN: CallDestination = { kind: 'operator' }
const led = new LedNumbers(
  new Map([
    ['+492217777123', OWN],
    ['+4922155555', OWN],
  ]),
  new Map([['+492217777000', { size: 1000, destination: TRUNK }]]),
)

test('numbers of a block lead where it does, unless they have a destination of their own', () => {
  const leads = ['+492217777000', '+492217777999', '+492217777123', '+4922155555', '+492217778000', '+49221777700'].map((e164) =>
    led.get(e164),
  )
  assert.deepEqual(leads, [TRUNK, TRUNK, OWN, OWN, undefined, undefined])
  assert.deepEqual([led.has('+492217777001'), led.has('+492217778000')], [true, false])
})

test('all that lead somewhere are counted and listed once', () => {
  assert.equal(led.size, 1001)
  const listed = [...led]
  assert.equal(new Set(listed.map(([e164]) => e164)).size, 1001)
  assert.deepEqual([[...led.keys()].length, [...led.values()].filter((each) => each === OWN).length], [1001, 2])
  let seen = 0
  led.forEach(() => {
    seen++
  })
  assert.equal(seen, 1001)
})
