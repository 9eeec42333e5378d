import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type PaperMediaSession, type PaperRoom, VirtualClock } from '@klinke/testbed'
import { RecordingWorld } from '../recordings/test-support/recording-world.ts'
import { absentDatabase } from '../test-support/absent-database.ts'
import type { TestPbx } from '../test-support/test-pbx.ts'
import { RunningConferences } from './running-conferences.ts'
import { openConferences } from './slice.ts'
import { PaperNames, plainPins, room } from './test-support/rooms.ts'

const NOTICE = 'de/conf-recording'
const MODERATOR = { moderatorPin: '2222' } as const

/** Customer acme's room 700 without a PIN for participants; 10 is its moderator. */
class Recorded {
  readonly world: RecordingWorld

  constructor(onDemand = true) {
    const conferences = new Map([['room-1', room(MODERATOR)]])
    const targets = [{ kind: 'conference', id: 'room-1', name: 'Vertrieb', number: '700' }]
    const instead = {
      conferences: openConferences({
        database: absentDatabase,
        clock: new VirtualClock(),
        pins: plainPins,
        running: new RunningConferences(new PaperNames()),
      }),
    }
    this.world = new RecordingWorld({ onDemand }, [], { conferences }, { targets }, instead)
  }

  get pbx(): TestPbx {
    return this.world.pbx
  }

  async call(from: string, pin = ''): Promise<void> {
    await this.pbx.dial('acme', from, '700')
    await this.press(`${pin}#`, this.pbx.media.sessions.at(-1))
    await this.heard()
  }

  async press(keys: string, session = this.host): Promise<void> {
    for (const digit of keys) session?.events.send({ kind: 'dtmf', endpoint: 'caller', digit, durationMs: 100, by: 'telephone-event' })
    await this.pbx.clock.advance(0)
  }

  async heard(): Promise<void> {
    for (let round = 0; round < 12; round++) await this.pbx.hearOut()
  }

  get host(): PaperMediaSession | undefined {
    return this.pbx.media.sessions.find(({ rooms, closed }) => rooms.length > 0 && !closed)
  }

  get mix(): PaperRoom | undefined {
    return this.host?.rooms[0]
  }

  /** What an endpoint hears now. */
  told(endpoint: string): string {
    const source = this.host?.playbacks.findLast((playback) => playback.endpoint === endpoint)?.source
    return source?.kind === 'files' ? source.files.map((file) => file.split('/').slice(-2).join('/').replace('.wav', '')).join(' ') : ''
  }

  get recordings() {
    return this.mix?.recordings ?? []
  }
}

test('CONF-02, LAW-06: a moderator records by key; all hear so before, whoever joins later hears it before the others hear it', async () => {
  const conference = new Recorded()
  await conference.call('10', '2222')
  await conference.call('11')
  await conference.press('*1')
  assert.deepEqual([conference.told('caller'), conference.told('joined-1'), conference.recordings.length], [NOTICE, NOTICE, 0])
  await conference.heard()
  assert.equal(conference.recordings.length, 1)
  await conference.pbx.dial('acme', '12', '700')
  await conference.press('#', conference.pbx.media.sessions.at(-1))
  for (let round = 0; round < 12 && conference.told('joined-2') !== NOTICE; round++) await conference.pbx.hearOut()
  assert.deepEqual([conference.told('joined-2'), conference.mix?.members.has('joined-2')], [NOTICE, false])
  await conference.heard()
  assert.equal(conference.mix?.members.has('joined-2'), true)
  await conference.press('*1')
  const [kept] = conference.world.archive.kept
  assert.deepEqual(
    kept?.consents.map(({ number, how }) => `${number} ${how}`),
    ['10 told', '11 told', '12 told'],
  )
  assert.deepEqual([kept?.because, kept?.cause], ['stopped', { kind: 'conference', roomId: 'room-1' }])
  assert.equal(conference.world.archive.amended.at(-1)?.parties.length, 3)
})

test('a recording of a conference ends with it', async () => {
  const conference = new Recorded()
  await conference.call('10', '2222')
  await conference.call('11')
  await conference.press('*1')
  await conference.heard()
  await conference.press('*9')
  await conference.heard()
  assert.equal(conference.world.archive.kept[0]?.because, 'call-ended')
})

for (const [what, onDemand, others, room] of [
  ['a tenant that does not record', false, true, 10 ** 9],
  ['a moderator alone', true, false, 10 ** 9],
  ['full storage', true, true, 0],
] as const) {
  test(`with ${what} the key says that it is not possible`, async () => {
    const conference = new Recorded(onDemand)
    conference.world.archive.room = room
    await conference.call('10', '2222')
    if (others) await conference.call('11')
    await conference.press('*1')
    for (let round = 0; round < 12 && conference.told('caller') !== 'de/not-possible'; round++) await conference.pbx.hearOut()
    assert.equal(conference.told('caller'), 'de/not-possible')
    assert.equal(conference.recordings.length, 0)
  })
}

test('a full disk ends the recording, all hear so, and the conference goes on', async () => {
  const conference = new Recorded()
  await conference.call('10', '2222')
  await conference.call('11')
  await conference.press('*1')
  await conference.heard()
  conference.recordings[0]?.end('disk-full', 3000)
  await conference.pbx.clock.advance(0)
  const source = conference.mix?.playbacks.at(-1)?.source
  assert.ok(source?.kind === 'files' && source.files[0]?.endsWith('de/recording-stopped.wav'))
  assert.deepEqual([conference.world.archive.kept[0]?.because, conference.mix?.members.size], ['disk-full', 2])
})
