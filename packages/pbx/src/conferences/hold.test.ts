import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type PaperCaller, phoneSdp } from '@klinke/testbed'
import { Rooms } from './test-support/rooms-world.ts'

type Direction = Parameters<typeof phoneSdp>[2]

/** A member's phone asks for that, which the engine has taken in when it has answered. */
async function asks(rooms: Rooms, who: PaperCaller, endpoint: string, direction: Direction): Promise<void> {
  const answered = who.session.sendOffer(phoneSdp('192.0.2.10', 2, direction))
  rooms.host?.directions.set(endpoint, direction ?? 'sendrecv')
  assert.equal((await answered).status, 200)
  await rooms.heard()
}

for (const direction of ['sendonly', 'inactive'] as const) {
  test(`CONF-02: a member who holds with ${direction} is not heard, not even before its phone is answered, and is heard again when it comes back`, async () => {
    const rooms = new Rooms()
    const [anna, bea, carl] = [await rooms.call('10'), await rooms.call('11'), await rooms.call('12')]
    const log = rooms.host?.log ?? []
    log.length = 0
    await asks(rooms, bea, 'joined-1', direction)
    assert.deepEqual(rooms.mixed, { caller: true, 'joined-1': false, 'joined-2': true })
    assert.deepEqual(log.slice(0, 2), ['change joined-1', 'answer-here joined-1'])
    await asks(rooms, bea, 'joined-1', 'sendrecv')
    assert.deepEqual(rooms.mixed, { caller: true, 'joined-1': true, 'joined-2': true })
    await rooms.hangUp(anna, bea, carl)
    rooms.assertOver(3)
  })
}

test('a member who is muted and comes back from hold is still muted', async () => {
  const rooms = new Rooms()
  const [anna, bea, carl] = [await rooms.call('10'), await rooms.call('11'), await rooms.call('12')]
  await rooms.press('*6', rooms.host, 'joined-1')
  await rooms.heard()
  await asks(rooms, bea, 'joined-1', 'sendonly')
  await asks(rooms, bea, 'joined-1', 'sendrecv')
  assert.deepEqual(rooms.mixed, { caller: true, 'joined-1': false, 'joined-2': true })
  await rooms.hangUp(anna, bea, carl)
})

test('while one of two holds the other hears music, and both hear each other again afterwards', async () => {
  const rooms = new Rooms()
  const [anna, bea] = [await rooms.call('10'), await rooms.call('11')]
  await asks(rooms, bea, 'joined-1', 'sendonly')
  const heard = rooms.host?.playbacks.findLast(({ endpoint }) => endpoint === 'caller')?.source
  assert.ok(heard?.kind === 'files' && heard.repeat === 'forever')
  await asks(rooms, bea, 'joined-1', 'sendrecv')
  assert.equal(rooms.host?.log.filter((line) => line === 'join joined-1').length, 2)
  assert.deepEqual(rooms.mixed, { caller: true, 'joined-1': true })
  await rooms.hangUp(anna, bea)
  rooms.assertOver(2)
})

test('a member who goes while it holds leaves nothing behind', async () => {
  const rooms = new Rooms()
  const [anna, bea] = [await rooms.call('10'), await rooms.call('11')]
  await asks(rooms, bea, 'joined-1', 'inactive')
  await rooms.hangUp(bea, anna)
  rooms.assertOver(2)
})
