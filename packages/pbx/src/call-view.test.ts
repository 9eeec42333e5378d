import assert from 'node:assert/strict'
import { test } from 'node:test'
import { viewMedia, viewParty } from './call-view.ts'

const TENANT = { kind: 'tenant', tenantId: 'acme' } as const
const OWN = { tenantId: 'acme', extensionId: 'e1', number: '10', displayName: 'Ada' }

for (const [who, party, number, displayName] of [
  ['its own extensions', OWN, '10', 'Ada'],
  ['a public number of another tenant without the name', { ...OWN, tenantId: 'bolt', number: '+4922166600' }, '+4922166600', null],
  ['nothing of an extension of another tenant', { ...OWN, tenantId: 'bolt' }, 'anonymous', null],
  ['the name that a caller from outside shows', { ...OWN, tenantId: undefined, number: '+493012345' }, '+493012345', 'Ada'],
] as const) {
  test(`a tenant sees ${who}`, () => {
    const view = viewParty(party, TENANT)
    assert.deepEqual([view.number, view.displayName], [number, displayName])
    assert.deepEqual([view.tenantId, view.extensionId], party === OWN ? ['acme', 'e1'] : [null, null])
  })
}

test('the operator sees all', () => {
  assert.deepEqual(viewParty({ ...OWN, tenantId: 'bolt' }, { kind: 'operator' }), { ...OWN, tenantId: 'bolt' })
})

test('figures of media are shown to the hundredth, and null where nothing was measured', () => {
  const counted = { packetsReceived: 1, bytesReceived: 172, packetsSent: 2, bytesSent: 344, packetsLost: 0 }
  assert.deepEqual(viewMedia({ ...counted, jitterMs: 0.6457, roundTripMs: undefined, mos: 4.38976, codec: 'PCMA' }), {
    ...counted,
    jitterMs: 0.65,
    roundTripMs: null,
    mos: 4.39,
    codec: 'PCMA',
  })
})
