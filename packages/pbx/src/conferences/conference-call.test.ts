import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PaperCaller, PaperMediaSession, PaperRoom } from '@klinke/testbed'
import { absentDatabase } from '../test-support/absent-database.ts'
import { TestPbx } from '../test-support/test-pbx.ts'
import type { ConferenceRoom } from './rules.ts'
import { RunningConferences } from './running-conferences.ts'
import { openConferences } from './slice.ts'
import { plainPins, room } from './test-support/rooms.ts'

const PINS = { participantPin: '1111', moderatorPin: '2222' } as const

/** A tenant with a conference room at 700. */
class Rooms {
  readonly running = new RunningConferences()
  readonly pbx: TestPbx

  constructor(more: Partial<ConferenceRoom> = {}, maxConferenceMembers = 99) {
    const acme = {
      ...{ id: 'acme', extensions: ['10', '11', '12', '13'], numbers: { '+4922170': { kind: 'conference', targetId: 'room-1' } as const } },
      targets: [{ kind: 'conference', id: 'room-1', name: 'Vertrieb', number: '700' }],
      parts: { conferences: new Map([['room-1', room(more)]]) },
      profile: { maxConferenceMembers },
    }
    const bolt = { id: 'bolt', extensions: ['50'], numbers: {} }
    this.pbx = new TestPbx([acme, bolt], { instead: { conferences: openConferences(absentDatabase, plainPins, this.running) } })
  }

  /** An extension dials the room and types its PIN; what it is told is heard to the end. */
  async call(from: string, pin?: string): Promise<PaperCaller> {
    const caller = await this.pbx.dial('acme', from, '700')
    if (pin !== undefined) await this.press(`${pin}#`, this.pbx.media.sessions.at(-1))
    await this.heard()
    return caller
  }

  /** Keys of a party; of the caller of a call that has just begun unless `endpoint` says otherwise. */
  async press(keys: string, session = this.host, endpoint = 'caller'): Promise<void> {
    for (const digit of keys) session?.events.send({ kind: 'dtmf', endpoint, digit, durationMs: 100, by: 'telephone-event' })
    await this.pbx.clock.advance(0)
  }

  /** Whatever is played once has been heard. */
  async heard(): Promise<void> {
    for (let round = 0; round < 12; round++) {
      for (const playback of this.pbx.media.sessions.flatMap(({ playbacks }) => playbacks)) {
        if (playback.source.kind !== 'files' || playback.source.repeat !== 'forever') playback.end('finished')
      }
      await this.pbx.clock.advance(0)
    }
  }

  async hangUp(...callers: readonly PaperCaller[]): Promise<void> {
    for (const caller of callers) caller.session.hangUp()
    await this.heard()
  }

  /** The media in which the conference is held. */
  get host(): PaperMediaSession | undefined {
    return this.pbx.media.sessions.find(({ rooms, closed }) => rooms.length > 0 && !closed)
  }

  get mix(): PaperRoom | undefined {
    return this.host?.rooms[0]
  }

  /** Who hears the others, and whether they hear it. */
  get mixed(): Record<string, boolean> {
    return Object.fromEntries([...(this.mix?.members ?? [])].map(([id, { muted = false }]) => [id, !muted]))
  }

  /** The one who was last played to hears the tenant's music. */
  get hearsMusic(): boolean {
    const source = this.host?.playbacks.at(-1)?.source
    return source?.kind === 'files' && source.repeat === 'forever'
  }

  /** Nothing is left of any call. */
  assertOver(calls: number): void {
    assert.equal(this.pbx.ended.length, calls)
    assert.deepEqual([this.pbx.media.opened, this.running.of('room-1')], [0, undefined])
  }
}

