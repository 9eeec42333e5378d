import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PaperCaller, PaperDialog } from '@klinke/testbed'
import { PINS, Rooms } from './test-support/rooms-world.ts'

const ROOM = 'sip:700@acme.example'

/** 10 talks to 11, whose dialog is given beside its own. */
async function talking(rooms: Rooms): Promise<{ readonly anna: PaperCaller; readonly bea: PaperDialog }> {
  const anna = await rooms.pbx.dial('acme', '10', '11')
  const phone = rooms.pbx.phone()
  phone.answer('answer')
  await rooms.heard()
  return { anna, bea: phone.session }
}

/** What names a dialog of the caller's, as its phone sees it. */
function naming({ session: { callId } }: PaperCaller) {
  return { callId, toTag: 'exchange', fromTag: 'peer', earlyOnly: false, params: [] }
}

const inTheRoom = (rooms: Rooms): readonly string[] | undefined =>
  rooms.running.of('room-1')?.members.map(({ leg, role }) => `${leg.party.number} ${role}`)

for (const [what, others] of [
  ['in which somebody is already', true],
  ['that the one who transfers has opened', false],
] as const) {
  test(`CONF, CALL-02: attended transfer into a room ${what}: the party has the seat without a PIN, with the rights of who transferred it`, async () => {
    const rooms = new Rooms(PINS)
    const carl = others ? [await rooms.call('12', '1111')] : []
    const { anna, bea } = await talking(rooms)
    const beside = await rooms.call('10', '2222')
    const refer = anna.session.sendRefer({ uri: ROOM, replaces: naming(beside) })
    await rooms.heard()
    assert.deepEqual(refer.told, [202, 100, 200])
    assert.deepEqual(inTheRoom(rooms), [...(others ? ['12 participant'] : []), '11 moderator'])
    assert.deepEqual([anna.session.over, beside.session.over, bea.over], [true, true, false])
    assert.equal(Object.keys(rooms.mixed).length, others ? 2 : 0)
    const dora = await rooms.call('13', '1111')
    assert.equal(Object.values(rooms.mixed).filter((heard) => heard).length, others ? 3 : 2, 'it talks to who comes next')
    await rooms.hangUp(...carl, dora)
    bea.hangUp()
    await rooms.heard()
    assert.deepEqual([rooms.pbx.media.opened, inTheRoom(rooms)], [0, undefined])
  })
}

test('CONF, CALL-02: attended transfer by a phone that is still asked for the PIN: the party is asked for it instead', async () => {
  const rooms = new Rooms(PINS)
  const { anna, bea } = await talking(rooms)
  const beside = await rooms.pbx.dial('acme', '10', '700')
  const asking = rooms.pbx.media.sessions.at(-1)
  const refer = anna.session.sendRefer({ uri: ROOM, replaces: naming(beside) })
  await rooms.pbx.clock.advance(0)
  assert.deepEqual([refer.told.at(-1), inTheRoom(rooms)], [200, undefined])
  await rooms.press('1111#', asking, 'joined-1')
  await rooms.heard()
  assert.deepEqual(inTheRoom(rooms), ['11 participant'])
  bea.hangUp()
  await rooms.heard()
  assert.deepEqual([rooms.pbx.media.opened, inTheRoom(rooms)], [0, undefined])
})

for (const others of [true, false]) {
  test(`CONF, CALL-02: blind transfer into ${others ? 'a running' : 'an empty'} room: the party is asked for the PIN, then it is in`, async () => {
    const rooms = new Rooms(PINS)
    const carl = others ? [await rooms.call('12', '1111')] : []
    const { anna, bea } = await talking(rooms)
    const session = rooms.pbx.media.sessions.at(-1)
    const refer = anna.session.sendRefer({ uri: ROOM })
    await rooms.pbx.clock.advance(0)
    assert.equal(refer.told.at(-1), 200)
    await rooms.press('1111#', session, 'called-1')
    await rooms.heard()
    assert.deepEqual(inTheRoom(rooms), [...(others ? ['12 participant'] : []), '11 participant'])
    assert.deepEqual([anna.session.over, bea.over], [true, false])
    const dora = await rooms.call('13', '1111')
    await rooms.hangUp(dora, ...carl)
    assert.deepEqual(inTheRoom(rooms), ['11 participant'], 'and stays when the others have gone')
    bea.hangUp()
    await rooms.heard()
    assert.deepEqual([rooms.pbx.media.opened, inTheRoom(rooms)], [0, undefined])
  })
}

test('CONF, CALL-02: blind transfer to a room that is full gives the party back to who transferred it', async () => {
  const rooms = new Rooms({}, { maxConferenceMembers: 2 })
  const inside = [await rooms.call('12'), await rooms.call('13')]
  const { anna, bea } = await talking(rooms)
  const refer = anna.session.sendRefer({ uri: ROOM })
  // A phone may leave as soon as its transfer is taken on; this one stays.
  await rooms.pbx.clock.advance(1000)
  assert.equal(refer.told.at(-1), 486)
  assert.deepEqual([anna.session.over, bea.over], [false, false])
  await rooms.hangUp(anna, ...inside)
  assert.deepEqual([rooms.pbx.media.opened, bea.over], [0, true])
})
