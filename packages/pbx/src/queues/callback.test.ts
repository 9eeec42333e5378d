import assert from 'node:assert/strict'
import { test } from 'node:test'
import { PaperCallbacks } from '../test-support/paper-callbacks.ts'
import { TestPbx, type TestPbxOptions } from '../test-support/test-pbx.ts'
import { queueSettings } from './rules.ts'

const QUEUE = '018f0000-0000-7000-8000-000000000001'

const MEMBERS = [{ extensionId: 'acme-11', signedIn: true, paused: false }]

/** One agent, 11. */
function newPbx(options: TestPbxOptions & { readonly announceToAgent?: boolean; readonly maxWaitSeconds?: number } = {}): TestPbx {
  const { announceToAgent = false, maxWaitSeconds = null } = options
  const settings = { ...queueSettings.parse({ callback: { key: '5' }, retrySeconds: 5 }), greeting: false, announceToAgent, maxWaitSeconds }
  return new TestPbx(
    [
      {
        ...{ id: 'acme', extensions: ['10', '11', '13', '14', '20'], numbers: {} },
        targets: [{ kind: 'queue', id: QUEUE, name: 'Service', number: '60' }],
        parts: { queues: new Map([[QUEUE, { id: QUEUE, name: 'Service', number: '60', settings, members: MEMBERS }]]) },
      },
    ],
    options,
  )
}

