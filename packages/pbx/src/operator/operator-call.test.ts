import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PaperCaller, PaperPhone } from '@klinke/testbed'
import { DEFAULT_CALL_SETTINGS, NO_CALL_SETTINGS } from '../call-settings/settings.ts'
import type { CallDestination } from '../destinations/destination.ts'
import { groupSettings } from '../ring-groups/rules.ts'
import type { Schedule } from '../schedules/schedule.ts'
import { TestPbx } from '../test-support/test-pbx.ts'
import { operatorFeature } from './codes.ts'
import { operatorFlow } from './operator-call.ts'
import { DEFAULT_OPERATOR_SETTINGS, type OperatorPosition, type OperatorSettings } from './rules.ts'

const HEAD = '+4922155500'
const HEAD_DIALLED = '022155500'
const NIGHT_PHONE: CallDestination = { kind: 'extension', targetId: 'acme-15' }
const RETURN_SECONDS = 10
const CLOSED: Schedule = { id: 'hours', name: 'Hours', timeZone: 'Europe/Berlin', week: [], holidays: undefined, specialDays: [] }

const SETTINGS: OperatorSettings = {
  ...DEFAULT_OPERATOR_SETTINGS,
  day: { kind: 'extension', targetId: 'acme-11' },
  ringSeconds: 30,
  returnSeconds: RETURN_SECONDS,
}

/** A tenant whose head number leads to its operator, extension 11 by day. */
function setUp(settings: Partial<OperatorSettings> = {}, mode: OperatorPosition['mode'] = 'automatic'): TestPbx {
  let position: OperatorPosition = { id: 'op', name: 'Zentrale', number: '90', settings: { ...SETTINGS, ...settings }, mode }
  const flow = operatorFlow()
  const feature = operatorFeature((_tenantId, next) => {
    position = { ...position, mode: next(position.mode) }
    pbx.change('acme', { operator: position })
    return Promise.resolve(position.mode)
  })
  const team = { id: 'front', name: 'Front', number: null, settings: groupSettings.parse({ ringSeconds: 20 }) }
  const members = ['11', '14'].map((number) => ({ extensionId: `acme-${number}`, signedIn: true, paused: false }))
  const pbx: TestPbx = new TestPbx(
    [
      {
        id: 'acme',
        extensions: ['10', '11', '12', '13', '14', '15', '16'],
        numbers: { [HEAD]: { kind: 'operator' } },
        targets: [{ kind: 'operator', id: 'op', name: 'Zentrale', number: '90' }],
        parts: {
          operator: position,
          schedules: new Map([['hours', CLOSED]]),
          ringGroups: new Map([['front', { ...team, members }]]),
        },
      },
    ],
    {
      instead: {
        operator: {
          destinations: { operator: flow, targets: { operator: (call, _id, context) => flow(call, context) } },
          features: [feature],
        },
      },
    },
  )
  return pbx
}

function called(pbx: TestPbx): readonly string[] {
  return pbx.phones.map(({ invite }) => invite.uri.replace(/sip:(.*)@.*/, '$1'))
}

function fromOf({ invite }: PaperPhone): string {
  return invite.from
}

/** 10 calls the head number and 11 answers. */
async function talking(pbx: TestPbx): Promise<{ readonly caller: PaperCaller; readonly operator: PaperPhone }> {
  const caller = await pbx.dial('acme', '10', HEAD_DIALLED)
  const operator = pbx.phone()
  operator.answer('answer of 11')
  await pbx.clock.advance(0)
  return { caller, operator }
}

/** The operator sends its caller to a number and hangs up. */
async function transfer(pbx: TestPbx, operator: PaperPhone, number: string): Promise<void> {
  operator.session.sendRefer({ uri: `sip:${number}@acme.example` })
  await pbx.clock.advance(0)
  operator.session.hangUp()
  await pbx.clock.advance(0)
}

