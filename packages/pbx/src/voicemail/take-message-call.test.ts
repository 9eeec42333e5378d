import assert from 'node:assert/strict'
import { test } from 'node:test'
import { MailboxWorld } from './test-support/mailbox-world.ts'

/** Extension 11 has heard the greeting and speaks. */
async function recording(world: MailboxWorld) {
  const caller = await world.dial('11', '0221 55510'.replace(' ', ''))
  await world.listen()
  await world.pbx.clock.advance(1)
  const [made] = world.recordings
  assert.ok(made, 'nothing is recorded')
  return { caller, made }
}

test('VM-01: the caller hears the greeting, a beep, and leaves a message that ends with #', async () => {
  const world = await MailboxWorld.open()
  const { caller, made } = await recording(world)
  assert.equal(caller.final, 200)
  assert.deepEqual(world.said, ['greeting'])
  assert.partialDeepStrictEqual(made.limits, { maxSeconds: 180, stopAfterSilenceSeconds: 5, announceBeep: true, path: '/acme/new.wav' })
  made.stop = () => made.end('stopped', 4_000)
  await world.press('#')
  assert.partialDeepStrictEqual(world.archive.messages, [{ state: 'new', callerNumber: '11', durationMs: 4_000, sound: 'new.wav' }])
  assert.deepEqual(world.heard, ['message-stored', 'goodbye'])
  await world.listen()
  assert.ok(caller.session.over)
  assert.deepEqual([world.changes, world.told], [1, ['left 11']])
})

test('CALL-03: a call that wants no mailbox, for others ring beside and who answers must accept it, is not taken', async () => {
  const world = await MailboxWorld.open()
  const caller = await world.dial('11', '022155510', [['Reject-Contact', '*;actor="msg-taker"']])
  assert.deepEqual([caller.final, world.said, world.recordings], [480, [], []])
  assert.equal(world.pbx.steps.at(-1), 'wants-person')
})

test('a caller who hangs up leaves what was said until then', async () => {
  const world = await MailboxWorld.open()
  const { caller, made } = await recording(world)
  made.stop = () => made.end('stopped', 7_000)
  caller.session.hangUp()
  await world.settle()
  assert.equal(world.archive.messages.length, 1)
})

const dropped: readonly (readonly [
  what: string,
  reason: 'stopped' | 'silence' | 'failed' | 'disk-full',
  durationMs: number,
  said: string,
])[] = [
  ['a breath', 'stopped', 1_900, 'message-too-short'],
  ['silence alone', 'silence', 6_500, 'message-too-short'],
  ['a recording that failed', 'failed', 9_000, 'storage-full'],
  ['a full disk at once', 'disk-full', 100, 'storage-full'],
]
for (const [what, reason, durationMs, said] of dropped) {
  test(`${what} is no message: the file goes, and the caller is told`, async () => {
    const world = await MailboxWorld.open()
    const { made } = await recording(world)
    made.end(reason, durationMs)
    await world.settle()
    assert.deepEqual([world.archive.messages, world.sounds.removed, world.heard], [[], ['new.wav'], [said]])
    assert.equal(world.changes, 0)
  })
}

test('a disk that fills up keeps what was said, and the caller is told', async () => {
  const world = await MailboxWorld.open()
  const { made } = await recording(world)
  made.end('disk-full', 20_000)
  await world.settle()
  assert.equal(world.archive.messages.length, 1)
  assert.deepEqual(world.heard, ['storage-full', 'goodbye'])
})

test('VM-02: a full mailbox says so and records nothing', async () => {
  const world = await MailboxWorld.open()
  for (let id = 0; id < 100; id++) world.leave(String(id), id < 50 ? 'new' : 'saved')
  const caller = await world.dial('11', '022155510')
  assert.deepEqual(world.heard, ['mailbox-full', 'goodbye'])
  await world.listen()
  assert.deepEqual([world.recordings.length, caller.session.over], [0, true])
})

test('REC-01: when the customer has no room left a mailbox takes nothing, and nothing is deleted', async () => {
  const world = await MailboxWorld.open()
  world.leave('old')
  world.archive.bytes = 10 * 1024 ** 3
  await world.dial('11', '022155510')
  assert.deepEqual(world.heard, ['storage-full', 'goodbye'])
  assert.equal(world.archive.messages.length, 1)
})