/** The agent talks to 20; 10 has asked to be called back; 13 waits behind it. */
async function setUp(options: Parameters<typeof newPbx>[0] = {}) {
  const pbx = newPbx(options)
  const talking = await pbx.dial('acme', '20', '60')
  pbx.phone().answer('answer')
  await pbx.clock.advance(0)
  await pbx.hearOut()
  const asking = await pbx.dial('acme', '10', '60')
  await pbx.clock.advance(1)
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
    await pbx.clock.advance(0)
    await pbx.hearOut()
    assert.equal(pbx.announced.at(-1), 'de/not-available')
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

test('ACD-02: a promised callback outlives a restart with its place: before who comes afterwards, and with the time that it has waited', async () => {
  const callbacks = new PaperCallbacks()
  const { pbx } = await setUp({ callbacks })
  assert.partialDeepStrictEqual([...callbacks.kept.values()], [{ queueId: QUEUE, caller: { number: '10' }, attempts: 0 }])
  const [kept] = callbacks.kept.values()
  if (kept) await callbacks.save({ ...kept, sinceMs: pbx.clock.epochMs() - 120_000 })

  const again = newPbx({ callbacks, announceToAgent: true })
  again.begin()
  await again.dial('acme', '13', '60')
  await again.clock.advance(1000)
  assert.match(again.phone().invite.from, /Service: Extension 10/)
  again.phone().answer('answer')
  await again.clock.advance(0)
  assert.ok(again.announced.join(' ').includes('agent-caller-waited de/number-2 de/minutes'), again.announced.join(' '))
  await again.hearOut()
  assert.equal(rung(again), '11 10')
  again.phone().answer('answer')
  await again.clock.advance(1000)
  assert.equal(callbacks.kept.size, 0, 'a restart during the talk calls nobody again')
})

test('what came of a callback outlives a restart too; one that nobody expects any more is forgotten', async () => {
  const callbacks = new PaperCallbacks()
  const { pbx } = await setUp({ callbacks })
  const [kept] = callbacks.kept.values()
  assert.ok(kept)
  await callbacks.save({ ...kept, attempts: 1 })
  const again = newPbx({ callbacks })
  again.begin()
  await again.clock.advance(1000)
  again.phone().answer('answer')
  await again.clock.advance(0)
  again.phone().refuse(486)
  await again.clock.advance(0)
  await again.hearOut()
  await again.clock.advance(6000)
  assert.deepEqual([rung(again), callbacks.kept.size], ['11 10', 0])

  await callbacks.save({ ...kept, sinceMs: pbx.clock.epochMs() - 9 * 3_600_000 })
  const later = newPbx({ callbacks })
  later.begin()
  await later.clock.advance(2000)
  assert.deepEqual([rung(later), callbacks.kept.size], ['', 0])
})

test('an agent who hangs up before the caller has answered its callback takes no attempt from it', async () => {
  const { pbx, talking } = await setUp()
  talking.session.hangUp()
  await pbx.clock.advance(1000)
  for (let attempt = 0; attempt < 3; attempt++) {
    assert.match(pbx.phone().invite.from, /sip:10@/, `attempt ${attempt}`)
    const agent = pbx.phone()
    agent.answer('answer')
    await pbx.clock.advance(0)
    agent.session.hangUp()
    await pbx.clock.advance(6000)
  }
})

/** 10 was promised a callback while the agent talks to 20, 13 waits behind it, and calls again. */
async function callsAgain() {
  const callbacks = new PaperCallbacks()
  const world = await setUp({ callbacks })
  await world.pbx.clock.advance(30_000)
  const again = await world.pbx.dial('acme', '10', '60')
  return { ...world, callbacks, again }
}

test('ACD-02: who calls again while a callback is promised stands in line once, in the place that it has kept, and is called back no more', async () => {
  const { pbx, talking, callbacks, again } = await callsAgain()
  talking.session.hangUp()
  await pbx.clock.advance(1000)
  assert.match(pbx.phone().invite.from, /sip:10@/, 'before 13')
  pbx.phone().answer('answer')
  await pbx.clock.advance(1000)
  assert.equal(callbacks.kept.size, 0, 'a restart calls nobody back who has talked')
  again.session.hangUp()
  await pbx.clock.advance(6000)
  assert.match(pbx.phone().invite.from, /sip:13@/)
  assert.equal(rung(pbx), '11 11 11')
})

test('who calls again and hangs up before it is served is called back as promised', async () => {
  const { pbx, talking, callbacks, again } = await callsAgain()
  again.session.hangUp()
  await pbx.clock.advance(1000)
  assert.equal(callbacks.kept.size, 1)
  talking.session.hangUp()
  await pbx.clock.advance(1000)
  pbx.phone().answer('answer')
  await pbx.clock.advance(0)
  assert.equal(rung(pbx), '11 11 10')
})

test('who calls again and asks again is promised one callback', async () => {
  const { pbx, callbacks } = await callsAgain()
  const session = pbx.media.sessions.at(-1)
  session?.events.send({ kind: 'dtmf', endpoint: 'caller', digit: '5', durationMs: 100, by: 'telephone-event' })
  await pbx.clock.advance(1000)
  assert.equal(callbacks.kept.size, 1)
})

test('somebody else who calls meanwhile waits behind, and what was promised holds', async () => {
  const { pbx, talking } = await setUp()
  await pbx.clock.advance(30_000)
  await pbx.dial('acme', '14', '60')
  talking.session.hangUp()
  await pbx.clock.advance(1000)
  assert.match(pbx.phone().invite.from, /sip:10@/)
  pbx.phone().answer('answer')
  await pbx.clock.advance(0)
  assert.equal(rung(pbx), '11 11 10')
})

test('the longest stay counts from the new call on, though the place is older', async () => {
  const pbx = newPbx({ maxWaitSeconds: 60 })
  await pbx.dial('acme', '20', '60')
  pbx.phone().answer('answer')
  await pbx.clock.advance(0)
  await pbx.dial('acme', '10', '60')
  pbx.media.sessions[1]?.events.send({ kind: 'dtmf', endpoint: 'caller', digit: '5', durationMs: 100, by: 'telephone-event' })
  await pbx.clock.advance(0)
  await pbx.hearOut()
  await pbx.clock.advance(90_000)
  const again = await pbx.dial('acme', '10', '60')
  await pbx.clock.advance(30_000)
  again.session.hangUp()
  await pbx.clock.advance(0)
  assert.ok(pbx.steps.includes('callback-rests') && !pbx.steps.includes('queue-max-wait'), pbx.steps.join())
})

test('a callback to somebody outside is one call outside for the records, which says that the queue has led it there', async () => {
  const callbacks = new PaperCallbacks()
  const { pbx } = await setUp({ callbacks })
  const [kept] = callbacks.kept.values()
  assert.ok(kept)
  const outside = { tenantId: undefined, extensionId: undefined, number: '+491701234567', displayName: undefined }
  await callbacks.save({ ...kept, sinceMs: pbx.clock.epochMs(), caller: outside })
  const again = newPbx({ callbacks })
  again.begin()
  await again.clock.advance(1000)
  again.phone().answer('answer')
  await again.clock.advance(0)
  assert.deepEqual(
    again.outside.map(({ number }) => number),
    [outside.number],
  )
  const out = again.started.filter(({ direction }) => direction === 'outbound')
  assert.deepEqual(
    out.map(({ called }) => called.number),
    [outside.number],
  )
  const route = again.ended.find(({ id }) => id === out[0]?.id)?.route
  assert.match(route?.find(({ step }) => step === 'outbound-leg')?.detail ?? '', /^led by queue Service, as a callback, for 11, /)
})
