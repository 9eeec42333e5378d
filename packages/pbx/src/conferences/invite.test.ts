import assert from 'node:assert/strict'
import { test } from 'node:test'
import { invite } from './invite.ts'
import { Rooms } from './test-support/rooms-world.ts'

const OUTSIDE = { kind: 'external', number: '+49301234567' } as const

/** 10 is in the room; somebody outside has been called and has answered. */
async function calledOutside() {
  const rooms = new Rooms()
  const anna = await rooms.call('10')
  const conference = rooms.running.of('room-1')
  assert.ok(conference)
  invite(conference, OUTSIDE, 'participant', rooms.running)
  await rooms.pbx.clock.advance(0)
  const phone = rooms.pbx.phone()
  phone.answer('answer')
  await rooms.pbx.clock.advance(0)
  return { rooms, anna, conference, phone, session: rooms.pbx.media.sessions.at(-1) }
}

test('CONF-02: somebody outside who is invited is asked, and is in when it presses 1', async () => {
  const { rooms, anna, conference, phone, session } = await calledOutside()
  assert.ok(rooms.pbx.announced.includes('de/conf-invited'))
  assert.equal(conference.members.length, 1)
  await rooms.press('1', session, 'called-1')
  await rooms.heard()
  assert.deepEqual(
    conference.members.map(({ leg }) => leg.party.number),
    ['10', OUTSIDE.number],
  )
  assert.equal(Object.keys(rooms.mixed).length, 2)
  phone.session.hangUp()
  await rooms.hangUp(anna)
  rooms.assertOver(2)
})

for (const [what, keys] of [
  ['a mailbox, which presses nothing', ''],
  ['whoever presses another key', '2'],
] as const) {
  test(`CONF-02: ${what} never gets into the conference`, async () => {
    const { rooms, anna, conference, phone, session } = await calledOutside()
    if (keys !== '') await rooms.press(keys, session, 'called-1')
    await rooms.heard()
    await rooms.pbx.clock.advance(15_000)
    assert.deepEqual([phone.session.over, conference.members.length, rooms.mixed], [true, 1, {}])
    await rooms.hangUp(anna)
    rooms.assertOver(2)
  })
}

test('CONF-02: a colleague who is invited is in when its phone is answered', async () => {
  const rooms = new Rooms()
  const anna = await rooms.call('10')
  const conference = rooms.running.of('room-1')
  assert.ok(conference)
  invite(conference, { kind: 'extension', targetId: 'acme-11' }, 'moderator', rooms.running)
  await rooms.pbx.clock.advance(0)
  const phone = rooms.pbx.phone()
  phone.answer('answer')
  await rooms.heard()
  assert.deepEqual(
    conference.members.map(({ leg, role }) => `${leg.party.number} ${role}`),
    ['10 participant', '11 moderator'],
  )
  phone.session.hangUp()
  await rooms.hangUp(anna)
  rooms.assertOver(2)
})
