import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { TeamMember } from '../teams/team.ts'
import type { TestPbx } from '../test-support/test-pbx.ts'
import type { QueueSettings } from './rules.ts'
import { agent, answer, COLLEAGUE, connected, DEFAULTS, heard, press, QUEUE, queuesOf, rung, setUp } from './test-support/queue-world.ts'

test('ACD-02: a caller is answered, hears music, and talks to the first free agent', async () => {
  const pbx = setUp()
  const caller = await pbx.dial('acme', '10', '60')
  assert.deepEqual([caller.final, rung(pbx)], [200, '11'])
  assert.equal(heard(pbx.media.sessions[0]), 'hold-music')
  await answer(pbx)
  assert.ok(connected(pbx.media.sessions[0]))
})

test('LAW-08: with answer "with-agent" greeting and music come before the answer, which is the agent’s', async () => {
  const pbx = setUp({ answer: 'with-agent', greeting: true })
  const caller = await pbx.dial('acme', '10', '60')
  assert.deepEqual([caller.final, caller.responses.some((line) => line.startsWith('183'))], [undefined, true])
  assert.deepEqual([heard(pbx.media.sessions[0]), rung(pbx)], ['queue-welcome', ''])
  pbx.media.sessions[0]?.playbacks[0]?.end('finished')
  await pbx.clock.advance(0)
  assert.deepEqual([caller.final, heard(pbx.media.sessions[0]), rung(pbx)], [undefined, 'queue-welcome hold-music', '11'])
  await answer(pbx)
  assert.equal(caller.final, 200)
})

test('ACD-02: callers are served in the order in which they came, each when an agent is free', async () => {
  const pbx = setUp({}, [agent('11')])
  const first = await pbx.dial('acme', '10', '60')
  await answer(pbx)
  await pbx.dial('acme', '13', '60')
  await pbx.clock.advance(500)
  await pbx.dial('acme', '20', '60')
  assert.equal(rung(pbx), '11')
  first.session.hangUp()
  await pbx.clock.advance(1000)
  assert.equal(rung(pbx), '11 11')
  assert.match(pbx.phone().invite.from, /sip:13@/)
})

test('ACD-02: a caller with priority goes before others', async () => {
  const pbx = setUp({ priorityCallers: [{ caller: '20', priority: 5 }] }, [agent('11')])
  const first = await pbx.dial('acme', '10', '60')
  await answer(pbx)
  await pbx.dial('acme', '13', '60')
  await pbx.dial('acme', '20', '60')
  first.session.hangUp()
  await pbx.clock.advance(1000)
  assert.match(pbx.phone().invite.from, /sip:20@/)
})

test('ACD-02: after a call the agent has time to wrap it up', async () => {
  const pbx = setUp({ wrapUpSeconds: 30 }, [agent('11')])
  const first = await pbx.dial('acme', '10', '60')
  await answer(pbx)
  await pbx.dial('acme', '13', '60')
  first.session.hangUp()
  await pbx.clock.advance(29_000)
  assert.equal(rung(pbx), '11')
  await pbx.clock.advance(2_000)
  assert.equal(rung(pbx), '11 11')
})

test('ACD-02: the agent’s phone shows the queue, and a signal comes before the caller', async () => {
  const pbx = setUp({ announceToAgent: true })
  await pbx.dial('acme', '10', '60')
  assert.match(pbx.phone().invite.from, /Service: Extension 10/)
  await answer(pbx)
  const [session] = pbx.media.sessions
  assert.deepEqual([session?.playbacks.at(-1)?.endpoint, connected(session)], ['called-1', false])
  session?.playbacks.at(-1)?.end('finished')
  await pbx.clock.advance(0)
  assert.ok(connected(session))
})

test('after a queue a transferred caller hears that it rings, not silence', async () => {
  const pbx = setUp()
  await pbx.dial('acme', '10', '60')
  await answer(pbx)
  pbx.phone().session.sendRefer({ uri: 'sip:14@acme.example' })
  await pbx.clock.advance(0)
  assert.equal(rung(pbx), '11 14')
  assert.equal(pbx.media.sessions[0]?.playbacks.at(-1)?.source.kind, 'signal')
})

