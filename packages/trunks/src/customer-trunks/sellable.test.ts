import assert from 'node:assert/strict'
import { test } from 'node:test'
import { BLOCK_CEILINGS } from '@klinke/numbering'
import type { TrunkAccess } from './customer-trunk.ts'
import type { TrunkRule } from './refusals.ts'
import { brokenRule, isIn, numbersIn, type TrunkContract, type TrunkRange, type TrunkTerms } from './sellable.ts'

const REGISTERS: TrunkAccess = { kind: 'registration', logins: [] }
const place = (host: string) => ({ host, port: undefined })
const FIXED: TrunkAccess = { kind: 'fixed-ip', places: [place('192.0.2.1')] }

function range(first: string, size: number, over: Partial<TrunkRange> = {}): TrunkRange {
  return { first, size, state: 'active', siteId: null, temporaryFor: null, ...over }
}
const HUNDRED = range('+49221123400', 100)
const SINGLE = range('+4922155555', 1)

const TERMS: Record<TrunkTerms['product'], TrunkTerms> = {
  extended: { product: 'extended', channels: 10, access: REGISTERS, signalling: 'sip-ddi', transport: 'UDP', ranges: [HUNDRED] },
  'extended-connect': {
    ...{ product: 'extended-connect', channels: 10, access: REGISTERS, signalling: 'sipconnect', transport: 'UDP' },
    ranges: [HUNDRED, SINGLE],
  },
  'extended-link': {
    ...{ product: 'extended-link', channels: 4, access: FIXED, signalling: 'microsoft', transport: 'TLS' },
    ranges: [HUNDRED],
  },
  basic: { product: 'basic', channels: 10, access: REGISTERS, signalling: 'sip-ddi', transport: 'UDP', ranges: [SINGLE] },
}

for (const terms of Object.values(TERMS)) {
  test(`${terms.product} is sold as it should be`, () => assert.equal(brokenRule(terms, {}), undefined))
}

type Row = readonly [why: string, TrunkTerms['product'], Partial<TrunkTerms>, TrunkRule | undefined, TrunkContract?]
const ROWS: readonly Row[] = [
  ['four channels are an Office size, not one of extended', 'extended', { channels: 4 }, 'trunk-channels-not-sold'],
  ['fifteen channels are no step of ten', 'extended-connect', { channels: 15 }, 'trunk-channels-not-sold'],
  ['two channels are below all sizes', 'extended-link', { channels: 2 }, 'trunk-channels-not-sold'],
  ['four channels are the smallest order', 'extended-link', { channels: 4 }, undefined],
  ['the contract may ask for more', 'extended-link', { channels: 4 }, 'trunk-below-minimum', { minTrunkChannels: 10 }],
  ['and for no less than the sizes that there are', 'extended-link', { channels: 2 }, 'trunk-channels-not-sold', { minTrunkChannels: 1 }],
  ['extended registers', 'extended', { access: FIXED }, 'trunk-access-not-allowed'],
  ['basic registers', 'basic', { access: FIXED }, 'trunk-access-not-allowed'],
  ['connect may have fixed addresses', 'extended-connect', { access: FIXED }, undefined],
  ['link has fixed addresses only', 'extended-link', { access: REGISTERS }, 'trunk-access-not-allowed'],
  ['one place is needed', 'extended-link', { access: { kind: 'fixed-ip', places: [] } }, 'trunk-places-missing'],
  ['a second one may be', 'extended-link', { access: { kind: 'fixed-ip', places: [place('a.b'), place('c.d')] } }, undefined],
  [
    ...(['a third one may not', 'extended-link'] as const),
    { access: { kind: 'fixed-ip', places: [place('a.b'), place('c.d'), place('e.f')] } },
    'trunk-places-missing',
  ],
  ['extended is SIP-DDI', 'extended', { signalling: 'sipconnect' }, 'trunk-signalling-not-allowed'],
  ['basic has no Microsoft profile', 'basic', { signalling: 'microsoft', transport: 'TLS' }, 'trunk-signalling-not-allowed'],
  ['Microsoft needs TLS', 'extended-link', { transport: 'TCP' }, 'trunk-microsoft-needs-tls'],
  ['extended has no single numbers', 'extended', { ranges: [HUNDRED, SINGLE] }, 'trunk-singles-not-allowed'],
  ['basic has no block', 'basic', { ranges: [HUNDRED] }, 'trunk-blocks-not-allowed'],
  ['basic has one number', 'basic', { ranges: [SINGLE, range('+4922155556', 1)] }, 'trunk-one-number'],
  ['basic may wait for its number', 'basic', { ranges: [] }, undefined],
  ['parts of one block follow on each other', 'extended', { ranges: [range('+49221123500', 100), HUNDRED] }, undefined],
  ['two blocks are not one', 'extended', { ranges: [HUNDRED, range('+49221123600', 100)] }, 'trunk-not-one-block'],
  ['connect has many blocks', 'extended-connect', { ranges: [HUNDRED, range('+49221123600', 100)] }, undefined],
  ['a single number needs a block beside it', 'extended-connect', { ranges: [SINGLE] }, 'trunk-single-needs-block'],
  ['on link too', 'extended-link', { ranges: [SINGLE] }, 'trunk-single-needs-block'],
  ['the sum over all blocks counts', 'extended-link', { ranges: [HUNDRED, range('+49221123600', 10)] }, 'trunk-numbers-above-ceiling'],
  ['single numbers do not count', 'extended-link', { ranges: [HUNDRED, SINGLE] }, undefined],
]
for (const [why, product, over, rule, contract = {}] of ROWS) {
  test(`${product}: ${why}`, () => assert.equal(brokenRule({ ...TERMS[product], ...over }, contract)?.rule, rule))
}

