import assert from 'node:assert/strict'
import { test } from 'node:test'
import { DEFAULT_CALL_POLICY, DEFAULT_CALL_SETTINGS } from '../call-settings/settings.ts'
import type { TeamMember } from '../teams/team.ts'
import { TestPbx } from '../test-support/test-pbx.ts'
import { type GroupSettings, groupSettings } from './rules.ts'

const member = (number: string, more: Partial<TeamMember> = {}): TeamMember => ({
  ...{ extensionId: `acme-${number}`, signedIn: true, paused: false },
  ...more,
})
const ALL = ['11', '12', '13'].map((number) => member(number))

const DEFAULTS = groupSettings.parse({})

function setUp(settings: Partial<GroupSettings>, members: readonly TeamMember[] = ALL): TestPbx {
  const group = { id: 'sales', name: 'Sales', number: '50', settings: { ...DEFAULTS, ...settings }, members }
  const other = { ...group, id: 'other', number: '51', settings: { ...DEFAULTS, overflow: { kind: 'group', targetId: SALES } as const } }
  return new TestPbx([
    {
      ...{ id: 'acme', extensions: ['10', '11', '12', '13', '14', '15'], numbers: { '+4922155500': '11' } },
      targets: [
        { kind: 'group', id: SALES, name: 'Sales', number: '50' },
        { kind: 'group', id: OTHER, name: 'Other', number: '51' },
      ],
      parts: {
        ringGroups: new Map([
          [SALES, { ...group, id: SALES }],
          [OTHER, { ...other, id: OTHER, members: [] }],
        ]),
      },
    },
  ])
}
const SALES = '018f0000-0000-7000-8000-000000000001'
const OTHER = '018f0000-0000-7000-8000-000000000002'
const COLLEAGUE = { kind: 'extension', targetId: 'acme-14' } as const

/** The extensions whose phones were called, in order. */
const rung = (pbx: TestPbx): string => pbx.phones.map(({ invite }) => /^sip:([^@]+)@/.exec(invite.uri)?.[1]).join(' ')

test('ACD-01: all members ring together; the first to answer talks, the others stop', async () => {
  const pbx = setUp({})
  const caller = await pbx.dial('acme', '10', '50')
  assert.equal(rung(pbx), '11 12 13')
  pbx.phones[1]?.answer('answer')
  await pbx.clock.advance(0)
  assert.equal(caller.final, 200)
  assert.deepEqual(
    pbx.phones.map(({ cancelReason }) => cancelReason !== undefined),
    [true, false, true],
  )
})

test('ACD-01: in turn the next call begins with the next member, also when nobody answered', async () => {
  const pbx = setUp({ strategy: 'round-robin', memberSeconds: 5 })
  for (const [call, order] of ['11', '11 12', '11 12 13', '11 12 13 11'].entries()) {
    const caller = await pbx.dial('acme', '10', '50')
    assert.equal(rung(pbx), order, `call ${call}`)
    caller.cancel()
    await pbx.clock.advance(0)
  }
})

test('ACD-01: one after the other, over and over, until the time is up; then the overflow', async () => {
  const pbx = setUp({ strategy: 'round-robin', memberSeconds: 5, ringSeconds: 22, overflow: COLLEAGUE })
  await pbx.dial('acme', '10', '50')
  for (let second = 0; second < 22; second++) {
    pbx.phone().ring()
    await pbx.clock.advance(1000)
  }
  assert.equal(rung(pbx), '11 12 13 11 12 14')
})

test('ACD-01: round robin in the other meaning rings one, then all others together', async () => {
  const pbx = setUp({ strategy: 'round-robin', roundRobin: 'one-then-all', memberSeconds: 5 })
  await pbx.dial('acme', '10', '50')
  assert.equal(pbx.phones.length, 1)
  await pbx.clock.advance(5000)
  assert.deepEqual(rung(pbx).split(' ').sort(), ['11', '12', '13'])
})

test('ACD-01: longest idle goes to who has not talked for longest', async () => {
  const pbx = setUp({ strategy: 'longest-idle' })
  for (const expected of ['11', '12', '13', '11']) {
    const caller = await pbx.dial('acme', '10', '50')
    assert.equal(rung(pbx).split(' ').at(-1), expected)
    pbx.phone().answer('answer')
    await pbx.clock.advance(1000)
    caller.session.hangUp()
    await pbx.clock.advance(1000)
  }
})

test('who is signed out, paused or not to be disturbed is not rung', async () => {
  const pbx = setUp({}, [member('11', { signedIn: false }), member('12', { paused: true }), member('13'), member('15')])
  const settings = new Map([['acme-13', { ...DEFAULT_CALL_SETTINGS, doNotDisturb: true }]])
  pbx.change('acme', { callSettings: { policy: DEFAULT_CALL_POLICY, extensions: settings } })
  await pbx.dial('acme', '10', '50')
  assert.equal(rung(pbx), '15')
})

