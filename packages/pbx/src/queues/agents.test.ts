import assert from 'node:assert/strict'
import { test } from 'node:test'
import { internalNumbersOf } from '../internal-numbers/store.ts'
import type { QueueSettings } from './rules.ts'
import { agent, answer, connected, DEFAULTS, EXTENSIONS, heard, QUEUE, queuesOf, rung, setUp } from './test-support/queue-world.ts'

const NAMES: readonly (readonly [what: string, own: Partial<QueueSettings>, queueNames: Record<string, string>, name: string])[] = [
  ['as the machine has spoken it', {}, { Service: 'service.wav' }, 'service+'],
  ['as the tenant has recorded it', { nameAnnouncement: { kind: 'announcement', targetId: QUEUE } }, { Service: 'service.wav' }, 'own+'],
  ['not at all where there is neither', {}, {}, ''],
]
for (const [what, own, queueNames, name] of NAMES) {
  test(`ACD-02: the agent hears the name of the queue ${what}, and the waiting time, while the caller hears music`, async () => {
    const pbx = setUp({ announceToAgent: true, ...own }, [agent('11')], { queueNames })
    const sounds = new Map([['de', 'own.wav'] as const])
    const announcements = { byId: new Map([[QUEUE, { id: QUEUE, name: 'Name', sounds }]]), recordingPinHash: undefined }
    pbx.change('acme', { announcements, queues: queuesOf({ announceToAgent: true, ...own }, []) })
    await pbx.dial('acme', '10', '60')
    await pbx.clock.advance(62_000)
    pbx.change('acme', { announcements, queues: queuesOf({ announceToAgent: true, ...own }, [agent('11')]) })
    await pbx.clock.advance(1000)
    await answer(pbx)
    const [session] = pbx.media.sessions
    assert.equal(heard(session, 'called-1'), `agent-call-from-queue+${name}agent-caller-waited+number-eine+minute`)
    assert.deepEqual([heard(session), connected(session)], ['hold-music', false])
    await pbx.hearOut()
    assert.ok(connected(session))
  })
}

test('ACD-02: an agent who answers while the caller hears its place: the caller hears music until they talk', async () => {
  const announcements = { ...DEFAULTS.announcements, position: { firstSeconds: 10, everySeconds: 30 } }
  const pbx = setUp({ announcements, announceToAgent: true }, [agent('11')])
  await pbx.dial('acme', '10', '60')
  await pbx.clock.advance(10_500)
  await answer(pbx)
  const [session] = pbx.media.sessions
  assert.deepEqual([heard(session), connected(session)], ['hold-music position-next hold-music', false])
  await pbx.clock.advance(60_000)
  assert.equal(heard(session), 'hold-music position-next hold-music')
})

const OTHER = '018f0000-0000-7000-8000-000000000002'
test('ACD-02: an agent who talks for a queue, or wraps that up, is busy for the others', async () => {
  const pbx = setUp({ wrapUpSeconds: 30 }, [agent('11')])
  const other = { id: OTHER, name: 'Sales', number: '61', settings: DEFAULTS, members: [agent('11'), agent('12')] }
  pbx.change('acme', {
    queues: new Map([...queuesOf({ wrapUpSeconds: 30 }, [agent('11')]), [OTHER, other]]),
    internalNumbers: internalNumbersOf([
      ...[...EXTENSIONS].map((number) => ({ kind: 'extension', id: `acme-${number}`, name: number, number }) as const),
      { kind: 'queue', id: QUEUE, name: 'Service', number: '60' },
      { kind: 'queue', id: OTHER, name: 'Sales', number: '61' },
    ]),
  })
  const first = await pbx.dial('acme', '10', '60')
  await answer(pbx)
  await pbx.dial('acme', '13', '61')
  assert.equal(rung(pbx), '11 12')
  await answer(pbx)
  await pbx.dial('acme', '20', '61')
  first.session.hangUp()
  await pbx.clock.advance(29_000)
  assert.equal(rung(pbx), '11 12')
  await pbx.clock.advance(2_000)
  assert.equal(rung(pbx), '11 12 11')
})
