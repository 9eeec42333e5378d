import assert from 'node:assert/strict'
import { test } from 'node:test'
import { TestPbx } from '../test-support/test-pbx.ts'
import { type CallSettings, DEFAULT_CALL_POLICY, DEFAULT_CALL_SETTINGS, type Forwarding, type TenantCallSettings } from './settings.ts'

type Settings = Readonly<Record<string, Partial<CallSettings>>>

function settingsOf(settings: Settings, policy = DEFAULT_CALL_POLICY): TenantCallSettings {
  const extensions = Object.entries(settings).map(([number, own]) => [`acme-${number}`, { ...DEFAULT_CALL_SETTINGS, ...own }] as const)
  return { policy, extensions: new Map(extensions) }
}

function setUp(settings: Settings, policy = DEFAULT_CALL_POLICY): TestPbx {
  const parts = { callSettings: settingsOf(settings, policy) }
  return new TestPbx([
    { id: 'acme', extensions: ['10', '11', '12', '13', '14', '15', '16', '17'], numbers: { '+4922155500': '11' }, parts },
    { id: 'bolt', extensions: ['20'], numbers: { '+4922166600': '20' } },
  ])
}

const to = (number: string) => ({ kind: 'extension', targetId: `acme-${number}` }) as const
const MOBILE = '+491701234567'

function forward(when: Forwarding['when'], where: Forwarding['to'], more: Partial<Forwarding> = {}): Forwarding {
  return { when, to: where, active: true, callers: 'all', during: null, afterSeconds: null, ...more }
}

/** The extension whose phone was called last. */
const rung = (pbx: TestPbx): string | undefined => /^sip:([^@]+)@/.exec(pbx.phones.at(-1)?.invite.uri ?? '')?.[1]

test('CALL-03: forwarding always leads the call on at once, and the phone there is told by whom', async () => {
  const pbx = setUp({ 11: { forwardings: [forward('always', to('12'))] } })
  const caller = await pbx.dial('acme', '10', '11')
  assert.equal(rung(pbx), '12')
  const told = pbx.phone().invite.headers?.filter(([name]) => name === 'Diversion' || name === 'History-Info')
  assert.deepEqual(told, [
    ['Diversion', '<sip:11@acme.example>;reason=unconditional;counter=1'],
    ['History-Info', '<sip:11@acme.example>;index=1'],
    ['History-Info', '<sip:12@acme.example;cause=302>;index=1.1;mp=1'],
  ])
  pbx.phone().answer('answer')
  await pbx.clock.advance(0)
  assert.equal(caller.final, 200)
})

const refusals: readonly (readonly [status: number, when: Forwarding['when']])[] = [
  [486, 'busy'],
  [603, 'busy'],
  [480, 'not-registered'],
]
for (const [status, when] of refusals) {
  test(`CALL-03: a phone that refuses with ${status} forwards by "${when}"`, async () => {
    const pbx = setUp({ 11: { forwardings: [forward(when, to('12'))] } })
    await pbx.dial('acme', '10', '11')
    pbx.phone().refuse(status)
    await pbx.clock.advance(0)
    assert.equal(rung(pbx), '12')
  })
}

test('CALL-03: nobody answers for the time set, and the call goes on; before it nothing happens', async () => {
  const pbx = setUp({ 11: { forwardings: [forward('no-answer', to('12'), { afterSeconds: 10 })] } })
  await pbx.dial('acme', '10', '11')
  pbx.phone().ring()
  await pbx.clock.advance(9_999)
  assert.equal(rung(pbx), '11')
  await pbx.clock.advance(1)
  assert.equal(rung(pbx), '12')
  assert.equal(pbx.phones[0]?.cancelReason !== undefined, true)
})

test('CALL-03: who is not registered is forwarded at once', async () => {
  const pbx = setUp({ 11: { forwardings: [forward('not-registered', to('12'))] } })
  pbx.unregistered.add('11@acme.example')
  await pbx.dial('acme', '10', '11')
  assert.equal(rung(pbx), '12')
})

test('CALL-03: to a number outside a call goes on behalf of who forwards, showing the caller and telling of the forwarding', async () => {
  const pbx = setUp({ 11: { forwardings: [forward('always', { kind: 'external', number: MOBILE })] } })
  await pbx.dial('acme', '10', '11')
  assert.partialDeepStrictEqual(pbx.outside, [
    {
      number: MOBILE,
      extension: { number: '11' },
      choice: { number: '+4922155500' },
      forwards: [{ number: '+4922155500', reason: 'unconditional' }],
    },
  ])
})