for (const dialled of [HEAD_DIALLED, '90']) {
  test(`CALL-09: ${dialled} rings the operator's phone, though it forwards all calls and is not to be disturbed`, async () => {
    const pbx = setUp()
    const forwarding = {
      when: 'always',
      to: { kind: 'hang-up' },
      active: true,
      callers: 'all',
      during: null,
      afterSeconds: null,
    } as const
    const away = { ...DEFAULT_CALL_SETTINGS, doNotDisturb: true, forwardings: [forwarding] }
    pbx.change('acme', { callSettings: { ...NO_CALL_SETTINGS, extensions: new Map([['acme-11', away]]) } })
    const caller = await pbx.dial('acme', '10', dialled)
    assert.deepEqual(called(pbx), ['11'])
    pbx.phone().answer('answer')
    await pbx.clock.advance(0)
    assert.equal(caller.final, 200)
  })
}

const CLOSED_HOURS = { hours: { schedule: { kind: 'schedule', targetId: 'hours' } }, night: NIGHT_PHONE } as const
const periods: readonly (readonly [what: string, Partial<OperatorSettings>, OperatorPosition['mode'], string])[] = [
  ['without a schedule it is day', { night: NIGHT_PHONE }, 'automatic', '11'],
  ['while the schedule is closed it is night', CLOSED_HOURS, 'automatic', '15'],
  ['by key it is day whatever the schedule says', CLOSED_HOURS, 'day', '11'],
  ['by key it is night', { night: NIGHT_PHONE }, 'night', '15'],
  ['without a night target the day target serves at night', {}, 'night', '11'],
]
for (const [what, settings, mode, rung] of periods) {
  test(`CALL-09: ${what}`, async () => {
    const pbx = setUp(settings, mode)
    await pbx.dial('acme', '10', HEAD_DIALLED)
    assert.deepEqual(called(pbx), [rung])
  })
}

test('CALL-09: a schedule that was deleted closes nothing', async () => {
  const pbx = setUp(CLOSED_HOURS)
  pbx.change('acme', { schedules: new Map() })
  await pbx.dial('acme', '10', HEAD_DIALLED)
  assert.deepEqual(called(pbx), ['11'])
})

const switches: readonly (readonly [code: string, said: string, mode: OperatorPosition['mode']])[] = [
  ['*461', 'de/operator-day', 'day'],
  ['*462', 'de/operator-night', 'night'],
  ['*460', 'de/operator-automatic', 'automatic'],
  ['*46', 'de/operator-day', 'day'],
]
for (const [code, said, mode] of switches) {
  test(`CALL-09: ${code} switches to ${mode} and says so`, async () => {
    const pbx = setUp()
    assert.equal((await pbx.dialAndListen('acme', '11', code)).final, 200)
    assert.deepEqual(pbx.announced, [said])
    assert.equal(pbx.directory().tenant('acme')?.operator?.mode, mode)
  })
}

test('CALL-09: the code without a digit goes from one to the next', async () => {
  const pbx = setUp()
  for (let press = 0; press < 3; press++) await pbx.dialAndListen('acme', '11', '*46')
  assert.deepEqual(pbx.announced, ['de/operator-day', 'de/operator-night', 'de/operator-automatic'])
})

test('CALL-09: who is no operator switches nothing, unless everyone may', async () => {
  const pbx = setUp()
  assert.equal((await pbx.dialAndListen('acme', '10', '*462')).final, 403)
  assert.equal((await pbx.dialAndListen('acme', '11', '*469')).final, 403)
  assert.equal((await setUp({ switchedBy: 'everyone' }).dialAndListen('acme', '10', '*462')).final, 200)
  const group = setUp({ day: { kind: 'group', targetId: 'front' } })
  assert.equal((await group.dialAndListen('acme', '14', '*462')).final, 200)
  assert.equal((await group.dialAndListen('acme', '15', '*462')).final, 403)
})