const silent: readonly (readonly [what: string, act: (pbx: TestPbx) => void, waitMs: number])[] = [
  ['does not answer', () => undefined, 21_000],
  ['declines', (pbx) => pbx.phone().refuse(603), 1000],
  ['has vanished', (pbx) => pbx.phone().timeOut(), 1000],
]
for (const [what, act, waitMs] of silent) {
  test(`an agent whose phone ${what} is left alone, the caller keeps its place and rings another`, async () => {
    const pbx = setUp({ retrySeconds: 60 })
    const caller = await pbx.dial('acme', '10', '60')
    act(pbx)
    await pbx.clock.advance(waitMs)
    assert.equal(rung(pbx), '11 12')
    pbx.phone().refuse(486)
    await pbx.clock.advance(5_000)
    assert.equal(rung(pbx), '11 12')
    assert.equal(caller.session.over, false)
  })
}

test('an agent who hangs up before the caller is there does not end the call', async () => {
  const pbx = setUp({ announceToAgent: true })
  const caller = await pbx.dial('acme', '10', '60')
  await answer(pbx)
  pbx.phone().session.hangUp()
  await pbx.clock.advance(1000)
  assert.deepEqual([rung(pbx), caller.session.over], ['11 12', false])
})

test('all free agents ring together where the queue says so, and busy ones do not', async () => {
  const pbx = setUp({ strategy: 'simultaneous' }, [agent('11'), agent('12'), agent('13')])
  await pbx.dial('acme', '13', '14')
  await pbx.dial('acme', '10', '60')
  assert.equal(rung(pbx), '14 11 12')
})

test('all agents leave while callers wait: they are led on, or wait for one who signs in', async () => {
  const pbx = setUp({ whenNoAgent: COLLEAGUE }, [agent('11')])
  const first = await pbx.dial('acme', '20', '60')
  await answer(pbx)
  await pbx.dial('acme', '10', '60')
  pbx.change('acme', { queues: queuesOf({ whenNoAgent: COLLEAGUE }, [agent('11', { signedIn: false })]) })
  await pbx.clock.advance(1000)
  assert.deepEqual([rung(pbx), first.session.over], ['11 14', false])

  const patient = setUp({}, [])
  await patient.dial('acme', '10', '60')
  await patient.clock.advance(10_000)
  patient.change('acme', { queues: queuesOf({}, [agent('12')]) })
  await patient.clock.advance(1000)
  assert.equal(rung(patient), '12')
})

test('ACD-02: after the longest stay the caller is led on, also while a phone rings', async () => {
  const pbx = setUp({ maxWaitSeconds: 15, afterMaxWait: COLLEAGUE }, [agent('11')])
  await pbx.dial('acme', '10', '60')
  await pbx.clock.advance(15_000)
  assert.equal(rung(pbx), '11 14')
  assert.ok(pbx.phones[0]?.cancelReason !== undefined)
})

const closed: readonly (readonly [what: string, settings: Partial<QueueSettings>, members: readonly TeamMember[], callers: number])[] = [
  ['is full', { whenFull: COLLEAGUE, maxCallers: 1 }, [], 1],
  ['has no agent', { whenNoAgent: COLLEAGUE }, [agent('11', { signedIn: false }), agent('12', { paused: true })], 0],
  ['has no free agent', { whenAllBusy: COLLEAGUE }, [agent('20')], 1],
  ['is closed', { whenClosed: COLLEAGUE, hours: { schedule: { kind: 'schedule', targetId: QUEUE } } }, [agent('11')], 0],
]
for (const [what, settings, members, callers] of closed) {
  test(`ACD-02: a queue that ${what} leads the caller on at once, unanswered`, async () => {
    const pbx = setUp(settings, members)
    const never = { id: QUEUE, name: 'Never', timeZone: 'Europe/Berlin', week: [], holidays: undefined, specialDays: [] }
    pbx.change('acme', { schedules: new Map([[QUEUE, never]]) })
    for (let before = 0; before < callers; before++) await pbx.dial('acme', '20', callers === 1 && members.length > 0 ? '21' : '60')
    const caller = await pbx.dial('acme', '10', '60')
    assert.deepEqual([rung(pbx).split(' ').at(-1), caller.final], ['14', undefined])
  })
}

