import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type PaperCaller, type PaperRoom, phoneSdp } from '@klinke/testbed'
import { DEFAULT_INTERCOM } from '../intercom/rules.ts'
import { TestPbx } from '../test-support/test-pbx.ts'
import { type PageSettings, pageSettings } from './rules.ts'

/** A tenant with a page group at 80: all extensions from 11 on. */
class Hall {
  readonly pbx: TestPbx

  constructor(settings: Partial<PageSettings> = {}, members = ['11', '12', '13']) {
    const group = {
      ...{ id: 'hall', name: 'Hall', number: '80', settings: { ...pageSettings.parse({}), ...settings } },
      members: members.map((number) => ({ extensionId: `acme-${number}`, signedIn: true, paused: false })),
    }
    const parts = {
      paging: new Map([['hall', group]]),
      intercom: new Map([['acme-14', { ...DEFAULT_INTERCOM, accepts: 'nobody' as const }]]),
    }
    const targets = [{ kind: 'page', id: 'hall', name: 'Hall', number: '80' }]
    this.pbx = new TestPbx([
      { id: 'acme', extensions: ['10', '11', '12', '13', '14'], numbers: {}, targets, parts },
      { id: 'bolt', extensions: ['50'], numbers: {} },
    ])
  }

  get rung(): string {
    return this.pbx.phones.map(({ invite }) => /^sip:([^@]+)@/.exec(invite.uri)?.[1]).join(' ')
  }

  get mix(): PaperRoom | undefined {
    return this.pbx.media.sessions.flatMap(({ rooms }) => rooms)[0]
  }

  /** Who is in the room, and whether the others hear it. */
  get mixed(): Record<string, boolean> {
    return Object.fromEntries([...(this.mix?.members ?? [])].map(([id, { muted = false }]) => [id, !muted]))
  }

  /** The nth phone answers by itself. */
  async answers(...which: readonly number[]): Promise<void> {
    for (const index of which) this.pbx.phones[index]?.answer('answer')
    await this.pbx.clock.advance(0)
  }

  async hearBeeps(): Promise<void> {
    for (const playback of this.pbx.media.sessions.flatMap(({ playbacks }) => playbacks)) {
      if (playback.source.kind === 'signal' && playback.source.signal === 'beep') playback.end('finished')
    }
    await this.pbx.clock.advance(0)
  }
}

test('CALL-05: all phones of the group are asked to answer by themselves, and hear the caller, who does not hear them', async () => {
  const hall = new Hall()
  const caller = await hall.pbx.dial('acme', '10', '80')
  assert.equal(hall.rung, '11 12 13')
  assert.ok(hall.pbx.phones.every(({ invite }) => invite.headers?.some(([name]) => name === 'Answer-Mode')))
  await hall.answers(0, 1, 2)
  assert.deepEqual(hall.mixed, {}, 'nobody is in before the beeps')
  await hall.hearBeeps()
  assert.deepEqual(hall.mixed, { 'joined-1': false, 'joined-2': false, 'joined-3': false }, 'the caller hears its beep')
  await hall.hearBeeps()
  assert.deepEqual(hall.mixed, { 'joined-1': false, 'joined-2': false, 'joined-3': false, caller: true })
  await over(hall, caller)
})

test('CALL-05: with talk-back all hear each other', async () => {
  const hall = new Hall({ talkBack: true }, ['11', '12'])
  await hall.pbx.dial('acme', '10', '80')
  await hall.answers(0, 1)
  await hall.hearBeeps()
  await hall.hearBeeps()
  assert.deepEqual(hall.mixed, { 'joined-1': true, 'joined-2': true, caller: true })
})

test('CALL-05: who talks, allows no announcements, or makes the page is left out', async () => {
  const hall = new Hall({}, ['10', '11', '12', '13', '14'])
  await hall.pbx.dial('acme', '12', '11')
  await hall.answers(0)
  await hall.pbx.dial('acme', '10', '80')
  assert.equal(hall.rung, '11 13')
})

test('CALL-05: the caller speaks 0.8 s after the first phone answered; a slower one joins', async () => {
  const hall = new Hall()
  await hall.pbx.dial('acme', '10', '80')
  await hall.answers(0)
  await hall.hearBeeps()
  await hall.pbx.clock.advance(800)
  await hall.hearBeeps()
  assert.deepEqual(hall.mixed, { 'joined-1': false, caller: true })
  await hall.answers(2)
  await hall.hearBeeps()
  assert.deepEqual(hall.mixed, { 'joined-1': false, caller: true, 'joined-2': false })
})

