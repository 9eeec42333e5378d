import assert from 'node:assert/strict'
import { test } from 'node:test'
import { VirtualClock } from '@klinke/testbed'
import { LOCK_MINUTES, MAX_WRONG_PINS } from '../pins/pin-lock.ts'
import { MAX_WRONG_IN_ROOM, RoomPinLock } from './room-pin-lock.ts'

const [MANY, LOCK_MS] = [MAX_WRONG_IN_ROOM, LOCK_MINUTES * 60_000]
const [ANNA, BEA] = ['+4930111', '+4930222']
const others = (count: number): readonly string[] => Array.from({ length: count }, (_, index) => `+4940${index}`)
const times = (count: number, caller: string): readonly string[] => Array.from({ length: count }, () => caller)

const rows: readonly (readonly [what: string, wrong: readonly string[], waitMs: number, locked: readonly [anna: boolean, bea: boolean]])[] =
  [
    ['four wrong PINs', times(MAX_WRONG_PINS - 1, ANNA), 0, [false, false]],
    ['five lock their caller alone', times(MAX_WRONG_PINS, ANNA), 0, [true, false]],
    ['five, and a time in which nobody tries', times(MAX_WRONG_PINS, ANNA), LOCK_MS, [false, false]],
    ['one each by many who call the room', others(MANY - 1), 0, [false, false]],
    ['one more of these locks the room', others(MANY), 0, [true, true]],
    ['these, and a time in which nobody tries', others(MANY), LOCK_MS, [false, false]],
  ]
for (const [what, wrong, waitMs, locked] of rows) {
  test(`PINs of a room: ${what}`, async () => {
    const clock = new VirtualClock()
    const lock = new RoomPinLock(clock)
    for (const caller of wrong) lock.wrong('room', caller)
    await clock.advance(waitMs)
    assert.deepEqual([lock.isLocked('room', ANNA), lock.isLocked('room', BEA)], locked)
    assert.equal(lock.isLocked('another room', ANNA), false)
  })
}

test('what a wrong PIN locks is told once: first the caller, then the room', () => {
  const lock = new RoomPinLock(new VirtualClock())
  const told = [...times(MAX_WRONG_PINS, ANNA), ...others(MANY - MAX_WRONG_PINS)].map((caller) => lock.wrong('room', caller))
  assert.deepEqual([told[MAX_WRONG_PINS - 1], told.at(-1), told.filter((each) => each !== undefined).length], ['caller', 'room', 2])
})

test('a right PIN makes up for the wrong ones of its caller, and not for those of others', () => {
  const lock = new RoomPinLock(new VirtualClock())
  for (const caller of [...times(MAX_WRONG_PINS - 1, ANNA), ...others(MANY - MAX_WRONG_PINS)]) lock.wrong('room', caller)
  lock.right('room', ANNA)
  assert.equal(lock.wrong('room', ANNA), 'room')
  assert.deepEqual(lock.lockedFor('room'), { roomMs: LOCK_MS, callersMs: new Map() })
  lock.forgive('room')
  assert.equal(lock.isLocked('room', ANNA), false)
})
