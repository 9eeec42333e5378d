import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type PaperCaller, type PaperRoom, phoneSdp } from '@klinke/testbed'
import { Prompts } from '../prompts/prompts.ts'
import { RecordingSpeech } from '../recordings/speech.ts'
import { NUMBER, RecordingWorld, type RULE } from '../recordings/test-support/recording-world.ts'
import { DEFAULT_SUPERVISION_POLICY, type SupervisionPolicy, type Watched } from './rules.ts'
import { openSupervision } from './slice.ts'
import { Supervisions } from './supervisions.ts'

const NOTICE = 'de/supervision-notice'
const ELEVEN: readonly Watched[] = [{ kind: 'extension', targetId: 'acme-11' }]

/** 10 and 11 of acme talk; 12 and 13 may supervise 11, unless said otherwise. */
class World extends RecordingWorld {
  constructor(
    policy: Partial<SupervisionPolicy> = {},
    watches: readonly Watched[] = ELEVEN,
    recording = {},
    rules: readonly (typeof RULE)[] = [],
  ) {
    const directory = { tenant: () => undefined, tenantByDomain: () => undefined, tenantByNumber: () => undefined, tenants: () => [] }
    const supervision = {
      policy: { ...DEFAULT_SUPERVISION_POLICY, ...policy },
      supervisors: new Map([
        ['acme-12', watches],
        ['acme-13', watches],
      ]),
    }
    const opened = openSupervision(new Supervisions(new RecordingSpeech(new Prompts((key) => key), directory)))
    super(recording, rules, { supervision }, {}, { supervision: opened })
  }

  async supervise(from = '12', number = '11'): Promise<PaperCaller> {
    const caller = await this.pbx.dial('acme', from, `*68${number}`)
    await this.settle()
    return caller
  }

  /** The media of the supervised call. */
  override get session() {
    const [first] = this.pbx.media.sessions
    if (first === undefined) throw new Error('There was no call.')
    return first
  }

  get room(): PaperRoom | undefined {
    return this.session.rooms.at(-1)
  }

  /** What each in the room may. */
  get members() {
    return Object.fromEntries(this.room?.members ?? [])
  }
}

async function supervised(...how: ConstructorParameters<typeof World>) {
  const world = new World(...how)
  const talk = await world.talk()
  const supervisor = await world.supervise()
  await world.pbx.hearOut()
  return { world, ...talk, supervisor }
}

test('§ 201 StGB: both are told before anybody listens; only then the supervisor hears them, and is heard by nobody', async () => {
  const world = new World()
  await world.talk()
  const supervisor = await world.supervise()
  assert.equal(supervisor.final, 200)
  assert.deepEqual([world.told('caller'), world.told('called-1'), world.session.rooms.length], [NOTICE, NOTICE, 0])
  await world.hear('caller')
  assert.equal(world.session.rooms.length, 0)
  await world.hear('called-1')
  assert.deepEqual(world.members, { caller: {}, 'called-1': {}, 'joined-2': { muted: true } })
})

test('keys change between listening, whispering to the supervised extension alone, and barging in; both records tell', async () => {
  const { world, caller } = await supervised()
  await world.press('joined-2', '5')
  assert.deepEqual(world.members['joined-2'], { heardBy: ['called-1'] })
  await world.press('joined-2', '6')
  assert.deepEqual(world.members['joined-2'], {})
  await world.press('joined-2', '4')
  assert.deepEqual(world.members['joined-2'], { muted: true })
  caller.session.hangUp()
  await world.pbx.clock.advance(3000)
  assert.equal(world.pbx.ended.length, 2)
  for (const { route } of world.pbx.ended) {
    const told = route.filter(({ step }) => step.startsWith('supervision-')).map(({ step, detail }) => `${step} ${detail}`)
    assert.deepEqual(told.slice(0, 4), [
      'supervision-begun 12 beside 11, listen',
      'supervision-mode 12 beside 11, whisper',
      'supervision-mode 12 beside 11, barge',
      'supervision-mode 12 beside 11, listen',
    ])
  }
})

test('after the supervisor has gone the parties hear each other directly again, and no second announcement is made for the next one', async () => {
  const { world, supervisor } = await supervised()
  supervisor.session.hangUp()
  await world.settle()
  assert.deepEqual(world.session.log.filter((line) => /^(connect|close)/.test(line)).slice(-2), ['connect caller called-1', 'close room'])
  assert.equal(world.pbx.live.ofTenant('acme').length, 1)
  await world.supervise('13')
  assert.deepEqual(world.members, { caller: {}, 'called-1': {}, 'joined-3': { muted: true } })
})