test('LAW-08: the greeting is heard before the answer, then the phone rings', async () => {
  const pbx = setUp({ greeting: 'before-answer' })
  const caller = await pbx.dial('acme', '10', HEAD_DIALLED)
  assert.match(caller.responses.at(-1) ?? '', /^183 /)
  assert.deepEqual(pbx.announced, ['de/operator-welcome'])
  assert.deepEqual(called(pbx), [])
  await pbx.hearOut()
  assert.deepEqual(called(pbx), ['11'])
  assert.equal(caller.final, undefined)
})

const failures: readonly (readonly [what: string, (pbx: TestPbx) => Promise<void>])[] = [
  [
    'has no phone',
    async (pbx) => {
      pbx.unregistered.add('11@acme.example')
      await pbx.dial('acme', '10', HEAD_DIALLED)
    },
  ],
  [
    'does not answer',
    async (pbx) => {
      await pbx.dial('acme', '10', HEAD_DIALLED)
      await pbx.clock.advance(30_000)
    },
  ],
  [
    'is busy',
    async (pbx) => {
      await pbx.dial('acme', '10', HEAD_DIALLED)
      pbx.phone().refuse(486)
      await pbx.clock.advance(0)
    },
  ],
]
for (const [what, call] of failures) {
  test(`CALL-09: an operator that ${what} leaves the caller to the overflow`, async () => {
    const pbx = setUp({ overflow: { kind: 'extension', targetId: 'acme-16' } })
    await call(pbx)
    assert.equal(called(pbx).at(-1), '16')
  })

  test(`CALL-09: an operator that ${what} without an overflow: the caller is told before the answer, and refused`, async () => {
    const pbx = setUp()
    await call(pbx)
    assert.deepEqual(pbx.announced, ['de/operator-nobody'])
    await pbx.hearOut()
    assert.equal(pbx.ended.length, 1)
    assert.equal(pbx.live.ofTenant('acme').length, 0)
  })
}

test('CALL-09: a caller that is transferred to a phone that does not answer comes back, and the display tells from where', async () => {
  const pbx = setUp()
  const { caller, operator } = await talking(pbx)
  await transfer(pbx, operator, '12')
  assert.deepEqual(called(pbx), ['11', '12'])
  pbx.phone().ring()
  await pbx.clock.advance(RETURN_SECONDS * 1000)
  assert.deepEqual(called(pbx), ['11', '12', '11'])
  const back = pbx.phone()
  assert.equal(fromOf(back), '"zurück von 12: Extension 10" <sip:10@acme.example>')
  assert.equal(new Map(back.invite.headers).get('P-Asserted-Identity'), fromOf(back))
  back.answer('answer of 11')
  await pbx.clock.advance(0)
  back.session.hangUp()
  await pbx.clock.advance(0)
  assert.equal(caller.session.over, true)
  assert.deepEqual(
    pbx.ended.map(({ cause }) => cause),
    ['hung-up-by-called', 'no-answer'],
  )
  assert.equal(pbx.media.opened, 0)
})

const unreachable: readonly (readonly [what: string, (pbx: TestPbx) => void])[] = [
  ['busy', (pbx) => pbx.phone().refuse(486)],
  ['declining', (pbx) => pbx.phone().refuse(603)],
  ['vanished', (pbx) => pbx.phone().refuse(480)],
]
for (const [what, fail] of unreachable) {
  test(`CALL-09: a caller that is transferred to a ${what} phone comes back at once`, async () => {
    const pbx = setUp()
    const { operator } = await talking(pbx)
    await transfer(pbx, operator, '12')
    fail(pbx)
    await pbx.clock.advance(0)
    assert.deepEqual(called(pbx), ['11', '12', '11'])
  })
}

test('CALL-09: a phone that is not signed in is no target of a transfer: the caller comes back', async () => {
  const pbx = setUp()
  const { operator } = await talking(pbx)
  pbx.unregistered.add('12@acme.example')
  operator.session.sendRefer({ uri: 'sip:12@acme.example' })
  operator.session.hangUp()
  await pbx.clock.advance(0)
  assert.deepEqual(called(pbx), ['11', '11'])
})

