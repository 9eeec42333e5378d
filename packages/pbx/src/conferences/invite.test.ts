import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Conference } from './conference.ts'
import { joinRoom } from './conference-call.ts'
import { type ComesIn, invite } from './invite.ts'
import type { ConferenceRole } from './rules.ts'
import { PINS, Rooms } from './test-support/rooms-world.ts'

const OUTSIDE = { kind: 'external', number: '+49301234567' } as const

const comesIn =
  ({ running }: Rooms, { room, context }: Conference, role: ConferenceRole): ComesIn =>
  (call) =>
    joinRoom(call, room, role, running, context)

/** 10 is in the room; somebody outside has been called and has answered. */
async function calledOutside() {
  const rooms = new Rooms()
  const anna = await rooms.call('10')
  const conference = rooms.running.of('room-1')
  assert.ok(conference)
  invite(conference, OUTSIDE, comesIn(rooms, conference, 'participant'))
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
  assert.partialDeepStrictEqual(rooms.pbx.started[1], { direction: 'outbound', called: { number: OUTSIDE.number } })
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
    const { started, ended } = rooms.pbx
    assert.partialDeepStrictEqual(started[1], { direction: 'outbound', called: { number: OUTSIDE.number } })
    const record = ended.find(({ id }) => id === started[1]?.id)
    assert.equal(record?.cause, 'hung-up-by-caller', 'it was answered')
    assert.ok(record.route.some(({ step, detail }) => step === 'outbound-leg' && detail.startsWith('led by conference ')))
    assert.equal(rooms.pbx.answered.filter(({ id }) => id === started[1]?.id).length, 1, 'the carrier charges for a mailbox, too')
  })
}

test('CONF-02: a colleague who is invited is in when its phone is answered', async () => {
  const rooms = new Rooms()
  const anna = await rooms.call('10')
  const conference = rooms.running.of('room-1')
  assert.ok(conference)
  invite(conference, { kind: 'extension', targetId: 'acme-11' }, comesIn(rooms, conference, 'moderator'))
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

const dialled: readonly (readonly [what: string, pin: string, keys: string, called: string | undefined])[] = [
  ['a colleague', '2222', '*311#', ':11@'],
  ['a colleague, without the last key', '2222', '*311', ':11@'],
  ['a number outside', '2222', '*30301234567#', '+49301234567'],
  ['an emergency number', '2222', '*3110#', undefined],
  ['the room itself', '2222', '*3700#', undefined],
  ['nobody', '2222', '*399#', undefined],
  ['nothing', '2222', '*3#', undefined],
  ['a colleague, as a participant', '1111', '*311#', undefined],
]
for (const [what, pin, keys, called] of dialled) {
  test(`CONF-02: by *3 somebody in the room dials ${what}: ${called === undefined ? 'nobody is called' : 'it rings there'}`, async () => {
    const rooms = new Rooms(PINS)
    const anna = await rooms.call('10', pin)
    const before = rooms.pbx.phones.length
    await rooms.press(keys)
    await rooms.heard()
    await rooms.pbx.clock.advance(5000)
    await rooms.heard()
    assert.equal(rooms.pbx.phones.length - before, called === undefined ? 0 : 1)
    if (called !== undefined) assert.ok(rooms.pbx.phone().invite.to.includes(called), rooms.pbx.phone().invite.to)
    assert.equal(rooms.pbx.beside.at(-1)?.extension?.number, called?.startsWith('+') ? '10' : undefined)
    const told = called === undefined ? 'de/not-possible' : 'de/done'
    assert.ok(rooms.pbx.announced.includes(told))
    await rooms.hangUp(anna)
    await rooms.pbx.clock.advance(60_000)
    assert.equal(rooms.pbx.media.opened, 0)
  })
}

test('CONF-02: who is dialled into the room by *3 and answers is in as a participant, and the moderator sends it back by *8', async () => {
  const rooms = new Rooms(PINS)
  const anna = await rooms.call('10', '2222')
  await rooms.press('*311#')
  await rooms.heard()
  const phone = rooms.pbx.phone()
  phone.answer('answer')
  await rooms.heard()
  assert.deepEqual(
    rooms.running.of('room-1')?.members.map(({ leg, role }) => `${leg.party.number} ${role}`),
    ['10 moderator', '11 participant'],
  )
  await rooms.press('*8')
  await rooms.heard()
  assert.deepEqual([phone.session.over, anna.session.over], [true, false])
  await rooms.hangUp(anna)
  rooms.assertOver(2)
})

test('CONF-02: a moderator from elsewhere dials extensions into the room by *3, and never a number outside', async () => {
  const rooms = new Rooms(PINS)
  const caller = await rooms.pbx.dial('bolt', '50', '+4922170')
  await rooms.press('2222#', rooms.pbx.media.sessions.at(-1))
  await rooms.heard()
  assert.equal(rooms.running.of('room-1')?.members[0]?.role, 'moderator')
  await rooms.press('*30301234567#')
  await rooms.heard()
  assert.deepEqual([rooms.pbx.phones.length, rooms.pbx.announced.includes('de/not-possible')], [0, true])
  await rooms.press('*311#')
  await rooms.heard()
  assert.ok(rooms.pbx.phone().invite.to.includes(':11@'))
  await rooms.hangUp(caller)
})