test('a forwarding to the outside is a call of its own, with a record that says on whose behalf and why', async () => {
  const pbx = setUp({ 11: { forwardings: [forward('busy', { kind: 'external', number: MOBILE }), forward('no-answer', to('13'))] } })
  await pbx.dial('acme', '10', '11')
  pbx.phone().refuse(486)
  await pbx.clock.advance(0)
  assert.deepEqual(
    pbx.started.map(({ direction, caller, called }) => [direction, caller.number, called.number]),
    [
      ['internal', '10', '11'],
      ['outbound', '11', MOBILE],
    ],
  )
  const outbound = pbx.ended.find(({ id }) => id === pbx.started[1]?.id)
  assert.match(
    outbound?.route.map(({ step, detail }) => `${step} ${detail}`).join() ?? '',
    /outbound-leg led by 11, forwarded \(busy\), for 10/,
  )
})

test('CLI-01: an extension that always hides is hidden where its call is forwarded outside, and where a number outside rings beside', async () => {
  const external = { kind: 'external', number: MOBILE, confirm: true } as const
  const pbx = setUp({
    10: { hideNumber: true },
    11: { forwardings: [forward('always', { kind: 'external', number: MOBILE })] },
    12: { alsoRing: { active: true, parties: [external], during: null } },
  })
  pbx.numberShown = (_tenant, _extension, _request, choice) => (choice?.hidden ? undefined : '+4922155500')
  await pbx.dial('acme', '10', '11')
  await pbx.dial('acme', '10', '12')
  assert.deepEqual([pbx.outside[0]?.choice, pbx.beside[0]?.choice], [{ hidden: true }, { hidden: true }])
  assert.equal(pbx.beside[0]?.wantsPerson, true)
  // What was set leads there, no telephone: a lock of the telephone does not bar it (FRD-02).
  assert.deepEqual([pbx.outside[0]?.isLed, pbx.beside[0]?.isLed], [true, true])
})

test('CALL-07: the numbers by which a call came go on to the numbers that ring beside', async () => {
  const external = { kind: 'external', number: MOBILE, confirm: false } as const
  const pbx = setUp({ 11: { alsoRing: { active: true, parties: [external], during: null } } })
  await pbx.dial('acme', '10', '+4922155500')
  assert.deepEqual([pbx.beside[0]?.numbers, pbx.beside[0]?.wantsPerson], [['+4922155500'], false])
})

test('LAW-01: a caller from elsewhere stays visible when the call is forwarded outside', async () => {
  const pbx = setUp({ 11: { forwardings: [forward('always', { kind: 'external', number: MOBILE })] } })
  pbx.numberShown = ({ id }) => (id === 'bolt' ? '+4922166600' : '+4922155500')
  await pbx.dial('bolt', '20', '+4922155500')
  assert.partialDeepStrictEqual(pbx.outside, [{ number: MOBILE, original: '+4922166600' }])
})

test('CALL-03: internal and external callers are forwarded to different places', async () => {
  const forwardings = [forward('always', to('12'), { callers: 'internal' }), forward('always', to('13'), { callers: 'external' })]
  const pbx = setUp({ 11: { forwardings } })
  await pbx.dial('acme', '10', '11')
  assert.equal(rung(pbx), '12')
  await pbx.dial('bolt', '20', '+4922155500')
  assert.equal(rung(pbx), '13')
})

test('CALL-07: a forwarding back rings instead of going round', async () => {
  const pbx = setUp({ 11: { forwardings: [forward('always', to('12'))] }, 12: { forwardings: [forward('always', to('11'))] } })
  await pbx.dial('acme', '10', '11')
  assert.deepEqual(
    pbx.phones.map(({ invite }) => invite.uri),
    ['sip:12@acme.example'],
  )
})

test('CALL-07: a forwarding back to a public number rings, too; where agreement is asked for it counts as the extension behind it', async () => {
  const number = { kind: 'external', number: '+4922155500' } as const
  const both = { 11: { forwardings: [forward('always', to('12'))] }, 12: { forwardings: [forward('always', number)] } }
  for (const policy of [DEFAULT_CALL_POLICY, { forwarding: 'agreed' }] as const) {
    const pbx = setUp(both, policy)
    await pbx.dial('acme', '10', policy.forwarding === 'hops' ? '11' : '12')
    assert.deepEqual(
      pbx.phones.map(({ invite }) => invite.uri),
      ['sip:12@acme.example'],
    )
  }
})