test('CALL-09: two operators: the caller comes back to both, and whoever answers first talks to it', async () => {
  const pbx = setUp({ day: { kind: 'group', targetId: 'front' } })
  await pbx.dial('acme', '10', HEAD_DIALLED)
  assert.deepEqual(called(pbx), ['11', '14'])
  const [first] = pbx.phones
  first?.answer('answer of 11')
  await pbx.clock.advance(0)
  if (first !== undefined) await transfer(pbx, first, '12')
  await pbx.clock.advance(RETURN_SECONDS * 1000)
  assert.deepEqual(called(pbx), ['11', '14', '12', '11', '14'])
  const [again, other] = pbx.phones.slice(-2)
  assert.deepEqual(
    [again, other].map((phone) => phone && fromOf(phone).split(':')[0]),
    ['"zurück von 12', '"zurück von 12'],
  )
  other?.answer('answer of 14')
  await pbx.clock.advance(0)
  assert.equal(again?.over, true)
  assert.equal(pbx.live.ofTenant('acme').length, 1)
})

test('CALL-09: the operator has switched to night meanwhile: the caller comes back there', async () => {
  const pbx = setUp({ night: NIGHT_PHONE })
  const { operator } = await talking(pbx)
  await transfer(pbx, operator, '12')
  await pbx.dialAndListen('acme', '11', '*462')
  await pbx.clock.advance(RETURN_SECONDS * 1000)
  assert.equal(called(pbx).at(-1), '15')
})

test('CALL-09: a caller that comes back and finds nobody goes to the overflow, without the note', async () => {
  const pbx = setUp({ overflow: { kind: 'extension', targetId: 'acme-16' } })
  const { operator } = await talking(pbx)
  pbx.unregistered.add('11@acme.example')
  await transfer(pbx, operator, '12')
  await pbx.clock.advance(RETURN_SECONDS * 1000)
  assert.equal(called(pbx).at(-1), '16')
  assert.equal(fromOf(pbx.phone()), '"Extension 10" <sip:10@acme.example>')
  pbx.phone().answer('answer of 16')
  await pbx.clock.advance(0)
  pbx.phone().session.hangUp()
  await pbx.clock.advance(0)
  assert.equal(pbx.live.ofTenant('acme').length, 0)
})

test('CALL-09: a caller that comes back and finds nobody at all is told, and the call ends once', async () => {
  const pbx = setUp()
  const { caller, operator } = await talking(pbx)
  pbx.unregistered.add('11@acme.example')
  await transfer(pbx, operator, '12')
  await pbx.clock.advance(RETURN_SECONDS * 1000)
  assert.equal(pbx.announced.at(-1), 'de/operator-nobody')
  await pbx.hearOut()
  assert.equal(caller.session.over, true)
  assert.equal(pbx.ended.length, 2)
  assert.equal(pbx.media.opened, 0)
})

test('CALL-09: the caller hangs up while it comes back: the phones stop ringing', async () => {
  const pbx = setUp()
  const { caller, operator } = await talking(pbx)
  await transfer(pbx, operator, '12')
  await pbx.clock.advance(RETURN_SECONDS * 1000)
  caller.session.hangUp()
  await pbx.clock.advance(0)
  assert.equal(pbx.phone().over, true)
  assert.equal(pbx.media.opened, 0)
})

test('a position whose overflow leads back to it ends', async () => {
  const pbx = setUp({ overflow: { kind: 'operator' } })
  pbx.unregistered.add('11@acme.example')
  assert.equal((await pbx.dial('acme', '10', HEAD_DIALLED)).final, 480)
  assert.ok(pbx.steps.includes('goes-round'))
})

test('a tenant without an operator position: the number leads nowhere', async () => {
  const pbx = setUp()
  pbx.change('acme', { operator: null })
  assert.equal((await pbx.dial('acme', '10', HEAD_DIALLED)).final, 404)
  assert.equal((await pbx.dialAndListen('acme', '11', '*461')).final, 403)
})
