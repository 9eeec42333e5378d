import assert from 'node:assert/strict'
import { test } from 'node:test'
import { DEFAULT_CALL_POLICY, DEFAULT_CALL_SETTINGS } from '../call-settings/settings.ts'
import type { FaxDestination } from '../destinations/destination.ts'
import { paperFlow } from '../flows/test-support/worlds.ts'
import { queueSettings } from '../queues/rules.ts'
import type { SliceParts } from '../snapshot.ts'
import { TestPbx } from '../test-support/test-pbx.ts'

const NUMBER = '+4922155500'
const TO_FAX = { kind: 'fax', targetId: 'acme-12' } as const
/** Says something, and then asks. */
const TALK = [
  { id: 'say', kind: 'announcement', prompt: 'please-wait', next: 'menu' },
  { id: 'menu', kind: 'menu', prompt: 'enter-extension', keys: { 1: 'go' } },
  { id: 'go', kind: 'destination', to: { kind: 'extension', targetId: 'acme-11' } },
] as const

interface World {
  readonly numberFax?: FaxDestination
  readonly flowFax?: FaxDestination
}

/** Extension 12 is a fax line with everything set that would lead people elsewhere; the number and 70 lead to a flow. */
function setUp({ numberFax, flowFax }: World = {}, more: Partial<SliceParts> = {}): TestPbx {
  const flow = paperFlow('f', ...TALK)
  const graph = flowFax === undefined ? flow.graph : { ...flow.graph, fax: flowFax }
  const away = {
    when: 'busy',
    to: { kind: 'extension', targetId: 'acme-11' },
    active: true,
    callers: 'all',
    during: null,
    afterSeconds: null,
  } as const
  const settings = { ...DEFAULT_CALL_SETTINGS, forwardings: [away, { ...away, when: 'always' } as const], doNotDisturb: true }
  const parts = {
    fax: { lines: new Set(['acme-12']), numbers: new Map(numberFax === undefined ? [] : [[NUMBER, numberFax]]) },
    flows: new Map([['f', { ...flow, graph }]]),
    callSettings: { policy: DEFAULT_CALL_POLICY, extensions: new Map([['acme-12', settings]]) },
    numberDestinations: new Map([[NUMBER, { kind: 'flow', targetId: 'f' } as const]]),
    ...more,
  }
  return new TestPbx([
    {
      ...{ id: 'acme', extensions: ['10', '11', '12'], numbers: { [NUMBER]: { kind: 'flow', targetId: 'f' } }, parts },
      targets: [{ kind: 'flow', id: 'f', name: 'Flow', number: '70' }],
    },
    { id: 'bolt', extensions: ['20'], numbers: { '+4922166600': '20' } },
  ])
}

async function faxIsHeard(pbx: TestPbx): Promise<void> {
  pbx.media.sessions.at(-1)?.events.send({ kind: 'calling-tone', endpoint: 'caller' })
  await pbx.clock.advance(0)
}

const rung = (pbx: TestPbx): string | undefined => /^sip:([^@]+)@/.exec(pbx.phones.at(-1)?.invite.uri ?? '')?.[1]
const steps = (pbx: TestPbx): readonly string[] => pbx.ended.flatMap(({ route }) => route.map(({ step }) => step))

test('a fax line is rung whatever its settings say, and offered what carries a fax', async () => {
  const pbx = setUp()
  const caller = await pbx.dial('acme', '10', '12')
  assert.equal(rung(pbx), '12')
  assert.equal(pbx.media.sessions.at(-1)?.profileOf('called-1')?.fax, true)
  pbx.phone().answer('answer')
  await pbx.clock.advance(0)
  assert.equal(caller.final, 200)
})

test('a fax line that sends or receives is busy: no call waits, nobody is forwarded, and nothing is announced', async () => {
  const pbx = setUp()
  await pbx.dial('acme', '10', '12')
  pbx.phone().answer('answer')
  await pbx.clock.advance(0)
  const second = await pbx.dial('acme', '11', '12')
  await pbx.clock.advance(0)
  assert.equal(second.final, 486)
  assert.equal(pbx.phones.length, 1)
  assert.deepEqual(pbx.announced, [])
})

test('a fax line that does not answer, or is not registered, is announced nothing about', async () => {
  const pbx = setUp()
  const unanswered = await pbx.dial('acme', '10', '12')
  pbx.phone().refuse(480)
  await pbx.clock.advance(0)
  pbx.unregistered.add('12@acme.example')
  const unregistered = await pbx.dial('acme', '10', '12')
  await pbx.clock.advance(0)
  assert.deepEqual([unanswered.final, unregistered.final], [480, 480])
  assert.deepEqual(pbx.announced, [])
})

