import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ANSWER, callTo, eventsOf, OFFER, World } from '../test-support/world.ts'

test('a call is offered, rings, is answered, acknowledged and hung up by the caller', async () => {
  const world = new World()
  const { alice, bob } = world
  const pending = alice.stack.userAgent.invite(callTo(bob))
  const events = eventsOf(pending)
  const incoming = await world.next(bob.invites)
  assert.equal(incoming.offer, OFFER)
  incoming.progress(180)
  const called = incoming.accept({ sdp: ANSWER })
  const [ringing, answered] = await world.run(events)
  assert.equal(ringing?.kind === 'provisional' && ringing.response.status, 180)
  assert.ok(answered?.kind === 'answered')
  assert.equal(answered.sdp, ANSWER)
  assert.deepEqual(await world.run(called.established), { sdp: undefined })
  void answered.session.bye('Q.850;cause=16')
  const end = await world.run(called.ended)
  assert.equal(end.by === 'remote' && end.reason, 'Q.850;cause=16')
  assert.deepEqual(await world.run(answered.session.ended), { by: 'local' })
  await world.assertQuiet()
})
