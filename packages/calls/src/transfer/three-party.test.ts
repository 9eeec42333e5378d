import assert from 'node:assert/strict'
import { test } from 'node:test'
import { phoneSdp } from '@klinke/testbed'
import { TransferWorld } from './test-support/transfer-world.ts'

test('the other two of three do not hear the music of one who holds, and hear it again when it is back', async () => {
  const world = await TransferWorld.talking({ profile: { inCallCodes: { transfer: '*2', conference: '*5' } } })
  const [media] = world.exchange.media.sessions
  const press = async (keys: string): Promise<void> => {
    for (const digit of keys) {
      media?.events.send({ kind: 'dtmf', endpoint: 'caller', digit, durationMs: 100, by: 'telephone-event' })
      await world.exchange.clock.advance(100)
    }
  }
  await press('*212#')
  world.phone('12').answer('answer of 12')
  await world.settle()
  await press('*5')
  const [room] = media?.rooms ?? []
  assert.equal(room?.members.size, 3)
  for (const [direction, muted] of [
    ['sendonly', true],
    ['sendrecv', false],
  ] as const) {
    media?.directions.set('called-1', direction)
    assert.equal((await world.session('11').sendOffer(phoneSdp('192.0.2.11', 2, direction))).status, 200)
    await world.settle()
    assert.deepEqual(room?.members.get('called-1'), { muted })
    assert.notEqual(room?.members.get('caller')?.muted, true)
  }
  world.caller.session.hangUp()
  world.session('11').hangUp()
  world.session('12').hangUp()
  await world.settle()
  world.assertAllOver()
})