test('CALL-05: phones that refuse or do not answer are given up, and the caller is told when none is left', async () => {
  const hall = new Hall()
  const caller = await hall.pbx.dial('acme', '10', '80')
  hall.pbx.phones[0]?.refuse(486)
  await hall.pbx.clock.advance(10_000)
  assert.ok(hall.pbx.phones[1]?.cancelReason !== undefined)
  assert.deepEqual(hall.pbx.announced, ['de/page-nobody'])
  await hall.pbx.hearOut()
  assert.equal(caller.session.over, true)
  assert.deepEqual([hall.pbx.live.ofTenant('acme').length, hall.pbx.media.opened], [0, 0])
})

test('CALL-05: a page ends when nobody hears it any more', async () => {
  const hall = new Hall({}, ['11'])
  const caller = await hall.pbx.dial('acme', '10', '80')
  await hall.answers(0)
  await hall.hearBeeps()
  await hall.hearBeeps()
  hall.pbx.phones[0]?.session.hangUp()
  await hall.pbx.clock.advance(0)
  assert.equal(caller.session.over, true)
})

test('CALL-05: a caller that hangs up while phones are called leaves none ringing', async () => {
  const hall = new Hall()
  const caller = await hall.pbx.dial('acme', '10', '80')
  await hall.answers(0)
  await over(hall, caller)
  assert.ok(hall.pbx.phones.slice(1).every(({ cancelReason }) => cancelReason !== undefined))
})

const refusals: readonly (readonly [what: string, settings: Partial<PageSettings>, members: string[], status: number, said: string])[] = [
  ['to nobody', {}, ['10'], 480, 'de/page-nobody'],
  ['by who may not', { callers: 'members' }, ['11'], 403, 'de/not-possible'],
]
for (const [what, settings, members, status, said] of refusals) {
  test(`CALL-05: a page ${what} is refused with ${status}, before the answer`, async () => {
    const hall = new Hall(settings, members)
    const caller = await hall.pbx.dialAndListen('acme', '10', '80')
    assert.deepEqual([caller.final, hall.pbx.announced, hall.rung], [status, [said], ''])
  })
}

test('a group calls no more phones than it may', async () => {
  const hall = new Hall({ maxPhones: 2 })
  await hall.pbx.dial('acme', '10', '80')
  assert.equal(hall.rung, '11 12')
})

/** The caller hangs up, and nothing is left of the page. */
async function over(hall: Hall, caller: PaperCaller): Promise<void> {
  caller.session.hangUp()
  await hall.pbx.clock.advance(0)
  assert.ok(hall.pbx.phones.every(({ session, cancelReason }) => session.over || cancelReason !== undefined))
  assert.deepEqual([hall.pbx.live.ofTenant('acme').length, hall.pbx.media.opened], [0, 0])
}

test('CALL-05: who goes on with the announcement at another phone speaks there', async () => {
  const hall = new Hall({}, ['11'])
  const caller = await hall.pbx.dial('acme', '10', '80')
  await hall.answers(0)
  await hall.hearBeeps()
  await hall.hearBeeps()
  const dialog = { kind: 'session', session: caller.session } as const
  await hall.pbx.dial('acme', '10', '10', [], dialog)
  assert.equal(caller.session.over, true)
  assert.deepEqual(hall.mixed['joined-2'], true)
})

for (const talkBack of [false, true]) {
  test(`the phones do not hear the music of a speaker that holds; a listener that holds is ${talkBack ? 'heard again' : 'as silent as before'} afterwards`, async () => {
    const hall = new Hall({ talkBack })
    const caller = await hall.pbx.dial('acme', '10', '80')
    await hall.answers(0, 1, 2)
    await hall.hearBeeps()
    await hall.hearBeeps()
    const before = hall.mixed
    const host = hall.pbx.media.sessions.find(({ rooms }) => rooms.length > 0)
    const listener = Object.keys(before).find((id) => id !== 'caller') ?? ''
    for (const [id, session] of [
      ['caller', caller.session],
      [listener, hall.pbx.phones[0]?.session],
    ] as const) {
      const asks = async (direction: 'sendonly' | 'sendrecv'): Promise<void> => {
        host?.directions.set(id, direction)
        assert.equal((await session?.sendOffer(phoneSdp('192.0.2.10', 2, direction)))?.status, 200)
        await hall.pbx.clock.advance(0)
      }
      await asks('sendonly')
      assert.deepEqual(hall.mixed, { ...before, [id]: false })
      await asks('sendrecv')
      assert.deepEqual(hall.mixed, before)
    }
    caller.session.hangUp()
    await hall.pbx.clock.advance(0)
  })
}
