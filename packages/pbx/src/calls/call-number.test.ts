import assert from 'node:assert/strict'
import { test } from 'node:test'
import { refused } from '@klinke/calls'
import { DEFAULT_CALL_POLICY, DEFAULT_CALL_SETTINGS } from '../call-settings/settings.ts'
import { TestPbx } from '../test-support/test-pbx.ts'

const FIRST = '+4922155501'
const SECOND = '+4922155502'
const leadsTo = (number: string) => ({ kind: 'external', number }) as const

const circles: readonly (readonly [what: string, first: 'acme' | 'bolt', second: 'acme' | 'bolt'])[] = [
  ['two numbers of one customer', 'acme', 'acme'],
  ['numbers of two customers', 'acme', 'bolt'],
]
for (const [what, first, second] of circles) {
  test(`${what} that lead to each other end the call instead of keeping the exchange busy for ever`, async () => {
    const numbersOf = (tenant: string) => ({
      ...(tenant === first && { [FIRST]: leadsTo(SECOND) }),
      ...(tenant === second && { [SECOND]: leadsTo(FIRST) }),
    })
    const pbx = new TestPbx(['acme', 'bolt'].map((id) => ({ id, extensions: ['10'], numbers: numbersOf(id) })))
    const caller = await pbx.dial('acme', '10', '022155501')
    await pbx.clock.advance(0)
    assert.equal(caller.final, 482)
    assert.ok(pbx.ended.some(({ route }) => route.some(({ step }) => step === 'goes-round')))
    // The call as dialled; then, for each number that leads to another customer, one outbound there and one inbound here.
    assert.ok(pbx.started.length <= 5, `${pbx.started.length} records`)
  })
}

test('a number that leads to another one which leads to a phone reaches it', async () => {
  const pbx = new TestPbx([{ id: 'acme', extensions: ['10', '11'], numbers: { [FIRST]: leadsTo(SECOND), [SECOND]: '11' } }])
  await pbx.dial('acme', '10', '022155501')
  assert.match(pbx.phone().invite.uri, /^sip:11@/)
})

const HEAD = '+4922155500'

/** A head number that leads to 10; 11 and 12 must not be disturbed. */
function quietHouse(): TestPbx {
  const quiet = { ...DEFAULT_CALL_SETTINGS, doNotDisturb: true }
  const callSettings = { policy: DEFAULT_CALL_POLICY, extensions: new Map(['acme-11', 'acme-12'].map((id) => [id, quiet])) }
  return new TestPbx([
    { id: 'acme', extensions: ['10', '11', '12'], numbers: { [HEAD]: '10', [FIRST]: '11' }, parts: { callSettings } },
    { id: 'bolt', extensions: ['20'], numbers: {} },
  ])
}
const rung = (pbx: TestPbx): readonly string[] => pbx.phones.map(({ invite }) => /^sip:([^@]+)@/.exec(invite.uri)?.[1] ?? '')

const calledBack: readonly (readonly [
  what: string,
  helped: readonly (readonly [id: string, shown: string])[],
  dialled: string,
  rings: readonly string[],
])[] = [
  ['its own number', [['acme-11', FIRST]], FIRST, ['11']],
  ['the head number', [['acme-11', HEAD]], HEAD, ['11']],
  [
    'the head number that two phones have shown',
    [
      ['acme-11', HEAD],
      ['acme-12', HEAD],
    ],
    HEAD,
    ['11', '12'],
  ],
  [
    'the head number that a phone has shown twice',
    [
      ['acme-11', HEAD],
      ['acme-11', HEAD],
    ],
    HEAD,
    ['11'],
  ],
  ['another number', [['acme-11', FIRST]], HEAD, ['10']],
]
for (const [what, helped, dialled, rings] of calledBack) {
  test(`EMG: a control centre that calls back ${what} rings ${rings.join(' and ')}, whatever is set there`, async () => {
    const pbx = quietHouse()
    for (const [id, shown] of helped) pbx.calls.emergencyCalled('acme', id, shown)
    await pbx.dial('bolt', '20', dialled)
    assert.deepEqual(rung(pbx), rings)
  })
}

test('EMG-01: a control centre that calls back a PBX rings it first, wherever the number leads and whatever is set for an outage', async () => {
  const pbx = quietHouse()
  const rings: string[] = []
  pbx.pbxAtTrunk = ({ trunkId, number, forHelp, headers }) => {
    rings.push(`${trunkId} ${number} ${forHelp} ${headers?.flat().join(' ')}`)
    return { kind: 'talked', cause: 'hung-up-by-called' }
  }
  pbx.calls.emergencyCalled('acme', 't1', HEAD)
  await pbx.dial('bolt', '20', HEAD)
  assert.deepEqual([rings, rung(pbx)], [[`t1 ${HEAD} true Priority psap-callback`], []])
  pbx.pbxAtTrunk = () => refused('unreachable', 480)
  await pbx.dial('bolt', '20', HEAD)
  assert.deepEqual(rung(pbx), ['10'])
})

test('FRD-03: of a customer that is locked wholly a call back rings the phone that called for help, and goes nowhere else', async () => {
  const pbx = quietHouse()
  pbx.lockedTenants.add('acme')
  pbx.calls.emergencyCalled('acme', 'acme-11', HEAD)
  const caller = await pbx.dial('bolt', '20', HEAD)
  assert.deepEqual(rung(pbx), ['11'])
  pbx.phone().refuse(486)
  await pbx.clock.advance(0)
  assert.deepEqual([caller.final, rung(pbx)], [480, ['11']])
})

test('EMG: half an hour after the emergency call the number leads where it did, and the phone is not disturbed', async () => {
  const pbx = quietHouse()
  pbx.calls.emergencyCalled('acme', 'acme-11', FIRST)
  await pbx.clock.advance(30 * 60_000)
  const caller = await pbx.dial('bolt', '20', FIRST)
  assert.deepEqual(rung(pbx), [])
  assert.equal(caller.final, 486)
})