test('CONF-02: three who dial the room and know its PIN hear each other; the conference ends with the last of them', async () => {
  const rooms = new Rooms(PINS)
  const anna = await rooms.call('10', '1111')
  assert.deepEqual(rooms.mixed, {})
  assert.equal(rooms.hearsMusic, true, 'the first one hears music')
  const bea = await rooms.call('11', '1111')
  const carl = await rooms.call('12', '2222')
  assert.deepEqual(rooms.mixed, { caller: true, 'joined-1': true, 'joined-2': true })
  assert.deepEqual(
    rooms.mix?.playbacks.map(({ source }) => source),
    [1, 2].map(() => ({ kind: 'signal', signal: 'joined' })),
  )
  await rooms.hangUp(anna)
  assert.deepEqual([bea.session.over, carl.session.over], [false, false])
  assert.deepEqual([rooms.pbx.ended.length, rooms.pbx.ended[0]?.cause], [1, 'hung-up-by-caller'])
  assert.deepEqual(rooms.mix?.playbacks.at(-1)?.source, { kind: 'signal', signal: 'left' })
  await rooms.hangUp(bea)
  assert.equal(rooms.hearsMusic, true, 'the last one hears music again')
  await rooms.hangUp(carl)
  rooms.assertOver(3)
})

test('CONF-02: a member goes on at another device: that one has the seat, the old one is hung up, and nobody hears of it', async () => {
  const rooms = new Rooms()
  const anna = await rooms.call('10')
  const bea = await rooms.call('11')
  const replaced = { kind: 'session', session: anna.session } as const
  const mobile = await rooms.pbx.dial('acme', '10', '700', [], replaced)
  await rooms.heard()
  assert.deepEqual([mobile.final, anna.session.over, bea.session.over], [200, true, false])
  assert.deepEqual(rooms.mixed, { 'joined-1': true, 'joined-2': true })
  assert.equal(rooms.mix?.playbacks.length, 1, 'one tone, when the second came')
  await rooms.hangUp(bea)
  assert.equal(mobile.session.over, false)
  await rooms.hangUp(mobile)
  rooms.assertOver(3)
})

test('CONF-02: after three wrong PINs the caller is told goodbye, and no PIN is in its record', async () => {
  const rooms = new Rooms(PINS)
  const caller = await rooms.pbx.dial('acme', '10', '700')
  for (const wrong of ['9876#', '9875#', '9874#']) {
    assert.equal(caller.session.over, false)
    await rooms.press(wrong, rooms.pbx.media.sessions.at(-1))
    await rooms.heard()
  }
  assert.equal(caller.session.over, true)
  assert.deepEqual(
    rooms.pbx.steps.filter((step) => step.startsWith('conference')),
    ['conference-pin-wrong', 'conference-pin-wrong', 'conference-pin-wrong', 'conference-refused'],
  )
  assert.doesNotMatch(JSON.stringify(rooms.pbx.ended), /987/)
  rooms.assertOver(1)
})

test('CONF-02: who types nothing is asked three times, then goes', async () => {
  const rooms = new Rooms(PINS)
  const caller = await rooms.call('10')
  for (let tried = 0; tried < 3; tried++) {
    await rooms.pbx.clock.advance(10_000)
    await rooms.heard()
  }
  assert.equal(caller.session.over, true)
  rooms.assertOver(1)
})

test('CONF-02: participants hear music until a moderator is there', async () => {
  const rooms = new Rooms({ ...PINS, waitForModerator: true })
  const [anna, bea] = [await rooms.call('10', '1111'), await rooms.call('11', '1111')]
  assert.deepEqual(rooms.mixed, {})
  const carl = await rooms.call('12', '2222')
  assert.deepEqual(rooms.mixed, { caller: true, 'joined-1': true, 'joined-2': true })
  await rooms.hangUp(carl)
  assert.deepEqual(rooms.mixed, { caller: true, 'joined-1': true, 'joined-2': true }, 'the room goes on without its moderator')
  await rooms.hangUp(anna, bea)
  rooms.assertOver(3)
})

test('CONF-02: where the room ends with its moderator all are sent away', async () => {
  const rooms = new Rooms({ ...PINS, whenModeratorLeaves: 'ends' })
  const [anna, bea] = [await rooms.call('10', '1111'), await rooms.call('11', '1111')]
  const carl = await rooms.call('12', '2222')
  await rooms.hangUp(carl)
  assert.deepEqual([anna.session.over, bea.session.over], [true, true])
  rooms.assertOver(3)
})