test('ACD-02: a key leaves the queue, while phones ring too', async () => {
  const pbx = setUp({ exit: { key: '9', to: COLLEAGUE } })
  await pbx.dial('acme', '10', '60')
  await press(pbx, pbx.media.sessions[0], '5')
  assert.equal(rung(pbx), '11')
  await press(pbx, pbx.media.sessions[0], '9')
  assert.equal(rung(pbx), '11 14')
  assert.ok(pbx.phones[0]?.cancelReason !== undefined)
})

test('ACD-02: the place is said at its times, then music goes on; ringing an agent does not cut it off', async () => {
  const announcements = { ...DEFAULTS.announcements, position: { firstSeconds: 10, everySeconds: 30 } }
  const pbx = setUp({ announcements }, [agent('20')])
  await pbx.dial('acme', '20', '14')
  await pbx.dial('acme', '10', '60')
  const session = pbx.media.sessions[1]
  await pbx.clock.advance(9_000)
  assert.equal(heard(session), 'hold-music')
  await pbx.clock.advance(1_500)
  assert.equal(heard(session), 'hold-music position-next')
  session?.playbacks.at(-1)?.end('finished')
  await pbx.clock.advance(0)
  assert.equal(heard(session), 'hold-music position-next hold-music')
})

test('ACD-02: who can be called back is told the key; who cannot, or where there is none, hears music', async () => {
  const announcements = { ...DEFAULTS.announcements, callback: { firstSeconds: 10, everySeconds: 30 } }
  for (const [callback, hears] of [
    [{ key: '*' }, 'hold-music callback-offer+flow-press+digit-star+callback-keeps-place'],
    [null, 'hold-music'],
  ] as const) {
    const pbx = setUp({ announcements, callback }, [])
    await pbx.dial('acme', '10', '60')
    await pbx.clock.advance(10_500)
    assert.equal(heard(pbx.media.sessions[0]), hears)
  }
})

const moments: readonly (readonly [when: string, settings: Partial<QueueSettings>, reach: (pbx: TestPbx) => Promise<void>])[] = [
  ['during the greeting', { greeting: true }, async () => undefined],
  ['during the greeting, unanswered', { greeting: true, answer: 'with-agent' }, async () => undefined],
  ['while the agent rings', {}, async () => undefined],
  ['while the agent hears the announcement', { announceToAgent: true }, answer],
  ['in the talk', {}, answer],
]
for (const [when, settings, reach] of moments) {
  test(`a caller who hangs up ${when} leaves nothing behind, and the next is served`, async () => {
    const pbx = setUp(settings, [agent('11')])
    const caller = await pbx.dial('acme', '10', '60')
    await reach(pbx)
    if (caller.final === undefined) caller.cancel()
    else caller.session.hangUp()
    await pbx.clock.advance(1000)
    assert.ok(pbx.phones.every((phone) => phone.over))
    assert.equal(pbx.media.opened, 0)
    await pbx.dial('acme', '13', '60')
    pbx.media.sessions[1]?.playbacks.filter(({ endpoint }) => endpoint === 'caller')[0]?.end('finished')
    await pbx.clock.advance(1000)
    assert.equal(rung(pbx).split(' ').at(-1), '11')
    assert.equal(pbx.phone().over, false)
  })
}

test('queues without agents that lead to each other end the call instead of going round', async () => {
  const pbx = setUp({ whenNoAgent: { kind: 'queue', targetId: QUEUE } }, [])
  const caller = await pbx.dial('acme', '10', '60')
  assert.equal(caller.final, 480)
  assert.ok(pbx.steps.includes('goes-round'))
})

test('of several who call at the same moment only as many are taken as the queue has places', async () => {
  const pbx = setUp({ maxCallers: 1 })
  const callers = await Promise.all(['10', '13', '20'].map((from) => pbx.dial('acme', from, '60')))
  await pbx.hearOut()
  assert.deepEqual(
    callers.map(({ final }) => final),
    [200, 486, 486],
  )
})

test('a phone that refuses at once is left alone for a second, also where no time is set', async () => {
  const pbx = setUp({ retrySeconds: 0 }, [agent('11')])
  await pbx.dial('acme', '10', '60')
  pbx.phone().refuse(486)
  await pbx.clock.advance(900)
  assert.equal(rung(pbx), '11')
  await pbx.clock.advance(200)
  assert.equal(rung(pbx), '11 11')
})
