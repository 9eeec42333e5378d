import assert from 'node:assert/strict'
import { test } from 'node:test'
import { TestPbx } from '../test-support/test-pbx.ts'
import { queueSettings } from './rules.ts'

const QUEUE = '018f0000-0000-7000-8000-000000000001'

/** One agent, 11, who talks to 20; 10 has asked to be called back; 13 waits behind it. */
async function setUp() {
  const settings = { ...queueSettings.parse({ callback: { key: '5' }, retrySeconds: 5 }), greeting: false, announceToAgent: false }
  const members = [{ extensionId: 'acme-11', signedIn: true, paused: false }]
  const pbx = new TestPbx([
    {
      ...{ id: 'acme', extensions: ['10', '11', '13', '20'], numbers: {} },
      targets: [{ kind: 'queue', id: QUEUE, name: 'Service', number: '60' }],
      parts: { queues: new Map([[QUEUE, { id: QUEUE, name: 'Service', number: '60', settings, members }]]) },
    },
  ])
  const talking = await pbx.dial('acme', '20', '60')
  pbx.phone().answer('answer')
  await pbx.clock.advance(0)
  const asking = await pbx.dial('acme', '10', '60')
  await pbx.dial('acme', '13', '60')
  const session = pbx.media.sessions[1]
  session?.events.send({ kind: 'dtmf', endpoint: 'caller', digit: '5', durationMs: 100, by: 'telephone-event' })
  await pbx.clock.advance(0)
  session?.playbacks.at(-1)?.end('finished')
  await pbx.clock.advance(0)
  return { pbx, talking, asking }
}

const rung = (pbx: TestPbx): string => pbx.phones.map(({ invite }) => /^sip:([^@]+)@/.exec(invite.uri)?.[1]).join(' ')

test('ACD-02: one who asks to be called back is hung up on and keeps its place: the agent rings first, then the caller', async () => {
  const { pbx, talking, asking } = await setUp()
  assert.equal(asking.session.over, true)
  talking.session.hangUp()
  await pbx.clock.advance(1000)
  assert.equal(rung(pbx), '11 11')
  assert.match(pbx.phone().invite.from, /sip:10@/)
  pbx.phone().answer('answer')
  await pbx.clock.advance(0)
  assert.equal(rung(pbx), '11 11 10')
  pbx.phone().answer('answer')
  await pbx.clock.advance(1000)
  pbx.phone().session.hangUp()
  await pbx.clock.advance(1000)
  assert.match(pbx.phone().invite.from, /sip:13@/)
})

test('one who does not answer is called once more, then the next is served; an agent who does not answer takes no attempt', async () => {
  const { pbx, talking } = await setUp()
  talking.session.hangUp()
  await pbx.clock.advance(1000)
  pbx.phone().refuse(486)
  await pbx.clock.advance(6000)
  for (let attempt = 0; attempt < 2; attempt++) {
    assert.match(pbx.phone().invite.from, /sip:10@/, `attempt ${attempt}`)
    pbx.phone().answer('answer')
    await pbx.clock.advance(0)
    assert.match(pbx.phone().invite.uri, /^sip:10@/)
    pbx.phone().refuse(486)
    await pbx.clock.advance(6000)
  }
  assert.match(pbx.phone().invite.from, /sip:13@/)
})

test('who hides its number is told that it cannot be called back, and waits on in its place', async () => {
  const settings = { ...queueSettings.parse({ callback: { key: '5' } }), greeting: false, announceToAgent: false }
  const members = [{ extensionId: 'acme-11', signedIn: true, paused: false }]
  const pbx = new TestPbx([
    {
      ...{ id: 'acme', extensions: ['11'], numbers: { '+4922155500': { kind: 'queue', targetId: QUEUE } } },
      parts: { queues: new Map([[QUEUE, { id: QUEUE, name: 'Service', number: '60', settings, members }]]) },
    },
    { id: 'other', extensions: ['10'], numbers: {} },
  ])
  pbx.numberShown = () => undefined
  const caller = await pbx.dial('other', '10', '+4922155500')
  pbx.phone().refuse(486)
  await pbx.clock.advance(0)
  pbx.media.sessions[0]?.events.send({ kind: 'dtmf', endpoint: 'caller', digit: '5', durationMs: 100, by: 'telephone-event' })
  await pbx.clock.advance(0)
  assert.deepEqual(pbx.announced, ['audio/hold-music', 'de/not-possible'])
  await pbx.hearOut()
  assert.equal(pbx.announced.at(-1), 'audio/hold-music')
  await pbx.clock.advance(11_000)
  pbx.phone().answer('answer')
  await pbx.clock.advance(0)
  assert.deepEqual([rung(pbx), caller.session.over], ['11 11', false])
})
