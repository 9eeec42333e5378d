import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { MediaSource, RecordingEnd } from '@klinke/rtp'
import type { PaperCaller } from '@klinke/testbed'
import type { ConferenceRoom } from './rules.ts'
import { Rooms } from './test-support/rooms-world.ts'

const NAMED: Partial<ConferenceRoom> = { announceNames: true, announceCount: false }

/** Dials the room, and says its name as long as that. */
async function enter(rooms: Rooms, from: string, spokenMs = 1500, how: RecordingEnd['reason'] = 'limit'): Promise<PaperCaller> {
  const caller = await rooms.pbx.dial('acme', from, '700')
  await rooms.heard()
  rooms.pbx.media.sessions.at(-1)?.recordings.at(-1)?.end(how, spokenMs)
  await rooms.heard()
  return caller
}

/** The files of a source, as `de/done`; names are `names/1`. */
function filesOf(source: MediaSource | undefined): readonly string[] {
  const files = source?.kind === 'files' ? source.files : []
  return files.map((file) => file.split('/').slice(-2).join('/').replace('.wav', ''))
}

const told = (rooms: Rooms): readonly (readonly string[])[] => (rooms.mix?.playbacks ?? []).map(({ source }) => filesOf(source))

test('CONF-02: whoever comes in says its name before; all hear it when it comes and goes; no name outlives its conference', async () => {
  const rooms = new Rooms(NAMED)
  const anna = await enter(rooms, '10')
  const [recording] = rooms.host?.recordings ?? []
  assert.deepEqual([recording?.limits.maxSeconds, recording?.limits.announceBeep], [3, true])
  const bea = await enter(rooms, '11')
  const carl = await enter(rooms, '12')
  await rooms.hangUp(bea)
  assert.deepEqual(told(rooms), [
    ['names/2', 'de/conf-has-joined'],
    ['names/3', 'de/conf-has-joined'],
    ['names/2', 'de/conf-has-left'],
  ])
  assert.ok(rooms.names.kept.has('/names/2.wav'), 'it is being heard')
  rooms.mix?.playbacks.at(-1)?.end('finished')
  await rooms.heard()
  assert.deepEqual([...rooms.names.kept], ['/names/1.wav', '/names/3.wav'])
  await rooms.hangUp(anna, carl)
  assert.equal(rooms.names.kept.size, 0)
  rooms.assertOver(3)
})

test('CONF-02: by *4 a member alone hears the names of all who are there', async () => {
  const rooms = new Rooms(NAMED)
  const [anna, bea] = [await enter(rooms, '10'), await enter(rooms, '11', 100)]
  await rooms.press('*4')
  const heard = rooms.host?.playbacks.findLast(({ endpoint }) => endpoint === 'caller')?.source
  assert.deepEqual(filesOf(heard), ['names/1', 'de/conf-someone'])
  await rooms.heard()
  assert.equal(Object.keys(rooms.mixed).length, 2)
  await rooms.hangUp(anna, bea)
  rooms.assertOver(2)
})

const nameless: readonly (readonly [what: string, spokenMs: number, how: RecordingEnd['reason']])[] = [
  ['says nothing that could be kept', 100, 'stopped'],
  ['cannot be recorded: the disk is full', 2000, 'disk-full'],
  ['cannot be recorded: the engine failed', 2000, 'failed'],
]
for (const [what, spokenMs, how] of nameless) {
  test(`CONF-02: who ${what} comes in all the same, with a tone`, async () => {
    const rooms = new Rooms(NAMED)
    const [anna, bea] = [await enter(rooms, '10'), await enter(rooms, '11', spokenMs, how)]
    assert.deepEqual(rooms.mix?.playbacks.at(-1)?.source, { kind: 'signal', signal: 'joined' })
    assert.deepEqual([rooms.names.kept.size, Object.keys(rooms.mixed).length], [1, 2])
    await rooms.hangUp(anna, bea)
    assert.equal(rooms.names.kept.size, 0)
    rooms.assertOver(2)
  })
}

test('CONF-02: who hangs up while it says its name leaves neither a name nor a call behind', async () => {
  const rooms = new Rooms(NAMED)
  const caller = await rooms.pbx.dial('acme', '10', '700')
  await rooms.heard()
  assert.equal(rooms.names.kept.size, 1)
  await rooms.hangUp(caller)
  assert.equal(rooms.names.kept.size, 0)
  rooms.assertOver(1)
})

test('CONF-02: names are deleted when a moderator ends the conference, and of who finds no seat after it has said its name', async () => {
  const rooms = new Rooms({ ...NAMED, maxMembers: 2 })
  const anna = await enter(rooms, '10')
  const late = await rooms.pbx.dial('acme', '12', '700')
  await rooms.heard()
  const recording = rooms.pbx.media.sessions.at(-1)?.recordings.at(-1)
  const bea = await enter(rooms, '11')
  recording?.end('limit', 2000)
  await rooms.heard()
  assert.deepEqual([late.session.over, [...rooms.names.kept]], [true, ['/names/1.wav', '/names/3.wav']])
  rooms.running.of('room-1')?.end()
  await rooms.heard()
  assert.deepEqual([anna.session.over, bea.session.over, rooms.names.kept.size], [true, true, 0])
  rooms.assertOver(3)
})

test('CONF-02: the same extension at another device keeps its name; who is transferred into the seat does not speak with it', async () => {
  const rooms = new Rooms(NAMED)
  const [anna, bea] = [await enter(rooms, '10'), await enter(rooms, '11')]
  const mobile = await rooms.pbx.dial('acme', '10', '700', [], { kind: 'session', session: anna.session })
  await rooms.heard()
  const names = (): readonly (string | undefined)[] => rooms.running.of('room-1')?.members.map(({ name }) => name?.path) ?? []
  assert.deepEqual(names(), ['/names/1.wav', '/names/2.wav'])
  await rooms.hangUp(mobile, bea)
  assert.equal(rooms.names.kept.size, 0)
})
