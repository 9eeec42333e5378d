import assert from 'node:assert/strict'
import { test } from 'node:test'
import { phoneSdp } from '@klinke/testbed'
import { RecordingWorld, RULE } from './test-support/recording-world.ts'

const NOTICE = 'de/recording-notice'
const QUESTION = 'de/recording-consent'

const NOT_OFFERED = [
  ['by default', []],
  ['where only rules record', [{ ...RULE, directions: ['inbound'] }]],
] as const
for (const [where, rules] of NOT_OFFERED) {
  test(`REC-01: ${where} the code means nothing: it may be for a menu at the other end, so nobody is told anything`, async () => {
    const world = new RecordingWorld({}, rules)
    await world.talk()
    await world.press('caller', '*1')
    assert.deepEqual([world.recordings.length, world.told('caller'), world.told('called-1')], [0, '', ''])
  })
}

test('REC-01: where recording is on offer, who asks to pause what is not recorded hears that it is not possible, beside the talk and alone', async () => {
  const world = new RecordingWorld({ onDemand: true })
  await world.talk()
  await world.press('caller', '*7')
  assert.deepEqual([world.recordings.length, world.told('caller'), world.told('called-1')], [0, 'de/not-possible', ''])
  await world.hear('caller')
  assert.equal(world.connected, true)
})

test('LAW-06: on demand both are told before a sample is written; each has a channel; who was told is kept', async () => {
  const world = new RecordingWorld({ onDemand: true, consent: 'announce' })
  const { caller } = await world.talk()
  await world.press('caller', '*1')
  assert.deepEqual([world.told('caller'), world.told('called-1'), world.recordings.length], [NOTICE, NOTICE, 0])
  await world.hear('caller')
  assert.equal(world.recordings.length, 0)
  await world.hear('called-1')
  assert.deepEqual(world.recordings[0]?.endpoints, ['caller', 'called-1'])
  assert.equal(world.connected, true)
  await world.pbx.clock.advance(20_000)
  world.recordings[0]?.end('stopped', 20_000)
  caller.session.hangUp()
  await world.settle()
  const [kept] = world.archive.kept
  assert.deepEqual(
    kept?.parties.map(({ number, channel }) => `${number} ${channel}`),
    ['10 left', '11 right'],
  )
  assert.deepEqual(
    kept?.consents.map(({ number, how }) => `${number} ${how}`),
    ['10 told', '11 told'],
  )
  assert.deepEqual([kept?.cause, kept?.because, kept?.durationMs], [{ kind: 'code', extensionId: 'acme-10' }, 'call-ended', 20_000])
})

test('LAW-06: a caller from outside must agree by a key where the tenant asks; the extension is told and waits', async () => {
  const world = new RecordingWorld({ consent: 'ask' }, [RULE])
  await world.talkWithOutside()
  assert.deepEqual([world.told('caller'), world.told('called-1')], [QUESTION, `${NOTICE} de/recording-asking`])
  await world.hear('called-1')
  await world.press('caller', '1')
  assert.deepEqual([world.recordings.length, world.connected], [1, true])
  assert.deepEqual(
    world.archive.begun[0]?.consents.map(({ how }) => how),
    ['agreed', 'told'],
  )
})

for (const [what, answer] of [
  ['presses 2', (world: RecordingWorld) => world.press('caller', '2')],
  [
    'does not answer',
    async (world: RecordingWorld) => {
      await world.hear('caller')
      await world.pbx.clock.advance(8000)
    },
  ],
] as const) {
  test(`LAW-06: of a caller who ${what} nothing is recorded, both are told so, and they talk`, async () => {
    const world = new RecordingWorld({ consent: 'ask' }, [RULE])
    const { caller } = await world.talkWithOutside()
    await world.hear('called-1')
    await answer(world)
    assert.deepEqual([world.told('caller'), world.told('called-1')], ['de/recording-declined', 'de/recording-declined'])
    await world.hear('caller')
    await world.hear('called-1')
    assert.deepEqual([world.recordings.length, world.archive.begun.length, world.connected, caller.session.over], [0, 0, true, false])
  })
}

test('LAW-06: who was told may still decline for ten seconds; nothing of it is kept', async () => {
  const world = new RecordingWorld({ consent: 'announce' }, [RULE])
  await world.talkWithOutside()
  await world.hear('caller')
  await world.hear('called-1')
  assert.equal(world.recordings.length, 1)
  await world.press('caller', '2')
  assert.deepEqual([world.archive.kept.length, world.archive.discarded.length], [0, 1])
  assert.equal(world.told('called-1'), 'de/recording-declined')
})

test('LAW-06: when the announcement cannot be played nothing is recorded', async () => {
  const world = new RecordingWorld({ consent: 'announce' }, [RULE])
  await world.talk()
  await world.hear('caller')
  await world.hear('called-1', 'failed')
  await world.pbx.hearOut()
  assert.deepEqual([world.recordings.length, world.connected], [0, true])
})