test("a member's own forwarding does not take calls of the group away", async () => {
  const pbx = setUp({}, [member('11')])
  const forwarding = { when: 'always', to: COLLEAGUE, active: true, callers: 'all', during: null, afterSeconds: null } as const
  const settings = new Map([['acme-11', { ...DEFAULT_CALL_SETTINGS, forwardings: [forwarding] }]])
  pbx.change('acme', { callSettings: { policy: DEFAULT_CALL_POLICY, extensions: settings } })
  await pbx.dial('acme', '10', '50')
  assert.equal(rung(pbx), '11')
})

test('one member that declines does not decline for the others', async () => {
  const pbx = setUp({})
  const caller = await pbx.dial('acme', '10', '50')
  pbx.phones[0]?.refuse(603)
  await pbx.clock.advance(0)
  pbx.phones[2]?.answer('answer')
  await pbx.clock.advance(0)
  assert.equal(caller.final, 200)
})

test('ACD-01: one caller more than the group takes is busy, or led elsewhere; a caller who talks does not count', async () => {
  const pbx = setUp({ maxCallers: 1 })
  await pbx.dial('acme', '10', '50')
  const second = await pbx.dial('acme', '14', '50')
  assert.equal(second.final, 486)
  pbx.phones[0]?.answer('answer')
  await pbx.clock.advance(0)
  const third = await pbx.dial('acme', '15', '50')
  assert.equal(third.final, undefined)

  const elsewhere = setUp({ maxCallers: 1, whenFull: COLLEAGUE })
  await elsewhere.dial('acme', '10', '50')
  await elsewhere.dial('acme', '15', '50')
  assert.equal(rung(elsewhere), '11 12 13 14')
})

test('a group of nobody leads on at once, and without overflow says so', async () => {
  const pbx = setUp({ overflow: COLLEAGUE }, [])
  await pbx.dial('acme', '10', '50')
  assert.equal(rung(pbx), '14')
  const silent = setUp({}, [])
  assert.equal((await silent.dial('acme', '10', '50')).final, 480)
})

test('groups that overflow into each other end the call instead of going round', async () => {
  const pbx = setUp({ overflow: { kind: 'group', targetId: OTHER } }, [])
  const caller = await pbx.dial('acme', '10', '50')
  assert.equal(caller.final, 480)
  assert.ok(pbx.steps.includes('goes-round'))
})

test('a greeting is heard before it rings: without charge, or answered', async () => {
  for (const [greeting, final] of [
    ['before-answer', undefined],
    ['answered', 200],
  ] as const) {
    const pbx = setUp({ greeting })
    const caller = await pbx.dial('acme', '10', '50')
    assert.deepEqual([caller.final, rung(pbx)], [final, ''])
    pbx.media.sessions[0]?.playbacks[0]?.end('finished')
    await pbx.clock.advance(0)
    assert.equal(rung(pbx), '11 12 13')
  }
})

test('numbers outside ring with the others and accept by key', async () => {
  const pbx = setUp({ outsideMembers: ['+491701234567'] }, [member('11')])
  await pbx.dial('acme', '10', '50')
  assert.equal(rung(pbx), '11 +491701234567')
  assert.partialDeepStrictEqual(pbx.beside, [{ number: '+491701234567' }])
  pbx.phone().answer('answer')
  await pbx.clock.advance(0)
  assert.deepEqual(pbx.announced, ['de/press-1-to-accept'])
  assert.partialDeepStrictEqual(pbx.started, [
    { direction: 'internal' },
    { direction: 'outbound', caller: { extensionId: 'acme-10' }, called: { number: '+491701234567' } },
  ])
})

const faults: readonly (readonly [what: string, fault: (pbx: TestPbx) => void, final: number])[] = [
  ['all phones vanish', (pbx) => pbx.phones.forEach((phone) => void phone.timeOut()), 480],
  ['all phones are busy', (pbx) => pbx.phones.forEach((phone) => void phone.refuse(486)), 486],
]
for (const [what, fault, final] of faults) {
  test(`${what} while the group rings: the caller is told`, async () => {
    const pbx = setUp({})
    const caller = await pbx.dial('acme', '10', '50')
    fault(pbx)
    await pbx.clock.advance(0)
    assert.equal(caller.final, final)
    assert.equal(pbx.media.opened, 0)
  })
}

test('a caller who gives up frees its place, at every moment', async () => {
  for (const greeting of ['none', 'before-answer'] as const) {
    const pbx = setUp({ maxCallers: 1, greeting })
    const caller = await pbx.dial('acme', '10', '50')
    caller.cancel()
    await pbx.clock.advance(0)
    assert.ok(pbx.phones.every(({ cancelReason }) => cancelReason !== undefined))
    assert.equal((await pbx.dial('acme', '14', '50')).final, undefined)
  }
})
