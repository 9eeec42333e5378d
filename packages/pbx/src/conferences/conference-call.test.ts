import assert from 'node:assert/strict'
import { test } from 'node:test'
import { PINS, Rooms } from './test-support/rooms-world.ts'

test('CONF-02: three who dial the room and know its PIN hear each other; the conference ends with the last of them', async () => {
  const rooms = new Rooms(PINS)
  const anna = await rooms.call('10', '1111')
  assert.deepEqual(rooms.mixed, {})
  assert.equal(rooms.hearsMusic, true, 'the first one hears music')
  const bea = await rooms.call('11', '1111')
  const carl = await rooms.call('12', '2222')
  assert.deepEqual(rooms.mixed, { caller: true, 'joined-1': true, 'joined-2': true })
  assert.deepEqual(
    rooms.mix?.playbacks.map(({ source }) => source),
    [1, 2].map(() => ({ kind: 'signal', signal: 'joined' })),
  )
  await rooms.hangUp(anna)
  assert.deepEqual([bea.session.over, carl.session.over], [false, false])
  assert.deepEqual([rooms.pbx.ended.length, rooms.pbx.ended[0]?.cause], [1, 'hung-up-by-caller'])
  assert.deepEqual(rooms.mix?.playbacks.at(-1)?.source, { kind: 'signal', signal: 'left' })
  await rooms.hangUp(bea)
  assert.equal(rooms.hearsMusic, true, 'the last one hears music again')
  await rooms.hangUp(carl)
  rooms.assertOver(3)
})

test('CONF-02: a member goes on at another device: that one has the seat, the old one is hung up, and nobody hears of it', async () => {
  const rooms = new Rooms()
  const anna = await rooms.call('10')
  const bea = await rooms.call('11')
  const replaced = { kind: 'session', session: anna.session } as const
  const mobile = await rooms.pbx.dial('acme', '10', '700', [], replaced)
  await rooms.heard()
  assert.deepEqual([mobile.final, anna.session.over, bea.session.over], [200, true, false])
  assert.deepEqual(rooms.mixed, { 'joined-1': true, 'joined-2': true })
  assert.equal(rooms.mix?.playbacks.length, 1, 'one tone, when the second came')
  await rooms.hangUp(bea)
  assert.equal(mobile.session.over, false)
  await rooms.hangUp(mobile)
  rooms.assertOver(3)
})

test('CONF-02: after three wrong PINs the caller is told goodbye, and no PIN is in its record', async () => {
  const rooms = new Rooms(PINS)
  const caller = await rooms.pbx.dial('acme', '10', '700')
  for (const wrong of ['9876#', '9875#', '9874#']) {
    assert.equal(caller.session.over, false)
    await rooms.press(wrong, rooms.pbx.media.sessions.at(-1))
    await rooms.heard()
  }
  assert.equal(caller.session.over, true)
  assert.deepEqual(
    rooms.pbx.steps.filter((step) => step.startsWith('conference')),
    ['conference-pin-wrong', 'conference-pin-wrong', 'conference-pin-wrong', 'conference-refused'],
  )
  assert.doesNotMatch(JSON.stringify(rooms.pbx.ended), /987/)
  rooms.assertOver(1)
})

test('CONF-02: who types nothing is asked three times, then goes', async () => {
  const rooms = new Rooms(PINS)
  const caller = await rooms.call('10')
  for (let tried = 0; tried < 3; tried++) {
    await rooms.pbx.clock.advance(10_000)
    await rooms.heard()
  }
  assert.equal(caller.session.over, true)
  rooms.assertOver(1)
})

test('CONF-02: participants hear music until a moderator is there', async () => {
  const rooms = new Rooms({ ...PINS, waitForModerator: true })
  const [anna, bea] = [await rooms.call('10', '1111'), await rooms.call('11', '1111')]
  assert.deepEqual(rooms.mixed, {})
  const carl = await rooms.call('12', '2222')
  assert.deepEqual(rooms.mixed, { caller: true, 'joined-1': true, 'joined-2': true })
  await rooms.hangUp(carl)
  assert.deepEqual(rooms.mixed, { caller: true, 'joined-1': true, 'joined-2': true }, 'the room goes on without its moderator')
  await rooms.hangUp(anna, bea)
  rooms.assertOver(3)
})

test('CONF-02: where the room ends with its moderator all are sent away', async () => {
  const rooms = new Rooms({ ...PINS, whenModeratorLeaves: 'ends' })
  const [anna, bea] = [await rooms.call('10', '1111'), await rooms.call('11', '1111')]
  const carl = await rooms.call('12', '2222')
  await rooms.hangUp(carl)
  assert.deepEqual([anna.session.over, bea.session.over], [true, true])
  rooms.assertOver(3)
})