test('two supervisors listen; a whisper of the one is not for the other, and one may go while the other stays', async () => {
  const { world, supervisor } = await supervised()
  await world.supervise('13')
  await world.press('joined-3', '5')
  assert.deepEqual(world.members, { caller: {}, 'called-1': {}, 'joined-2': { muted: true }, 'joined-3': { heardBy: ['called-1'] } })
  supervisor.session.hangUp()
  await world.settle()
  assert.deepEqual([Object.keys(world.members), world.room?.closed], [['caller', 'called-1', 'joined-3'], false])
})

for (const [what, watches, number] of [
  ['by default nobody may supervise', [], '11'],
  ['a conversation of an extension that is not named', ELEVEN, '10'],
  ['a call that came directly, where only those of a queue are named', [{ kind: 'queue', targetId: 'queue-1' }], '11'],
  ['oneself', [{ kind: 'extension', targetId: 'acme-12' }], '12'],
] as const) {
  test(`refused, and heard so: ${what}`, async () => {
    const world = new World({}, watches)
    await world.talk()
    const caller = await world.supervise('12', number)
    await world.pbx.hearOut()
    assert.ok(caller.final === 403 || caller.final === 480, String(caller.final))
    assert.equal(world.session.rooms.length, 0)
    assert.ok(world.pbx.announced.includes('de/supervision-refused'))
  })
}

test('an extension that does not talk cannot be supervised', async () => {
  const world = new World()
  const caller = await world.supervise()
  await world.pbx.hearOut()
  assert.equal(caller.final, 480)
})

test('the tone is heard by both before anybody listens, and again and again', async () => {
  const world = new World({ notice: 'tone', toneEverySeconds: 15 })
  await world.talk()
  await world.supervise()
  assert.deepEqual([world.told('caller'), world.told('called-1'), world.session.rooms.length], ['signal', 'signal', 0])
  await world.hear('caller')
  await world.hear('called-1')
  await world.pbx.clock.advance(31_000)
  assert.equal(world.room?.playbacks.length, 2)
})

test('where the consents are on file nothing is heard; without that statement all are told', async () => {
  const statement = { statedBy: 'Dr. Fink', statement: 'Einwilligungen liegen vor', statedAtMs: 0 }
  const { world } = await supervised({ notice: 'consent', consents: statement })
  assert.deepEqual([world.told('caller'), Object.keys(world.members)], ['', ['caller', 'called-1', 'joined-2']])
  const { world: unstated } = await supervised({ notice: 'consent' })
  assert.equal(unstated.told('caller'), NOTICE)
})

test('while the caller holds nobody is listened to; afterwards the supervisor hears both again', async () => {
  const { world, caller } = await supervised()
  world.session.answer = () => Promise.resolve(phoneSdp('192.0.2.10', 2, 'sendrecv'))
  for (const leg of world.pbx.live.ofTenant('acme')[0]?.legs ?? []) leg.agreed = phoneSdp('192.0.2.10', 2, 'sendrecv')
  world.session.directions.set('caller', 'sendonly')
  assert.equal((await caller.session.sendOffer(phoneSdp('192.0.2.10', 2, 'sendonly'))).status, 200)
  await world.settle()
  assert.deepEqual(world.session.log.slice(-2), ['play caller silence', 'play called-1 files'])
  world.session.directions.set('caller', 'sendrecv')
  await caller.session.sendOffer(phoneSdp('192.0.2.10', 2, 'sendrecv'))
  await world.settle()
  assert.deepEqual(world.session.log.slice(-3), ['join caller', 'join called-1', 'join joined-2'])
})

test('a supervisor that holds is not heard, whatever it was allowed', async () => {
  const { world, supervisor } = await supervised()
  await world.press('joined-2', '6')
  world.session.answer = () => Promise.resolve(phoneSdp('192.0.2.10', 2, 'sendrecv'))
  world.session.directions.set('joined-2', 'sendonly')
  await supervisor.session.sendOffer(phoneSdp('192.0.2.10', 2, 'sendonly'))
  await world.settle()
  assert.deepEqual(world.members['joined-2'], { muted: true })
})

test('the supervised extension transfers its caller: the supervisor hears no more, is told, and goes', async () => {
  const { world, phone, supervisor } = await supervised()
  phone.session.sendRefer({ uri: 'sip:13@acme.example' })
  await world.settle()
  world.pbx.phone().answer('answer of 13')
  await world.settle()
  phone.session.hangUp()
  await world.pbx.clock.advance(3000)
  await world.pbx.hearOut()
  assert.deepEqual([supervisor.session.over, world.room?.closed], [true, true])
  assert.equal(world.pbx.live.ofTenant('acme').length, 1)
})

