import assert from 'node:assert/strict'
import { test } from 'node:test'
import { queueSettings } from '../queues/rules.ts'
import { RecordingWorld, RULE } from './test-support/recording-world.ts'

const QUEUE = '018f0000-0000-7000-8000-000000000001'
const NUMBER = '+4922155560'

function setUp(): RecordingWorld {
  const settings = { ...queueSettings.parse({}), greeting: false, announceToAgent: false }
  const members = [{ extensionId: 'acme-11', signedIn: true, paused: false }]
  const queues = new Map([[QUEUE, { id: QUEUE, name: 'Service', number: '60', settings, members }]])
  const targets = [{ kind: 'queue', id: QUEUE, name: 'Service', number: '60' }]
  const numbers = { [NUMBER]: { kind: 'queue', targetId: QUEUE } as const }
  const rule = { ...RULE, subject: { kind: 'queue', targetId: QUEUE } as const }
  return new RecordingWorld({ consent: 'ask' }, [rule], { queues }, { targets, numbers })
}

for (const [key, answer, recorded] of [
  ['1', 'agrees', 1],
  ['2', 'declines', 0],
] as const) {
  test(`LAW-06: the caller of a recorded queue is asked before it waits, and ${answer} once`, async () => {
    const world = setUp()
    const caller = await world.pbx.dial('bolt', '20', NUMBER)
    assert.deepEqual([caller.final, world.told('caller'), world.pbx.phones.length], [200, 'de/recording-consent', 0])
    await world.press('caller', key)
    assert.deepEqual([world.told('caller'), world.pbx.phones.length], ['audio/hold-music', 1])
    world.pbx.phone().answer('answer')
    await world.settle()
    assert.equal(world.told('called-1'), recorded === 1 ? 'de/recording-notice' : '')
    await world.pbx.hearOut()
    assert.deepEqual([world.recordings.length, world.connected, caller.session.over], [recorded, true, false])
    assert.deepEqual(
      world.archive.begun.flatMap(({ consents }) => consents.map(({ how }) => how)),
      recorded === 1 ? ['agreed', 'told'] : [],
    )
  })
}

test('LAW-06: an extension that calls the queue is not asked, and told when it talks', async () => {
  const world = setUp()
  await world.pbx.dial('acme', '10', '60')
  assert.equal(world.told('caller'), 'audio/hold-music')
  world.pbx.phone().answer('answer')
  await world.settle()
  assert.equal(world.told('caller'), 'de/recording-notice')
})