test('VM-03: a message that the owner has by mail, and wants only there, is not kept', async () => {
  const world = await MailboxWorld.open()
  world.mailed = true
  const { made } = await recording(world)
  made.end('silence', 15_000)
  await world.settle()
  assert.deepEqual([world.archive.messages, world.sounds.lent, world.changes], [[], [], 2])
})

test('# skips the greeting', async () => {
  const world = await MailboxWorld.open()
  await world.dial('11', '022155510')
  await world.press('#')
  assert.equal(world.recordings.length, 1)
})

test('a mailbox that is off refuses with 480', async () => {
  const world = await MailboxWorld.open({ enabled: false })
  assert.equal((await world.dial('11', '022155510')).final, 480)
})

test('VM-04: who is led here because the line is busy hears the greeting for that', async () => {
  const greetings = new Map([
    ['standard', 's.wav'],
    ['busy', 'b.wav'],
  ] as const)
  const world = await MailboxWorld.open({}, {}, { greetings })
  await world.dial('11', '022155510')
  assert.deepEqual(world.heard, ['/acme/s.wav'])
})

const away = () => Promise.reject(new Error('the database is away'))
const never = () => new Promise<never>(() => undefined)

for (const [what, counts, waitMs] of [
  ['is away', away, 0],
  ['does not answer for two seconds', never, 2000],
] as const) {
  test(`who is led to a mailbox whose store ${what} is told that it cannot be, and nothing is recorded`, async () => {
    const world = await MailboxWorld.open()
    world.archive.counts = counts
    const caller = await world.dial('11', '022155510')
    await world.pbx.clock.advance(waitMs)
    assert.deepEqual([world.heard, world.recordings.length], [['unavailable', 'goodbye'], 0])
    await world.listen()
    assert.deepEqual([caller.session.over, world.pbx.steps.includes('mailbox-unavailable')], [true, true])
  })
}

test('a message that cannot be stored while the database is away is stored when it is back', async () => {
  const world = await MailboxWorld.open()
  const { made } = await recording(world)
  const { archive } = world
  const add = archive.add.bind(archive)
  archive.add = away
  made.end('silence', 20_000)
  await world.settle()
  assert.deepEqual(archive.messages, [])
  await world.pbx.clock.advance(2000)
  assert.deepEqual(world.heard, ['message-stored', 'goodbye'])
  archive.add = add
  await world.pbx.clock.advance(5000)
  assert.partialDeepStrictEqual(archive.messages, [{ sound: 'new.wav' }])
  assert.deepEqual([world.changes, world.sounds.kept.length > 0, world.told], [1, true, ['left 11']])
  assert.equal(world.sounds.noted.size, 0)
})

test('a disk that takes no note of a message says that the mailbox is full, and nothing is recorded', async () => {
  const world = await MailboxWorld.open()
  world.sounds.note = () => Promise.reject(new Error('the disk is full'))
  await world.dial('11', '022155510')
  await world.press('#')
  assert.deepEqual([world.heard, world.recordings.length], [['storage-full', 'goodbye'], 0])
})

test('a mail that takes long keeps no caller waiting', async () => {
  const world = await MailboxWorld.open()
  const { made } = await recording(world)
  world.owner = never
  made.end('silence', 20_000)
  await world.pbx.clock.advance(2000)
  assert.deepEqual(world.heard, ['message-stored', 'goodbye'])
})

test('BIL-01: a package says how much a mailbox holds, and whether there is one', async () => {
  const packageWith = (more: object) => ({
    profile: { userPackages: [{ id: 'basic', title: { de: 'Basis', en: 'Basic' }, ...more }] },
    packages: { '10': 'basic' },
  })
  const small = await MailboxWorld.open({}, packageWith({ limits: { voicemailMessages: 1, voicemailSeconds: 20 } }))
  const { made } = await recording(small)
  assert.equal(made.limits.maxSeconds, 20)
  const full = await MailboxWorld.open({}, packageWith({ limits: { voicemailMessages: 1 } }))
  full.leave('old')
  await full.dial('11', '022155510')
  assert.deepEqual(full.heard, ['mailbox-full', 'goodbye'])
  const none = await MailboxWorld.open({}, packageWith({ features: ['web-phone'] }))
  const caller = await none.dial('11', '022155510')
  assert.deepEqual([caller.final, none.pbx.steps.at(-1)], [480, 'mailbox-off'])
})