test('the other party transfers: whom the supervised extension talks to then is told before the supervisor goes on', async () => {
  const { world, caller } = await supervised()
  caller.session.sendRefer({ uri: 'sip:13@acme.example' })
  await world.settle()
  world.pbx.phone().answer('answer of 13')
  await world.settle()
  assert.equal(world.told('called-3'), NOTICE)
  assert.ok(!Object.keys(world.members).includes('called-3'))
  await world.pbx.hearOut()
  assert.deepEqual(Object.keys(world.members).sort(), ['called-1', 'called-3', 'joined-2'])
})

test('the supervised extension hangs up: everybody goes, and each call has one final record', async () => {
  const { world, phone, supervisor, caller } = await supervised()
  phone.session.hangUp()
  await world.pbx.clock.advance(3000)
  assert.deepEqual([supervisor.session.over, caller.session.over], [true, true])
  assert.deepEqual([world.pbx.ended.length, world.pbx.live.ofTenant('acme').length], [2, 0])
})

test('a supervisor whose phone vanishes goes alone', async () => {
  const { world, supervisor, caller } = await supervised()
  world.session.events.send({ kind: 'inactive', endpoint: 'joined-2', silentMs: 30_000 })
  await world.settle()
  assert.deepEqual([supervisor.session.over, caller.session.over], [true, false])
  assert.deepEqual(
    world.session.log.findLast((line) => line.startsWith('connect')),
    'connect caller called-1',
  )
})

test('a party that vanishes: the other is connected directly, so that it hears the signal of that', async () => {
  const { world } = await supervised()
  world.session.events.send({ kind: 'stopped', endpoint: 'caller', silentMs: 1200 })
  await world.settle()
  const parties = (): string | undefined => world.session.log.findLast((line) => /^(connect|join caller)/.test(line))
  assert.equal(parties(), 'connect caller called-1')
  world.session.events.send({ kind: 'returned', endpoint: 'caller', silentMs: 5000 })
  await world.settle()
  assert.equal(parties(), 'join caller')
})

test('a party is not heard when the supervisor comes: nobody sits anywhere until it is back', async () => {
  const world = new World()
  await world.talk()
  world.session.events.send({ kind: 'stopped', endpoint: 'caller', silentMs: 1200 })
  await world.settle()
  await world.supervise()
  await world.pbx.hearOut()
  assert.equal(world.session.rooms.length, 0)
  world.session.events.send({ kind: 'returned', endpoint: 'caller', silentMs: 5000 })
  await world.settle()
  assert.deepEqual(world.members, { caller: {}, 'called-1': {}, 'joined-2': { muted: true } })
})

test('a call that is recorded: the announcements follow each other, and the recording goes on with the two parties', async () => {
  const world = new World({}, ELEVEN, { onDemand: true, consent: 'announce' })
  await world.talk()
  await world.press('caller', '*1')
  await world.supervise()
  assert.equal(world.told('called-1'), 'de/recording-notice')
  await world.pbx.hearOut()
  assert.equal(world.told('called-1'), NOTICE)
  await world.pbx.hearOut()
  assert.deepEqual([world.recordings.length, world.recordings[0]?.endpoints], [1, ['caller', 'called-1']])
  assert.deepEqual(Object.keys(world.members), ['caller', 'called-1', 'joined-2'])
})

test('a caller of another customer is told, too', async () => {
  const world = new World()
  await world.talkWithOutside()
  await world.supervise()
  assert.deepEqual([NUMBER.length > 0, world.told('caller'), world.told('called-1')], [true, NOTICE, NOTICE])
})

/** 11, who talks to 10, has called help on 112 out of the conversation. */
async function callHelp(world: World): Promise<void> {
  world.pbx.emergencyNumber = '112'
  await world.press('called-1', '*2112#')
  world.pbx.phone().answer('answer of 112')
  await world.settle()
}

test('EMG-01: when the supervised extension calls 112 out of its conversation, the supervisor goes at once and the emergency call goes on', async () => {
  const { world, supervisor, phone } = await supervised()
  await callHelp(world)
  assert.deepEqual([supervisor.session.over, phone.session.over, world.pbx.phone().session.over], [true, false, false])
  assert.equal(
    world.session.log.findLast((line) => line.startsWith('connect')),
    'connect called-1 called-3',
  )
  assert.equal(world.room?.closed, true)
})

test('EMG-01: nobody can supervise an extension that talks to 112; the supervisor hears so before the answer', async () => {
  const world = new World()
  await world.talk()
  await callHelp(world)
  const [call] = world.pbx.live.ofTenant('acme')
  assert.deepEqual([call?.emergency, call?.bridge?.legs.map(({ party }) => party.number)], [true, ['11', '112']])
  const supervisor = await world.supervise()
  await world.pbx.hearOut()
  assert.deepEqual([supervisor.final, world.session.rooms.length], [480, 0])
  assert.equal(
    world.session.log.findLast((line) => line.startsWith('connect')),
    'connect called-1 called-2',
  )
})