test('CALL-07: the sixth forwarding is not made', async () => {
  const chain = Object.fromEntries(
    ['11', '12', '13', '14', '15', '16'].map((number) => [number, { forwardings: [forward('always', to(String(Number(number) + 1)))] }]),
  )
  const pbx = setUp(chain)
  await pbx.dial('acme', '10', '11')
  assert.equal(rung(pbx), '16')
})

test('CALL-07: where agreement is asked for, a call is forwarded to who agrees, and not on from there', async () => {
  const settings = {
    11: { forwardings: [forward('always', to('12'))] },
    12: { agreesToForwardings: true, forwardings: [forward('always', to('13'))] },
  }
  const pbx = setUp(settings, { forwarding: 'agreed' })
  await pbx.dial('acme', '10', '11')
  assert.equal(rung(pbx), '12')
  const unasked = setUp({ 11: { forwardings: [forward('always', to('12'))] } }, { forwarding: 'agreed' })
  await unasked.dial('acme', '10', '11')
  assert.equal(rung(unasked), '11')
})

const silent: readonly (readonly [what: string, settings: Partial<CallSettings>, status: number, step: string])[] = [
  ['do not disturb', { doNotDisturb: true }, 486, 'do-not-disturb'],
  ['a rejected caller', { rejectedCallers: ['10'] }, 603, 'rejected-caller'],
]
for (const [what, settings, status, step] of silent) {
  test(`CALL-04: ${what} gives ${status} without ringing, and the reason is noted`, async () => {
    const pbx = setUp({ 11: settings })
    const caller = await pbx.dialAndListen('acme', '10', '11')
    assert.equal(caller.final, status)
    assert.deepEqual(pbx.phones, [])
    assert.ok(pbx.steps.includes(step))
  })
}

test('CALL-01: without call waiting an extension in a call is busy, whoever called, and free again after it', async () => {
  const pbx = setUp({ 11: { callWaiting: false }, 10: { callWaiting: false } })
  const first = await pbx.dial('acme', '10', '11')
  assert.equal((await pbx.dial('acme', '12', '10')).final, 486, 'the one that called')
  pbx.phone().answer('answer')
  await pbx.clock.advance(0)
  assert.equal((await pbx.dial('acme', '12', '11')).final, 486, 'the one that was called')
  first.session.hangUp()
  await pbx.clock.advance(0)
  await pbx.dial('acme', '12', '11')
  assert.equal(pbx.phones.length, 2)
})

test('CALL-04: an anonymous caller is rejected, one with a number rings', async () => {
  const pbx = setUp({ 11: { rejectAnonymous: true } })
  pbx.numberShown = () => undefined
  assert.equal((await pbx.dialAndListen('bolt', '20', '+4922155500')).final, 603)
  assert.deepEqual(pbx.announced, ['de/anonymous-rejected'])
  pbx.numberShown = () => '+4922166600'
  await pbx.dial('bolt', '20', '+4922155500')
  assert.equal(rung(pbx), '11')
})

test('CALL-04: do not disturb is busy: the forwarding for that counts', async () => {
  const pbx = setUp({ 11: { doNotDisturb: true, forwardings: [forward('busy', to('12'))] } })
  await pbx.dial('acme', '10', '11')
  assert.equal(rung(pbx), '12')
})

test('CALL-03: other parties ring together with the own devices, and the first who answers talks', async () => {
  const parties = [to('12'), { kind: 'external', number: MOBILE, confirm: false }] as const
  const pbx = setUp({ 11: { alsoRing: { active: true, parties, during: null } } })
  const caller = await pbx.dial('acme', '10', '11')
  assert.deepEqual(
    pbx.phones.map(({ invite }) => invite.uri),
    ['sip:11@acme.example', 'sip:12@acme.example', `sip:${MOBILE}@carrier.example`],
  )
  pbx.phones[2]?.answer('answer')
  await pbx.clock.advance(0)
  assert.equal(caller.final, 200)
  assert.ok(pbx.phones[0]?.cancelReason?.includes('Call completed elsewhere'))
})

test('CALL-03: a mailbox that answers outside presses no key, so the desk phone rings on and gets the call', async () => {
  const parties = [{ kind: 'external', number: MOBILE, confirm: true }] as const
  const pbx = setUp({ 11: { alsoRing: { active: true, parties, during: null } } })
  const caller = await pbx.dial('acme', '10', '11')
  const [desk, mobile] = pbx.phones
  mobile?.answer('answer')
  await pbx.clock.advance(0)
  assert.equal(caller.final, undefined)
  assert.equal(desk?.over, false)
  desk?.answer('answer')
  await pbx.clock.advance(0)
  assert.equal(caller.final, 200)
  assert.equal(mobile?.session.over, true)
})

