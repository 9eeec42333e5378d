import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CallCharge } from '@klinke/calls'
import { type UsedCall, type UsedRecord, usedCall } from './used-call.ts'

const [ANSWERED, CONNECTED, ENDED] = [1_000, 3_000, 63_000]
const party = (number: string) => ({ tenantId: undefined, extensionId: undefined, number, displayName: undefined })
const step = (name: string, detail = '') => ({ atMs: 0, step: name, detail })
const charge = (more: Partial<CallCharge> = {}): CallCharge => ({
  way: 'carrier',
  origin: 'own',
  billed: '+4922155501',
  connectedAtMs: CONNECTED,
  ...more,
})

function used(changes: Partial<UsedRecord>): UsedCall | undefined {
  return usedCall({
    ...{ id: 'call-1', tenantId: 'acme', direction: 'outbound', emergency: false, called: party('+493012345') },
    ...{ caller: { ...party('10'), extensionId: 'acme-10' }, answeredAtMs: ANSWERED, endedAtMs: ENDED, route: [] },
    ...{ identity: { billed: '+4922155500' }, charge: charge({ extensionId: 'acme-10', siteId: 'mainz' }) },
    ...changes,
  })
}

test('a call over a carrier is used from the answer of the party outside on, by whom its charge names', () => {
  assert.deepEqual(used({}), {
    ...{ id: 'call-1', callId: 'call-1', tenantId: 'acme', way: 'carrier', origin: 'own', billedNumber: '+4922155501' },
    ...{ called: '+493012345', medium: 'voice', answeredAtMs: CONNECTED, endedAtMs: ENDED, extensionId: 'acme-10', siteId: 'mainz' },
  })
})

const ROWS: readonly (readonly [what: string, changes: Partial<UsedRecord>, expected: Partial<UsedCall> | undefined])[] = [
  ['one for help', { emergency: true }, undefined],
  ['one over a provider of the customer’s own', { charge: charge({ way: 'own-carrier' }) }, undefined],
  ['one that stayed inside', { charge: null, direction: 'internal' }, undefined],
  [
    'one to another customer, answered',
    { charge: { way: 'on-net', origin: 'own', billed: null } },
    { way: 'on-net', answeredAtMs: ANSWERED },
  ],
  ['one that a setting leads', { charge: charge({ origin: 'forwarded' }) }, { origin: 'forwarded' }],
  ['one in which the machines agreed on a fax', { route: [step('fax-negotiated', '10')] }, { medium: 'fax' }],
  ['one to a short code', { called: party('115') }, { called: '+49115' }],
  [
    'one that came in and was led outside without a record of its own',
    { direction: 'inbound', called: party('+4922155501'), route: [step('external', '+33112345678')] },
    { called: '+33112345678' },
  ],
  [
    'one of before records had a charge',
    { charge: null, route: [step('carrier-selected', 'one')] },
    { way: 'carrier', origin: 'own', billedNumber: '+4922155500', answeredAtMs: ANSWERED, extensionId: 'acme-10' },
  ],
  ['one of before that came in', { charge: null, direction: 'inbound', route: [step('carrier-selected', 'one')] }, undefined],
]

for (const [what, changes, expected] of ROWS)
  test(`of calls, ${what} is ${expected === undefined ? 'paid for by nobody here' : `used as ${JSON.stringify(expected)}`}`, () => {
    const call = used(changes)
    if (expected === undefined) assert.equal(call, undefined)
    else assert.partialDeepStrictEqual(call, expected)
  })

test('a call that nobody outside has answered has no time of answer, although its caller was answered', () => {
  assert.equal(used({ charge: charge({ connectedAtMs: null }) })?.answeredAtMs, undefined)
})
