import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { TeamMember } from '../teams/team.ts'
import type { TestPbx } from '../test-support/test-pbx.ts'
import type { VisitEnd } from './history.ts'
import type { QueueSettings } from './rules.ts'
import { agent, answer, COLLEAGUE, press, QUEUE, setUp } from './test-support/queue-world.ts'

const seconds = (fromMs: number, toMs: number): number => Math.round((toMs - fromMs) / 1000)

/** Who waited for how long with which end. */
const visitsOf = (pbx: TestPbx) =>
  pbx.visits.map(({ kind, ended, joinedAtMs, leftAtMs, agentId }) => [kind, ended, seconds(joinedAtMs, leftAtMs), agentId])

test('ACD-04: a caller who is answered has waited until then; its agent has talked, and wraps up', async () => {
  const pbx = setUp({ wrapUpSeconds: 30 }, [agent('11')])
  const caller = await pbx.dial('acme', '10', '60')
  await pbx.clock.advance(7_000)
  await answer(pbx)
  assert.deepEqual(visitsOf(pbx), [['caller', 'answered', 7, 'acme-11']], 'known when it is answered, not when the call is over')
  const [visit] = pbx.visits
  assert.deepEqual([visit?.queueId, visit?.tenantId, visit?.callId], [QUEUE, 'acme', pbx.started[0]?.id])
  assert.equal(visit?.joinedAtMs, pbx.started[0]?.startedAtMs)
  assert.deepEqual(pbx.work, [])
  await pbx.clock.advance(60_000)
  caller.session.hangUp()
  await pbx.clock.advance(1_000)
  assert.deepEqual(
    pbx.work.map(({ agentId, queueId, beganAtMs, endedAtMs, wrapUpSeconds }) => [
      agentId,
      queueId,
      seconds(beganAtMs, endedAtMs),
      wrapUpSeconds,
    ]),
    [['acme-11', QUEUE, 60, 30]],
  )
  assert.equal(pbx.visits.length, 1)
})

interface Ending {
  readonly what: string
  readonly settings?: Partial<QueueSettings>
  readonly members?: readonly TeamMember[]
  readonly act?: (pbx: TestPbx, hangUp: () => void) => Promise<void>
  readonly ends: VisitEnd
  readonly afterSeconds: number
}

const waits = { maxWaitSeconds: 15 } as const
const endings: readonly Ending[] = [
  {
    what: 'hangs up while it waits',
    act: async (pbx, hangUp) => {
      await pbx.clock.advance(12_000)
      hangUp()
    },
    ...{ ends: 'lost', afterSeconds: 12 },
  },
  { what: 'waits too long, and is led nowhere', settings: waits, ends: 'lost', afterSeconds: 15 },
  { what: 'waits too long, and is led on', settings: { ...waits, afterMaxWait: COLLEAGUE }, ends: 'led-on', afterSeconds: 15 },
  {
    what: 'leaves by a key',
    settings: { exit: { key: '9', to: COLLEAGUE } },
    act: async (pbx) => {
      await pbx.clock.advance(5_000)
      await press(pbx, pbx.media.sessions[0], '9')
    },
    ...{ ends: 'led-on', afterSeconds: 5 },
  },
  {
    what: 'asks to be called back',
    settings: { callback: { key: '5' } },
    act: async (pbx) => {
      await pbx.clock.advance(5_000)
      await press(pbx, pbx.media.sessions[0], '5')
    },
    ...{ ends: 'callback', afterSeconds: 5 },
  },
  { what: 'finds nobody there', settings: { whenNoAgent: COLLEAGUE }, members: [], ends: 'turned-away', afterSeconds: 0 },
]
for (const { what, settings = {}, members = [agent('11')], act, ends, afterSeconds } of endings) {
  test(`ACD-04: a caller who ${what} is one who was ${ends}, once`, async () => {
    const pbx = setUp(settings, members)
    const caller = await pbx.dial('acme', '10', '60')
    await act?.(pbx, () => caller.session.hangUp())
    await pbx.clock.advance(16_000)
    assert.deepEqual(visitsOf(pbx), [['caller', ends, afterSeconds, undefined]])
  })
}

test('ACD-04: who is called back has waited until its agent had it on the line, and the agent wraps that up', async () => {
  const pbx = setUp({ callback: { key: '5' }, wrapUpSeconds: 20 }, [agent('11')])
  const busy = await pbx.dial('acme', '20', '60')
  await answer(pbx)
  await pbx.dial('acme', '10', '60')
  await press(pbx, pbx.media.sessions[1], '5')
  await pbx.clock.advance(30_000)
  busy.session.hangUp()
  await pbx.clock.advance(21_000)
  await answer(pbx)
  await pbx.clock.advance(0)
  await answer(pbx)
  await pbx.clock.advance(40_000)
  pbx.phone().session.hangUp()
  await pbx.clock.advance(1_000)
  assert.deepEqual(visitsOf(pbx).slice(1), [
    ['caller', 'callback', 0, undefined],
    ['callback', 'answered', 51, 'acme-11'],
  ])
  assert.deepEqual(
    pbx.work.map(({ beganAtMs, endedAtMs, wrapUpSeconds }) => [seconds(beganAtMs, endedAtMs), wrapUpSeconds]).at(-1),
    [40, 20],
  )
})
