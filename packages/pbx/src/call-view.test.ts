import assert from 'node:assert/strict'
import { test } from 'node:test'
import { viewParty } from './call-view.ts'

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