test('CONF-02: a member mutes itself by key; a moderator mutes all others, locks, removes the last who came, and ends the conference', async () => {
  const rooms = new Rooms(PINS)
  const carl = await rooms.call('12', '2222')
  const [anna, bea] = [await rooms.call('10', '1111'), await rooms.call('11', '1111')]
  const press = async (endpoint: string, keys: string): Promise<void> => {
    await rooms.press(keys, rooms.host, endpoint)
    await rooms.heard()
  }
  await press('joined-1', '*6')
  assert.deepEqual(rooms.mixed, { caller: true, 'joined-1': false, 'joined-2': true })
  await press('joined-1', '*6')
  await press('joined-1', '*5')
  assert.deepEqual(rooms.mixed, { caller: true, 'joined-1': true, 'joined-2': true }, 'a participant mutes nobody else')
  await press('caller', '*5')
  assert.deepEqual(rooms.mixed, { caller: true, 'joined-1': false, 'joined-2': false })
  await press('caller', '**')
  await press('joined-1', '**')
  assert.equal(rooms.pbx.announced.filter((said) => said === 'de/conf-moderator-menu').length, 1, 'a moderator alone hears the keys')
  await press('caller', '*7')
  const late = await rooms.call('13', '1111')
  assert.equal(late.session.over, true)
  await press('caller', '*8')
  assert.deepEqual([anna.session.over, bea.session.over], [false, true])
  await press('caller', '*9')
  assert.deepEqual([anna.session.over, carl.session.over], [true, true])
  rooms.assertOver(4)
})

test('CONF-01: one more than the profile allows is told busy before it is answered', async () => {
  const rooms = new Rooms({}, { maxConferenceMembers: 2 })
  const [anna, bea] = [await rooms.call('10'), await rooms.call('11')]
  const carl = await rooms.call('12')
  assert.deepEqual([anna.final, bea.final, carl.final], [200, 200, 486])
  await rooms.hangUp(anna, bea)
  rooms.assertOver(3)
})

test('the last two leave at once: the conference ends once, and who comes then begins a new one', async () => {
  const rooms = new Rooms()
  const [anna, bea] = [await rooms.call('10'), await rooms.call('11')]
  const first = rooms.running.of('room-1')
  anna.session.hangUp()
  bea.session.hangUp()
  const carl = await rooms.call('12')
  assert.equal(carl.session.over, false)
  const second = rooms.running.of('room-1')
  assert.ok(second !== undefined && second !== first)
  assert.equal(second.members.length, 1)
  await rooms.hangUp(carl)
  rooms.assertOver(3)
})

test('a room that is deleted during a conference takes nobody in any more; its conference goes on to its end', async () => {
  const rooms = new Rooms()
  const [anna, bea] = [await rooms.call('10'), await rooms.call('11')]
  rooms.pbx.change('acme', { conferences: new Map() })
  assert.equal((await rooms.call('12')).final, 404)
  assert.deepEqual(Object.keys(rooms.mixed), ['caller', 'joined-1'])
  await rooms.hangUp(anna, bea)
  rooms.assertOver(3)
})

test('when the media of a conference is lost all members are sent away, and the room is free again', async () => {
  const rooms = new Rooms()
  const [anna, bea] = [await rooms.call('10'), await rooms.call('11')]
  rooms.host?.events.send({ kind: 'lost', endpoint: 'caller' })
  await rooms.heard()
  assert.deepEqual([anna.session.over, bea.session.over], [true, true])
  rooms.assertOver(2)
})

test('a member whose phone sends nothing any more goes alone; the others talk on', async () => {
  const rooms = new Rooms()
  const [anna, bea, carl] = [await rooms.call('10'), await rooms.call('11'), await rooms.call('12')]
  rooms.host?.events.send({ kind: 'inactive', endpoint: 'caller', silentMs: 60_000 })
  await rooms.heard()
  assert.deepEqual([anna.session.over, bea.session.over, carl.session.over], [true, false, false])
  assert.equal(anna.session.byeReason, 'Q.850;cause=102')
  assert.deepEqual(rooms.running.of('room-1')?.members.length, 2)
  await rooms.hangUp(bea, carl)
  rooms.assertOver(3)
})

test('CALL, CONF: the longest call duration counts for the conference from its first member on, whoever came later or is left of it', async () => {
  const rooms = new Rooms({}, { maxCallSeconds: 600 })
  const anna = await rooms.call('10')
  await rooms.pbx.clock.advance(500_000)
  const bea = await rooms.call('11')
  const carl = await rooms.call('12')
  await rooms.hangUp(anna)
  await rooms.pbx.clock.advance(99_000)
  assert.deepEqual([bea.session.over, carl.session.over], [false, false])
  await rooms.pbx.clock.advance(1000)
  await rooms.heard()
  assert.deepEqual([bea.session.over, carl.session.over], [true, true])
  assert.deepEqual(
    rooms.pbx.ended.slice(-2).map(({ cause }) => cause),
    ['duration-limit', 'duration-limit'],
  )
  rooms.assertOver(3)
})
