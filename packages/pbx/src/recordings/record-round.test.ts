import assert from 'node:assert/strict'
import { test } from 'node:test'
import { RecordingWorld } from './test-support/recording-world.ts'

test('three parties of a recorded call are recorded as one room, by those who have been told; the two who are left as a pair again', async () => {
  const world = new RecordingWorld({ onDemand: true, consent: 'announce' })
  const { caller } = await world.talk()
  await world.press('caller', '*1')
  await world.pbx.hearOut()
  await world.press('caller', '*2')
  assert.equal(world.recordings[0]?.paused, true, 'the first pair does not talk now')
  await world.press('caller', '12#')
  world.pbx.phone().answer('answer of 12')
  await world.settle()
  assert.equal(world.told('called-2'), 'de/recording-notice')
  await world.pbx.hearOut()
  await world.press('caller', '*5')
  const [room] = world.session.rooms
  assert.equal(room?.recordings.length, 1)
  assert.deepEqual(
    world.archive.begun.at(-1)?.consents.map(({ number, how }) => `${number} ${how}`),
    ['10 told', '11 told', '12 told'],
  )
  caller.session.hangUp()
  await world.settle()
  assert.equal(world.archive.kept.find(({ parties }) => parties.length === 3)?.because, 'call-ended')
  assert.deepEqual(world.recordings.at(-1)?.endpoints.toSorted(), ['called-1', 'called-2'])
})