test('a code stops the recording, another pauses it for payment data and goes on with it; the parties are told', async () => {
  const world = new RecordingWorld({ onDemand: true, consent: 'announce' })
  await world.talk()
  await world.press('called-1', '*1')
  await world.pbx.hearOut()
  const [recording] = world.recordings
  await world.press('called-1', '*7')
  assert.deepEqual([recording?.paused, world.told('caller')], [true, 'de/recording-paused'])
  await world.pbx.hearOut()
  await world.press('called-1', '*7')
  assert.deepEqual([recording?.paused, world.told('called-1')], [false, 'de/recording-resumed'])
  await world.pbx.hearOut()
  await world.press('called-1', '*1')
  assert.deepEqual([world.archive.kept[0]?.because, world.told('caller')], ['stopped', 'de/recording-stopped'])
  await world.pbx.hearOut()
  assert.equal(world.connected, true)
})

test('while a party is held nothing is written', async () => {
  const world = new RecordingWorld({ onDemand: true, consent: 'announce' })
  const { caller } = await world.talk()
  await world.press('caller', '*1')
  await world.pbx.hearOut()
  // What the engine on paper answers is no description: say what is in use.
  world.session.answer = () => Promise.resolve(phoneSdp('192.0.2.10', 2, 'sendrecv'))
  for (const leg of world.pbx.live.ofTenant('acme')[0]?.legs ?? []) leg.agreed = phoneSdp('192.0.2.10', 2, 'sendrecv')
  world.session.directions.set('caller', 'sendonly')
  assert.equal((await caller.session.sendOffer(phoneSdp('192.0.2.10', 2, 'sendonly'))).status, 200)
  await world.settle()
  assert.equal(world.recordings[0]?.paused, true)
  world.session.directions.set('caller', 'sendrecv')
  await caller.session.sendOffer(phoneSdp('192.0.2.10', 2, 'sendrecv'))
  await world.settle()
  assert.equal(world.recordings[0]?.paused, false)
})

for (const afterTransfer of ['continue', 'end'] as const) {
  test(`a transferred party is recorded with the new one only when that has been told (after a transfer: ${afterTransfer})`, async () => {
    const world = new RecordingWorld({ onDemand: true, consent: 'announce', afterTransfer })
    const { phone } = await world.talk()
    await world.press('caller', '*1')
    await world.pbx.hearOut()
    phone.session.sendRefer({ uri: 'sip:12@acme.example' })
    await world.settle()
    world.pbx.phone().answer('answer of 12')
    await world.settle()
    await world.pbx.clock.advance(3000)
    assert.equal(world.archive.kept[0]?.because, 'party-left')
    assert.equal(world.recordings.length, 1)
    if (afterTransfer === 'end') return assert.equal(world.connected, true)
    assert.equal(world.told('called-2'), NOTICE)
    await world.pbx.hearOut()
    assert.deepEqual(world.recordings[1]?.endpoints, ['caller', 'called-2'])
    assert.equal(world.archive.begun[1]?.continues, world.archive.begun[0]?.id)
  })
}

for (const [what, arrange, because] of [
  ['no room is left', { room: 1000 }, 'de/recording-no-room'],
  ['the disk refuses', { refuses: new Error('ENOSPC') }, 'de/recording-stopped'],
] as const) {
  test(`REC-01: when ${what} the call goes on without a recording, and the parties hear so`, async () => {
    const world = new RecordingWorld({ consent: 'announce' }, [RULE])
    Object.assign(world.archive, arrange)
    const { caller } = await world.talk()
    await world.pbx.hearOut()
    assert.ok(world.pbx.announced.includes(because))
    await world.pbx.hearOut()
    assert.deepEqual([world.recordings.length, world.connected, caller.session.over], [0, true, false])
  })
}

for (const [reason, said] of [
  ['disk-full', 'de/recording-no-room'],
  ['failed', 'de/recording-stopped'],
] as const) {
  test(`a recording that ends as ${reason} is kept as far as it came; the parties hear so and talk on`, async () => {
    const world = new RecordingWorld({ consent: 'announce' }, [RULE])
    const { caller } = await world.talk()
    await world.pbx.hearOut()
    world.recordings[0]?.end(reason, 5000)
    await world.settle()
    assert.deepEqual([world.archive.kept[0]?.because, world.told('caller')], [reason, said])
    await world.pbx.hearOut()
    assert.deepEqual([world.recordings.length, world.connected, caller.session.over], [1, true, false])
  })
}

test('a recording that has reached its length goes on in the next one, without another word', async () => {
  const world = new RecordingWorld({ consent: 'announce' }, [RULE])
  await world.talk()
  await world.pbx.hearOut()
  world.recordings[0]?.end('limit', 5000)
  await world.settle()
  assert.deepEqual([world.archive.kept[0]?.because, world.recordings.length, world.connected], ['length-limit', 2, true])
})