test('a fax machine that calls is not told why it reaches nobody, and whom it calls is offered what carries a fax', async () => {
  const pbx = setUp()
  const wrong = await pbx.dial('acme', '12', '49')
  await pbx.clock.advance(0)
  assert.equal(wrong.final, 404)
  assert.deepEqual(pbx.announced, [])
  await pbx.dial('acme', '12', '11')
  assert.equal(pbx.media.sessions.at(-1)?.profileOf('called-1')?.fax, true)
})

for (const during of ['an announcement', 'a menu'] as const) {
  test(`a fax machine heard during ${during} goes to the fax of the flow`, async () => {
    const pbx = setUp({ flowFax: TO_FAX })
    const caller = await pbx.dial('acme', '10', '70')
    if (during === 'a menu') {
      pbx.media.sessions.at(-1)?.playbacks.at(-1)?.end('finished')
      await pbx.clock.advance(0)
    }
    await faxIsHeard(pbx)
    assert.equal(rung(pbx), '12')
    assert.equal(pbx.media.sessions.at(-1)?.profileOf('called-1')?.fax, true)
    caller.session.hangUp()
    await pbx.clock.advance(0)
    assert.ok(steps(pbx).includes('fax-tone'))
  })
}

test("the fax of the flow goes before that of the number; without one the number's counts", async () => {
  for (const [world, expected] of [
    [{ numberFax: TO_FAX }, '12'],
    [{ numberFax: { kind: 'external', number: '+491701234567' }, flowFax: TO_FAX }, '12'],
  ] as const) {
    const pbx = setUp(world)
    await pbx.dial('bolt', '20', NUMBER)
    await faxIsHeard(pbx)
    assert.equal(rung(pbx), expected)
  }
})

test('a fax can be led outside: in a call of its own, and with a record that says so', async () => {
  const pbx = setUp({ numberFax: { kind: 'external', number: '+491701234567' } })
  await pbx.dial('bolt', '20', NUMBER)
  await faxIsHeard(pbx)
  assert.deepEqual(
    pbx.outside.map(({ number }) => number),
    ['+491701234567'],
  )
  assert.ok(pbx.ended.some(({ route }) => route.some(({ detail }) => detail.startsWith('led by its fax tone'))))
})

test('a fax machine that waits in a queue is heard while the music plays, and leaves the queue', async () => {
  const settings = { ...queueSettings.parse({}), greeting: false }
  const queues = new Map([['q', { id: 'q', name: 'Service', number: '60', settings, members: [] }]])
  const pbx = setUp({ numberFax: TO_FAX }, { queues, numberDestinations: new Map([[NUMBER, { kind: 'queue', targetId: 'q' }]]) })
  await pbx.dial('bolt', '20', NUMBER)
  await pbx.clock.advance(5000)
  assert.deepEqual(pbx.announced, ['audio/hold-music'])
  await faxIsHeard(pbx)
  assert.equal(rung(pbx), '12')
})

test('a fax machine whose destination does not answer is told nothing in words', async () => {
  const pbx = setUp({ flowFax: { kind: 'external', number: '+491701234567' } })
  const caller = await pbx.dial('acme', '10', '70')
  const before = pbx.announced.length
  await faxIsHeard(pbx)
  await pbx.clock.advance(0)
  assert.equal(pbx.outside.length, 1)
  assert.deepEqual(pbx.announced.slice(before), [])
  assert.equal(caller.session.over, true)
})

test('where no fax destination is set nobody listens, and nothing happens', async () => {
  const pbx = setUp()
  await pbx.dial('acme', '10', '70')
  await faxIsHeard(pbx)
  assert.equal(pbx.phones.length, 0)
  assert.ok(!pbx.media.sessions.at(-1)?.log.some((line) => line.startsWith('listen')))
})

test('a fax destination that is none any more ends the call as one that does not exist', async () => {
  const pbx = setUp({ flowFax: { kind: 'fax', targetId: 'acme-11' } })
  const caller = await pbx.dial('acme', '10', '70')
  await faxIsHeard(pbx)
  assert.equal(pbx.phones.length, 0)
  caller.session.hangUp()
  await pbx.clock.advance(0)
  assert.ok(steps(pbx).includes('destination-gone'))
})