test('CONF-02: a member mutes itself by key; a moderator mutes all others, locks, removes the last who came, and ends the conference', async () => {
  const rooms = new Rooms(PINS)
  const carl = await rooms.call('12', '2222')
  const [anna, bea] = [await rooms.call('10', '1111'), await rooms.call('11', '1111')]
  const press = async (endpoint: string, keys: string): Promise<void> => {
    await rooms.press(keys, rooms.host, endpoint)
    await rooms.heard()
  }
  await press('joined-1', '*6')
  assert.deepEqual(rooms.mixed, { caller: true, 'joined-1': false, 'joined-2': true })
  await press('joined-1', '*6')
  await press('joined-1', '*5')
  assert.deepEqual(rooms.mixed, { caller: true, 'joined-1': true, 'joined-2': true }, 'a participant mutes nobody else')
  await press('caller', '*5')
  assert.deepEqual(rooms.mixed, { caller: true, 'joined-1': false, 'joined-2': false })
  await press('caller', '*7')
  const late = await rooms.call('13', '1111')
  assert.equal(late.session.over, true)
  await press('caller', '*8')
  assert.deepEqual([anna.session.over, bea.session.over], [false, true])
  await press('caller', '*9')
  assert.deepEqual([anna.session.over, carl.session.over], [true, true])
  rooms.assertOver(4)
})

test('CONF-01: one more than the profile allows is told busy before it is answered', async () => {
  const rooms = new Rooms({}, 2)
  const [anna, bea] = [await rooms.call('10'), await rooms.call('11')]
  const carl = await rooms.call('12')
  assert.deepEqual([anna.final, bea.final, carl.final], [200, 200, 486])
  await rooms.hangUp(anna, bea)
  rooms.assertOver(3)
})

test('the last two leave at once: the conference ends once, and who comes then begins a new one', async () => {
  const rooms = new Rooms()
  const [anna, bea] = [await rooms.call('10'), await rooms.call('11')]
  const first = rooms.running.of('room-1')
  anna.session.hangUp()
  bea.session.hangUp()
  const carl = await rooms.call('12')
  assert.equal(carl.session.over, false)
  const second = rooms.running.of('room-1')
  assert.ok(second !== undefined && second !== first)
  assert.equal(second.members.length, 1)
  await rooms.hangUp(carl)
  rooms.assertOver(3)
})

test('a room that is deleted during a conference takes nobody in any more; its conference goes on to its end', async () => {
  const rooms = new Rooms()
  const [anna, bea] = [await rooms.call('10'), await rooms.call('11')]
  rooms.pbx.change('acme', { conferences: new Map() })
  assert.equal((await rooms.call('12')).final, 404)
  assert.deepEqual(Object.keys(rooms.mixed), ['caller', 'joined-1'])
  await rooms.hangUp(anna, bea)
  rooms.assertOver(3)
})

test('when the media of a conference is lost all members are sent away, and the room is free again', async () => {
  const rooms = new Rooms()
  const [anna, bea] = [await rooms.call('10'), await rooms.call('11')]
  rooms.host?.events.send({ kind: 'lost', endpoint: 'caller' })
  await rooms.heard()
  assert.deepEqual([anna.session.over, bea.session.over], [true, true])
  rooms.assertOver(2)
})

test('a member whose phone sends nothing any more goes alone; the others talk on', async () => {
  const rooms = new Rooms()
  const [anna, bea, carl] = [await rooms.call('10'), await rooms.call('11'), await rooms.call('12')]
  rooms.host?.events.send({ kind: 'inactive', endpoint: 'caller', silentMs: 60_000 })
  await rooms.heard()
  assert.deepEqual([anna.session.over, bea.session.over, carl.session.over], [true, false, false])
  assert.equal(anna.session.byeReason, 'Q.850;cause=102')
  assert.deepEqual(rooms.running.of('room-1')?.members.length, 2)
  await rooms.hangUp(bea, carl)
  rooms.assertOver(3)
})
