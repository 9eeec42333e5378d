import assert from 'node:assert/strict'
import { test } from 'node:test'
import { PINS, Rooms } from './test-support/rooms-world.ts'

/** Moderator 10 and participant 12 talk; 10 has asked for a private word with 11, whose phone rings. */
async function asking() {
  const rooms = new Rooms(PINS)
  const anna = await rooms.call('10', '2222')
  const carla = await rooms.call('12', '1111')
  await rooms.press('*011#')
  await rooms.heard()
  return { rooms, anna, carla, phone: rooms.pbx.phone() }
}

async function talkingAside() {
  const world = await asking()
  world.phone.answer('answer')
  await world.rooms.heard()
  return world
}

const inTheRoom = (rooms: Rooms): readonly string[] => rooms.running.of('room-1')?.members.map(({ leg }) => leg.party.number) ?? []
const lastOf = (rooms: Rooms, what: RegExp): string | undefined => rooms.host?.log.findLast((line) => what.test(line))

test('CONF-02: while it rings the moderator still sits with the others; a private word is between two, and who remains alone hears music', async () => {
  const { rooms, phone } = await asking()
  assert.deepEqual(Object.values(rooms.mixed), [true, true])
  phone.answer('answer')
  await rooms.heard()
  assert.match(lastOf(rooms, /^connect/) ?? '', /^connect caller joined-\d+$/)
  assert.deepEqual([inTheRoom(rooms), Object.keys(rooms.mixed).includes('caller'), rooms.hearsMusic], [['10', '12'], false, true])
})

test('CONF-02: after a private word *0 brings both in', async () => {
  const { rooms, anna, carla, phone } = await talkingAside()
  await rooms.press('*0')
  await rooms.heard()
  assert.deepEqual(inTheRoom(rooms), ['10', '12', '11'])
  assert.deepEqual(Object.values(rooms.mixed), [true, true, true])
  phone.session.hangUp()
  await rooms.hangUp(anna, carla)
  rooms.assertOver(3)
})

test('CONF-02: after a private word *8 drops the other one, and the moderator is back', async () => {
  const { rooms, anna, carla, phone } = await talkingAside()
  await rooms.press('*8')
  await rooms.heard()
  assert.deepEqual([phone.session.over, inTheRoom(rooms), Object.values(rooms.mixed)], [true, ['10', '12'], [true, true]])
  await rooms.hangUp(anna, carla)
  rooms.assertOver(3)
})

test('CONF-02: who is asked for a private word hangs up: the moderator is back', async () => {
  const { rooms, phone } = await talkingAside()
  phone.session.hangUp()
  await rooms.heard()
  assert.deepEqual(
    [inTheRoom(rooms), Object.values(rooms.mixed)],
    [
      ['10', '12'],
      [true, true],
    ],
  )
})

test('CONF-02: a moderator who hangs up during a private word takes the other one along', async () => {
  const { rooms, anna, carla, phone } = await talkingAside()
  await rooms.hangUp(anna)
  assert.deepEqual([phone.session.over, inTheRoom(rooms)], [true, ['12']])
  await rooms.hangUp(carla)
  rooms.assertOver(3)
})

test('CONF-02: a private word that nobody answers: the moderator hears so; *8 gives up before', async () => {
  const { rooms, phone } = await asking()
  phone.refuse(486)
  await rooms.heard()
  assert.ok(rooms.pbx.announced.includes('de/not-possible'))
  assert.deepEqual(Object.values(rooms.mixed), [true, true])
  const other = await asking()
  await other.rooms.press('*8')
  await other.rooms.heard()
  assert.equal(other.rooms.pbx.ended.length, 1)
  assert.deepEqual(Object.values(other.rooms.mixed), [true, true])
})

test('CONF-02: a participant has no private word', async () => {
  const rooms = new Rooms(PINS)
  await rooms.call('10', '1111')
  const before = rooms.pbx.phones.length
  await rooms.press('*011#')
  await rooms.heard()
  assert.equal(rooms.pbx.phones.length, before)
})
