/** Nothing comes before a call for help from a customer's own PBX (EMG-01..03): each product, each state, each form. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Site, TenantSnapshot } from '@klinke/accounts'
import type { PaperCall } from '@klinke/testbed'
import type { CustomerTrunk } from '../customer-trunks/customer-trunk.ts'
import { TRUNK_PRODUCTS } from '../customer-trunks/products.ts'
import { NO_IDENTITY } from '../identity/identity-rules.ts'
import { customerTrunk, PaperTrunks } from '../test-support/customer-trunks.ts'
import { tenantRules } from '../test-support/rules.ts'
import { carrier, TENANT, TestTrunks } from '../test-support/test-trunks.ts'

const FORMS = ['110', '112', '0112', '+49110', '0049112', '0221112', '110#', 'urn:service:sos'] as const
const FRIEND = '+498912345678'
const COLOGNE: Site = { id: 'cologne', name: 'Köln', isMain: true, areaCode: '221', emergencyNumber: '+4922155501', addresses: [] }
const AT_SITE: TenantSnapshot = { ...TENANT, sites: new Map([[COLOGNE.id, COLOGNE]]) }
const HIDDEN: PaperCall = { from: '<sip:anonymous@anonymous.invalid>', headers: [['Privacy', 'id']] }
const FORGED: PaperCall = {
  from: '<sip:+493099999999@pbx.example>',
  headers: [
    ['P-Asserted-Identity', '<sip:+493099999999@pbx.example>'],
    ['P-Preferred-Identity', '<tel:+493099999999>'],
  ],
}

interface State {
  readonly trunk?: Partial<CustomerTrunk>
  readonly tenant?: Partial<TenantSnapshot>
  readonly call?: PaperCall
  readonly prepare?: (trunks: TestTrunks) => Promise<void> | void
  /** What becomes of an ordinary call. */
  readonly bars?: true
}

const STATES: Readonly<Record<string, State>> = {
  nothing: {},
  'CLIR of the PBX': { call: HIDDEN },
  'forged numbers': { call: FORGED },
  'a pinned sender': {
    prepare: (trunks) => {
      trunks.identity = { ...NO_IDENTITY, customer: { shown: undefined, pinned: '+4922155500' } }
    },
  },
  'a trunk that is switched off': { trunk: { isActive: false }, bars: true },
  'class 0': {
    prepare: (trunks) => {
      trunks.rules = tenantRules({ customer: { class: 0, deny: ['+49110', '+49112'] } })
    },
    bars: true,
  },
  'its only channel in use': {
    trunk: { channels: 1 },
    prepare: async (trunks) => {
      await trunks.dialFromPbx('+4940123456')
      trunks.userAgent.called[0]?.answer('answer')
      await trunks.clock.advance(0)
    },
    bars: true,
  },
  'the only channel of the customer in use': {
    tenant: { profile: { ...TENANT.profile, admission: { channels: { both: 1 } } } },
    prepare: async (trunks) => {
      await trunks.dialFromPbx('+4940123456')
      trunks.userAgent.called[0]?.answer('answer')
      await trunks.clock.advance(0)
    },
    bars: true,
  },
  'the only carrier down': { prepare: (trunks) => void trunks.down.add('one') },
}

async function opened(product: CustomerTrunk['product'], signalling: CustomerTrunk['signalling'], state: State): Promise<TestTrunks> {
  const paper = new PaperTrunks(customerTrunk({ product, signalling, ...state.trunk }))
  const trunks = new TestTrunks([carrier('one')], { ...AT_SITE, ...state.tenant }, {}, paper)
  await state.prepare?.(trunks)
  return trunks
}

for (const [product, { signalling: kinds }] of Object.entries(TRUNK_PRODUCTS)) {
  for (const signalling of kinds) {
    for (const [name, state] of Object.entries(STATES)) {
      test(`EMG-01: ${product} with ${signalling}, ${name}: 110 and 112 reach the control centre in each form`, async () => {
        for (const form of FORMS) {
          const trunks = await opened(product as CustomerTrunk['product'], signalling, state)
          const before = trunks.userAgent.called.length
          await trunks.dialFromPbx(form, form.startsWith('urn:') ? { ...state.call, uri: form } : (state.call ?? {}))
          const sent = trunks.userAgent.called[before]?.invite
          assert.equal(sent?.uri, `sip:${/110/.test(form) ? '110' : '112'}@one.example`, form)
          assert.equal(sent?.from, '<sip:+4922155501@one.example>', form)
          assert.equal(Object.fromEntries(sent?.headers ?? []).Privacy, 'none', form)
        }
      })
    }
  }
}

for (const [name, state] of Object.entries(STATES)) {
  test(`${name}: an ordinary call of a PBX ${state.bars === true ? 'goes nowhere' : 'goes out, and shows no number of the site'}`, async () => {
    const trunks = await opened('extended', 'sip-ddi', state)
    const before = trunks.userAgent.called.length
    await trunks.dialFromPbx(FRIEND, state.call ?? {})
    await trunks.clock.advance(0)
    const sent = trunks.userAgent.called[before]?.invite
    assert.equal(sent === undefined, state.bars === true)
    if (sent !== undefined) assert.doesNotMatch(sent.from, /55501/)
  })
}
