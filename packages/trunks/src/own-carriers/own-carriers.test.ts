import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Site, TenantSnapshot } from '@klinke/accounts'
import { carrier, TENANT, TestTrunks } from '../test-support/test-trunks.ts'
import type { OwnCarrier, OwnCarriers } from './own-carrier.ts'

function site(id: string, isMain: boolean): Site {
  return { id, name: id, isMain, areaCode: '221', addresses: [], emergencyNumber: undefined }
}

const EXTENSIONS = new Map(
  [...TENANT.extensions].map(([number, extension]) => [number, { ...extension, siteId: number === '10' ? 'cologne' : 'berlin' }]),
)
const SITES = new Map([site('cologne', true), site('berlin', false), site('bonn', false)].map((each) => [each.id, each]))
const ACME: TenantSnapshot = { ...TENANT, extensions: EXTENSIONS, sites: SITES }

function own(name: string, siteId: string, more: Partial<OwnCarrier> = {}): OwnCarrier {
  return { ...carrier(name), tenantId: 'acme', siteId, alsoServes: [], ...more }
}

function held(...carriers: readonly OwnCarrier[]): OwnCarriers {
  return {
    carrier: (id) => carriers.find((each) => each.id === id),
    ofTenant: (tenantId) => carriers.filter((each) => each.tenantId === tenantId),
  }
}

const WAY = { targets: [{ protocol: 'UDP', remote: { address: '203.0.113.5', port: 5060 } }], route: [] } as const

function world(ownCarriers: OwnCarriers, tenant = ACME, ...looked: readonly string[]): TestTrunks {
  const trunks = new TestTrunks([carrier('operator')], tenant, undefined, undefined, { ownCarriers })
  for (const name of looked) trunks.ways.set(name, WAY)
  return trunks
}

test('TRK-12: calls of a site go over the own provider to which it belongs, those of other sites over the operator', async () => {
  const trunks = world(held(own('mine', 'cologne')), ACME, 'mine')
  await trunks.dial('+49302312500', '10')
  await trunks.dial('+49302312500', '11')
  assert.deepEqual(trunks.tried, ['mine', 'operator'])
})

test('TRK-12: one provider may serve several sites', async () => {
  const trunks = world(held(own('mine', 'cologne', { alsoServes: ['berlin'] })), ACME, 'mine')
  await trunks.dial('+49302312500', '11')
  assert.deepEqual(trunks.tried, ['mine'])
})

for (const [what, profile, tried] of [
  ['ends with it', ACME.profile, ['mine']],
  ['goes over the operator where the product says so', { ...ACME.profile, ownCarriersFallBack: true }, ['mine', 'operator']],
] as const) {
  test(`a call that the own provider cannot carry ${what}`, async () => {
    const trunks = world(held(own('mine', 'cologne')), { ...ACME, profile }, 'mine')
    await trunks.dial('+49302312500', '10')
    trunks.userAgent.called[0]?.refuse(503)
    await trunks.clock.advance(0)
    assert.deepEqual(trunks.tried, tried)
  })
}

for (const number of ['110', '112']) {
  test(`EMG-02, TRK-12: ${number} goes over the line of the provider of the site, and over the operator when that fails`, async () => {
    const trunks = world(held(own('mine', 'cologne'), own('other', 'berlin')), ACME, 'mine', 'other')
    await trunks.dial(number, '10')
    trunks.userAgent.called[0]?.refuse(403)
    await trunks.clock.advance(0)
    assert.deepEqual(trunks.tried, ['mine', 'operator'])
  })
}

test('EMG-01: with an own provider whose name leads nowhere 112 goes over the operator at once; other calls end', async () => {
  const trunks = world(held(own('mine', 'cologne')))
  await trunks.dial('112', '10')
  assert.deepEqual(trunks.tried, ['operator'])
  const caller = await trunks.dial('+49302312500', '10')
  assert.equal(caller.final, 500)
})

const NUMBER = '+4922155501'
for (const [what, carriers, from, status] of [
  ['of its own provider', [own('mine', 'cologne')], 'mine', undefined],
  ['of the provider of another customer', [own('theirs', 'x', { tenantId: 'other' })], 'theirs', 404],
  [
    'of a provider where another customer is as well, at the same address',
    [own('theirs', 'x', { tenantId: 'other', host: 'same.example' }), own('mine', 'cologne', { host: 'same.example' })],
    'theirs',
    undefined,
  ],
] as const) {
  test(`TRK-12: a call to a number of a customer over the line ${what} is ${status === undefined ? 'taken' : 'refused'}`, async () => {
    const trunks = world(held(...carriers))
    const caller = await trunks.callIn(from, { uri: `sip:${NUMBER}@klinke.example`, from: '<sip:+493012345@p.example>' })
    assert.equal(caller.final === 404, status === 404)
    assert.equal(trunks.inside.length, status === undefined ? 1 : 0)
  })
}