test('CALL-03: a number outside that rings beside or follows is a call of its own, with one record that says who led it there', async () => {
  const parties = [{ kind: 'external', number: MOBILE, confirm: true }] as const
  const steps = [{ party: { kind: 'external', number: MOBILE, confirm: false }, seconds: 10 }] as const
  const pbx = setUp({ 11: { ringSeconds: 15, alsoRing: { active: true, parties, during: null }, followMe: { active: true, steps } } })
  const caller = await pbx.dial('acme', '10', '11')
  await pbx.clock.advance(15_000)
  pbx.phone().answer('answer')
  await pbx.clock.advance(0)
  caller.session.hangUp()
  await pbx.clock.advance(0)
  const own = pbx.started[0]?.id
  assert.deepEqual(
    pbx.started.map(({ id, direction, caller: { number, extensionId }, called }) => {
      const end = pbx.ended.find((ended) => ended.id === id)
      return [direction, number, extensionId, called.number, end?.cause, end?.route.find(({ step }) => step === 'outbound-leg')?.detail]
    }),
    [
      ['internal', '10', 'acme-10', '11', 'hung-up-by-caller', undefined],
      ['outbound', '11', 'acme-11', MOBILE, 'cancelled', `led by 11 (also-ring), for 10, record ${own}`],
      ['outbound', '11', 'acme-11', MOBILE, 'hung-up-by-caller', `led by 11 (follow-me), for 10, record ${own}`],
    ],
  )
  assert.equal(pbx.ended.length, 3)
})

test('CALL-03: who follows is rung one after the other when nobody answers', async () => {
  const steps = [
    { party: to('12'), seconds: 10 },
    { party: to('13'), seconds: 10 },
  ]
  const pbx = setUp({ 11: { ringSeconds: 15, followMe: { active: true, steps }, forwardings: [forward('no-answer', to('14'))] } })
  await pbx.dial('acme', '10', '11')
  pbx.phone().ring()
  for (const [afterMs, number] of [
    [15_000, '12'],
    [10_000, '13'],
    [10_000, '14'],
  ] as const) {
    await pbx.clock.advance(afterMs)
    assert.equal(rung(pbx), number)
    pbx.phone().ring()
  }
})

test('CLI-01: an extension that always hides its number does so outside, and shows it where a code says so', async () => {
  const pbx = setUp({ 10: { hideNumber: true, numberChoices: ['+4922155500'] } })
  for (const dialled of ['0302312500', '#310302312500', '*3310302312500', '*310302312500']) await pbx.dial('acme', '10', dialled)
  assert.deepEqual(
    pbx.outside.map(({ choice }) => choice),
    [{ hidden: true }, { hidden: false }, { hidden: false, number: '+4922155500' }, { hidden: true }],
  )
})

test('CLI-01: the phone wishes for a number by P-Preferred-Identity; whether it may be shown is decided on the way out', async () => {
  const pbx = setUp({})
  await pbx.dial('acme', '10', '0302312500', [['P-Preferred-Identity', '<sip:022155500@acme.example>']])
  await pbx.dial('acme', '10', '0302312500', [['P-Preferred-Identity', '<sip:+4930999999@acme.example>']])
  assert.deepEqual(
    pbx.outside.map(({ choice }) => choice?.number),
    ['+4922155500', '+4930999999'],
  )
})

test('a caller that hangs up while it is told that it is rejected has cancelled', async () => {
  const pbx = setUp({ 11: { rejectedCallers: ['10'] } })
  const caller = await pbx.dial('acme', '10', '11')
  assert.deepEqual(pbx.announced, ['de/caller-rejected'])
  caller.cancel()
  await pbx.clock.advance(0)
  assert.equal(pbx.ended.at(-1)?.cause, 'cancelled')
})

test('CALL-03: a number of the own customer that is rung beside rings inside, without a carrier', async () => {
  const alsoRing = { active: true, during: null, parties: [{ kind: 'external', number: '+4922155500', confirm: true }] } as const
  const pbx = setUp({ 12: { alsoRing } })
  await pbx.dial('acme', '10', '12')
  assert.deepEqual(pbx.phones.map(({ invite }) => /^sip:([^@]+)@/.exec(invite.uri)?.[1]).toSorted(), ['11', '12'])
  assert.deepEqual(pbx.beside, [])
})