for (const { channels, maxNumbers } of BLOCK_CEILINGS) {
  test(`TRK-03: a trunk with ${channels} channels has ${maxNumbers} numbers and not ten more`, () => {
    const tens = Array.from({ length: maxNumbers / 10 }, (_, index) => range(`+49${2211000000 + index * 10}`, 10))
    const terms = { ...TERMS['extended-connect'], channels, ranges: tens }
    assert.equal(brokenRule(terms, {}), undefined)
    const more = [...tens, range('+492219999990', 10)]
    assert.equal(brokenRule({ ...terms, ranges: more }, {})?.rule, 'trunk-numbers-above-ceiling')
  })
}

const TEMPORARY = range('+49221999000', 100, { state: 'temporary', temporaryFor: '+49221123400' })
test('TRK-17: before the porting a temporary block serves every product that has blocks', () => {
  for (const product of ['extended', 'extended-connect', 'extended-link'] as const)
    assert.equal(brokenRule({ ...TERMS[product], ranges: [TEMPORARY] }, {}), undefined, product)
})
test('TRK-17: after the porting it stays beside the ported one on connect and link, on no other', () => {
  const both = [range('+49221123400', 10), range('+49221123410', 10, { state: 'temporary', temporaryFor: '+49221123405' })]
  const rules = (['extended', 'extended-connect', 'extended-link'] as const).map(
    (product) => brokenRule({ ...TERMS[product], ranges: both }, {})?.rule,
  )
  assert.deepEqual(rules, ['trunk-temporary-parallel', undefined, undefined])
})

test('a number is of the block that it lies in, and of no longer or shorter one', () => {
  assert.deepEqual(
    ['+49221123400', '+49221123499', '+49221123500', '+492211234', '+492211234000'].map((number) => isIn(number, HUNDRED)),
    [true, true, false, false, false],
  )
  assert.equal(numbersIn([HUNDRED, SINGLE]), 100)
})

test('each refusal says in German and English what is wrong', () => {
  for (const [, product, over, rule, contract = {}] of ROWS) {
    const broken = brokenRule({ ...TERMS[product], ...over }, contract)
    if (rule !== undefined)
      assert.ok((broken?.german ?? '').length > 20 && (broken?.message ?? '').length > 20 && broken?.german !== broken?.message)
  }
})
