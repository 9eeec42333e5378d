/** What each kind of block does, tried in the simulator. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { blocksOf } from '../simulator/examples.ts'
import { simulate } from '../simulator/simulate.ts'
import { type SimulatedCall, simulatedCall } from '../simulator/simulated-call.ts'
import { ANNA, BEA, flowOf, MAX, OFFICE_REF, toExtension, worldOf } from '../test-support/worlds.ts'

const MONDAY = '2026-11-16T10:00:00+01:00'

function call(more: Record<string, unknown> = {}): SimulatedCall {
  return simulatedCall.parse({ caller: '+492115550123', at: MONDAY, ...more })
}

const LEAD = { id: 'lead', kind: 'destination', to: toExtension(ANNA) }
const OTHER = { id: 'other', kind: 'hang-up', as: 'busy' }
const menu = { id: 'menu', kind: 'menu', prompt: 'p', keys: { 1: 'lead', '*': 'other' }, retries: 1, timedOut: 'other', invalid: 'lead' }
const hours = { id: 'hours', kind: 'hours', when: [{ schedule: OFFICE_REF, is: 'open', next: 'lead' }], otherwise: 'other' }
const numberPin = { id: 'pin', kind: 'number-pin', prompt: 'p', entries: [{ pin: '0123456789', to: toExtension(BEA) }], otherwise: 'other' }
const datedPin = {
  ...{ id: 'pin', kind: 'dated-pin', prompt: 'p', retries: 0, otherwise: 'other' },
  entries: [{ pin: '12345', validUntil: '2026-11-16', to: { kind: 'external', number: '+4930123456' } }],
}
const byName = { id: 'name', kind: 'dial-by-name', prompt: 'p', retries: 0, otherwise: 'other' }
const caller = {
  ...{ id: 'caller', kind: 'caller', otherwise: 'other' },
  when: [{ is: 'external', numbers: ['+49211'], next: 'lead' }],
}
const ANYONE = { id: 'caller', kind: 'caller', when: [{ is: 'anonymous', next: 'lead' }], otherwise: 'other' }
const lookup = { id: 'ask', kind: 'lookup', url: 'https://crm.example/{caller}', answers: { vip: 'lead' }, failed: 'other' }
const agents = { id: 'agent', kind: 'agent-login', next: 'lead', otherwise: 'other' }
const consent = { id: 'consent', kind: 'consent', agreed: 'lead', declined: 'other' }
const announcement = { id: 'say', kind: 'announcement', prompt: 'welcome', next: 'lead' }

type Blocks = Parameters<typeof flowOf>[1]
const rows: readonly (readonly [what: string, first: Blocks, call: Record<string, unknown>, blocks: string, end: object])[] = [
  ['a key of the menu leads on', menu, { keys: ['1'] }, 'menu lead', { to: toExtension(ANNA) }],
  ['the star is a key', menu, { keys: ['*'] }, 'menu other', { kind: 'hung-up', as: 'busy' }],
  ['a menu without a key asks again, then times out', menu, { keys: ['', ''] }, 'menu other', { kind: 'hung-up' }],
  ['a second try counts', menu, { keys: ['', '1'] }, 'menu lead', { to: toExtension(ANNA) }],
  ['wrong keys lead to their own block', menu, { keys: ['9', '#'] }, 'menu lead', { to: toExtension(ANNA) }],
  ['opening hours: open', hours, {}, 'hours lead', { to: toExtension(ANNA) }],
  ['opening hours: closed', hours, { at: '2026-11-16T18:00:00+01:00' }, 'hours other', { kind: 'hung-up' }],
  ['opening hours: a holiday', hours, { at: '2026-05-01T10:00:00+02:00' }, 'hours other', { kind: 'hung-up' }],
  ['IVR-03: a PIN of ten digits leads to its extension', numberPin, { keys: ['0123456789'] }, 'pin', { to: toExtension(BEA) }],
  ['IVR-03: a wrong PIN may be tried again', numberPin, { keys: ['1#', '0123456789'] }, 'pin', { to: toExtension(BEA) }],
  ['IVR-03: three wrong PINs lead elsewhere', numberPin, { keys: ['1#', '2#', '3#'] }, 'pin other', { kind: 'hung-up' }],
  ['IVR-03: a PIN is good on its last day', datedPin, { keys: ['12345'] }, 'pin', { to: { kind: 'external', number: '+4930123456' } }],
  ['IVR-03: and not after it', datedPin, { keys: ['12345'], at: '2026-11-17T00:00:00+01:00' }, 'pin other', { kind: 'hung-up' }],
  ['LAW-06: who agrees to being recorded', consent, { keys: ['1'] }, 'consent lead', { to: toExtension(ANNA) }],
  ['LAW-06: who does not', consent, { keys: ['2'] }, 'consent other', { kind: 'hung-up' }],
  ['LAW-06: who says nothing', consent, {}, 'consent other', { kind: 'hung-up' }],
  ['IVR-02: three letters of the first name', byName, { keys: ['266'] }, 'name', { to: toExtension(ANNA) }],
  ['IVR-02: three letters of the last name', byName, { keys: ['766'] }, 'name', { to: toExtension(BEA) }],
  ['IVR-02: of several people one is chosen', byName, { keys: ['688', '1'] }, 'name', { to: toExtension(MAX) }],
  ['IVR-02: a name that nobody has', byName, { keys: ['999'] }, 'name other', { kind: 'hung-up' }],
  ['a caller from Düsseldorf', caller, {}, 'caller lead', { to: toExtension(ANNA) }],
  ['a caller from elsewhere', caller, { caller: '+4930123' }, 'caller other', { kind: 'hung-up' }],
  ['a colleague is no caller from outside', caller, { caller: '+49211', internal: true }, 'caller other', { kind: 'hung-up' }],
  ['a caller without a number', ANYONE, { caller: 'anonymous' }, 'caller lead', { to: toExtension(ANNA) }],
  ['a lookup that knows the caller', lookup, { lookups: { ask: { result: 'vip' } } }, 'ask lead', { to: toExtension(ANNA) }],
  ['a lookup without an exit for its answer', lookup, { lookups: { ask: { result: 'x' } } }, 'ask', { kind: 'hung-up' }],
  ['a lookup that fails', lookup, {}, 'ask other', { kind: 'hung-up', as: 'busy' }],
  ['IVR-02: an extension that calls signs in as an agent', agents, { caller: '10', internal: true }, 'agent lead', { kind: 'led' }],
  ['IVR-02: an agent outside proves himself', agents, { agents: { agent: '10' } }, 'agent lead', { kind: 'led' }],
  ['IVR-02: who is no agent goes elsewhere', agents, {}, 'agent other', { kind: 'hung-up' }],
  ['an announcement is heard', announcement, {}, 'say lead', { to: toExtension(ANNA) }],
]
for (const [what, first, given, blocks, end] of rows) {
  test(what, async () => {
    const simulation = await simulate('f', call(given), worldOf(flowOf('f', first, LEAD, OTHER)))
    assert.partialDeepStrictEqual(simulation.end, end)
    assert.equal(blocksOf(simulation).join(' '), blocks)
  })
}

test('display text and priority are set for who is called, and a lookup may set the text', async () => {
  const set = { id: 'set', kind: 'set', displayText: 'Sales', priority: 7, next: 'ask' }
  const ask = { ...lookup, otherwise: 'lead' }
  const world = worldOf(flowOf('f', set, ask, LEAD, OTHER))
  assert.partialDeepStrictEqual((await simulate('f', call({ lookups: { ask: { result: 'x' } } }), world)).end, {
    displayText: 'Sales',
    priority: 7,
  })
  const answered = call({ lookups: { ask: { result: 'vip', displayText: 'VIP' } } })
  assert.partialDeepStrictEqual((await simulate('f', answered, world)).end, { displayText: 'VIP', priority: 7 })
})

test('a destination that nobody answers goes on in the flow', async () => {
  const first = { ...LEAD, otherwise: 'other' }
  const simulation = await simulate('f', call({ refused: { lead: 'busy' } }), worldOf(flowOf('f', first, OTHER)))
  assert.deepEqual(simulation.end, { kind: 'hung-up', as: 'busy' })
  assert.deepEqual(
    simulation.path.map(({ what }) => what.kind),
    ['entered', 'led', 'returned', 'ended'],
  )
})

const A = '00000000-0000-7000-8000-0000000000f1'
const B = '00000000-0000-7000-8000-0000000000f2'

test('IVR-01: flows follow each other, and what was set goes along', async () => {
  const first = flowOf(
    A,
    { id: 'set', kind: 'set', priority: 3, next: 'on' },
    { id: 'on', kind: 'destination', to: { kind: 'flow', targetId: B } },
  )
  const simulation = await simulate(A, call(), worldOf(first, flowOf(B, LEAD)))
  assert.deepEqual(simulation.end, { kind: 'led', to: toExtension(ANNA), priority: 3 })
  assert.deepEqual(
    simulation.path.map(({ flowId }) => flowId),
    [A, A, B, B],
  )
})

test('a call that goes in circles is given up, within one flow and over several', async () => {
  const circle = flowOf(A, { id: 'a', kind: 'announcement', prompt: 'p', next: 'b' }, { id: 'b', kind: 'set', priority: 1, next: 'a' })
  assert.deepEqual((await simulate(A, call(), worldOf(circle))).end, { kind: 'gave-up', why: 'loop' })
  const there = flowOf(A, { id: 'a', kind: 'destination', to: { kind: 'flow', targetId: B } })
  const back = flowOf(B, { id: 'b', kind: 'destination', to: { kind: 'flow', targetId: A } })
  assert.deepEqual((await simulate(A, call(), worldOf(there, back))).end, { kind: 'gave-up', why: 'loop' })
})

test('a flow that leads to one without a published version is given up', async () => {
  const there = flowOf(A, { id: 'a', kind: 'destination', to: { kind: 'flow', targetId: B } })
  assert.deepEqual((await simulate(A, call(), worldOf(there))).end, { kind: 'gave-up', why: 'flow-gone' })
})
