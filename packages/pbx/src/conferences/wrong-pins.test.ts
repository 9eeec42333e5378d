import assert from 'node:assert/strict'
import { test } from 'node:test'
import { LOCK_MINUTES, MAX_WRONG_PINS } from '../pins/pin-lock.ts'
import { PINS, Rooms } from './test-support/rooms-world.ts'

/** Calls and types so many wrong PINs. */
async function guess(rooms: Rooms, from: string, wrong: number) {
  const caller = await rooms.pbx.dial('acme', from, '700')
  for (let tried = 0; tried < wrong; tried++) {
    await rooms.press('9999#', rooms.pbx.media.sessions.at(-1))
    await rooms.heard()
  }
  return caller
}

test('CONF-02: five wrong PINs over two calls lock the caller out: it is told so, and refused before the answer when it calls again', async () => {
  const rooms = new Rooms(PINS)
  await guess(rooms, '10', 3)
  const second = await guess(rooms, '10', MAX_WRONG_PINS - 3)
  assert.equal(second.session.over, true, 'sent away at the fifth')
  assert.ok(rooms.pbx.announced.includes('de/pin-locked'))
  const third = await rooms.call('10')
  assert.deepEqual([third.final, rooms.pbx.announced.at(-1)], [403, 'de/pin-locked'])
  assert.deepEqual(rooms.pbx.steps.slice(-2), ['conference-refused', 'announced'])
  rooms.assertOver(3)
})

test('CONF-02: a caller who is locked out keeps nobody else out, and may try again after a time', async () => {
  const rooms = new Rooms(PINS)
  await guess(rooms, '10', 3)
  await guess(rooms, '10', 2)
  const bea = await rooms.call('11', '1111')
  assert.equal(rooms.running.of('room-1')?.members.length, 1)
  await rooms.pbx.clock.advance(LOCK_MINUTES * 60_000)
  const anna = await rooms.call('10', '1111')
  assert.deepEqual(
    rooms.running.of('room-1')?.members.map(({ leg }) => leg.party.number),
    ['11', '10'],
  )
  await rooms.hangUp(anna, bea)
  rooms.assertOver(4)
})

test('CONF-02: the right PIN helps nobody who is locked out meanwhile by another call of the same number', async () => {
  const rooms = new Rooms(PINS)
  const waiting = await rooms.pbx.dial('acme', '10', '700')
  const session = rooms.pbx.media.sessions.at(-1)
  await guess(rooms, '10', 3)
  await guess(rooms, '10', 2)
  await rooms.press('1111#', session)
  await rooms.heard()
  assert.deepEqual([waiting.session.over, rooms.running.of('room-1')], [true, undefined])
  rooms.assertOver(3)
})

test('CONF-02: who types nothing does not guess, and is locked out by no number of calls', async () => {
  const rooms = new Rooms(PINS)
  for (let calls = 0; calls < 3; calls++) {
    await rooms.call('10')
    for (let tried = 0; tried < 3; tried++) {
      await rooms.pbx.clock.advance(10_000)
      await rooms.heard()
    }
  }
  const anna = await rooms.call('10', '1111')
  assert.equal(anna.final, 200)
  assert.equal(rooms.running.of('room-1')?.members.length, 1)
  await rooms.hangUp(anna)
  rooms.assertOver(4)
})
