import assert from 'node:assert/strict'
import { test } from 'node:test'
import { contractOf } from '../contracts/fold.ts'
import { added, begun, day, profileWith, type Recorded, set, written } from '../contracts/test-support/written-contract.ts'
import { orderTerms } from '../orders/order-terms.ts'
import { contractTariffs } from './contract-tariffs.ts'
import { DOCUMENT } from './test-support/rated-world.ts'

const { validFrom: _, ...TARIFF } = DOCUMENT
const bundle = (id: string, more: object = {}) => ({ ...DOCUMENT.bundles?.[0], id, ...more })
const ITEMS = [
  { id: 'extension', price: '8.50' },
  { id: 'flat', price: '6.90', follows: 'extension' },
  { id: 'quota', price: '2.00' },
]
const PROFILE = profileWith(ITEMS, {
  tariff: { ...TARIFF, bundles: [bundle('flat'), bundle('flat-mobile', { item: 'flat' }), bundle('quota')] },
})
const OWN_CARRIER = profileWith(ITEMS)

/** `from version bundle×seats …` of the contracts, of which `own` ones have a profile without a tariff. */
function tariffsOf(...contracts: readonly (readonly Recorded[])[]): readonly string[] {
  const all = contracts.flatMap((deeds) => contractOf(written(deeds)) ?? [])
  return contractTariffs(all, (id) => (id === 'own' ? OWN_CARRIER : PROFILE)).map(({ from, versionId, bundles }) =>
    [from, versionId, ...bundles.map((own) => `${own.bundle}×${own.seats}`)].join(' '),
  )
}

const BEGUN: Recorded = ['2026-01-01', begun('2026-01-01')]
const ROWS: readonly (readonly [what: string, contracts: readonly (readonly Recorded[])[], expected: readonly string[]])[] = [
  ['a contract without flats', [[BEGUN]], ['2026-01-01 v1']],
  [
    'a flat is booked for all extensions, whatever its own quantity, and is two bundles; it follows their number',
    [
      [
        BEGUN,
        ['2026-01-01', added('extension', '2026-01-01', 12)],
        ['2026-01-10', added('flat', '2026-02-01', 1)],
        ['2026-02-10', set('extension', '2026-02-16', 15)],
      ],
    ],
    ['2026-01-01 v1', '2026-02-01 v1 flat×12 flat-mobile×12', '2026-02-16 v1 flat×15 flat-mobile×15'],
  ],
  [
    'a bundle that follows nothing has its own quantity',
    [[BEGUN, ['2026-01-01', added('quota', '2026-01-01', 2)], ['2026-02-01', set('quota', '2026-03-01', 0)]]],
    ['2026-01-01 v1 quota×2', '2026-03-01 v1'],
  ],
  [
    'changed prices bring another version',
    [[BEGUN, ['2026-02-01', { kind: 'prices-changed', from: day('2026-04-01'), versionId: 'v2' }]]],
    ['2026-01-01 v1', '2026-04-01 v2'],
  ],
  [
    'after the end list price holds',
    [[BEGUN, ['2026-01-01', added('quota', '2026-01-01', 2)], ['2026-02-01', { kind: 'cancelled', until: day('2026-06-30') }]]],
    ['2026-01-01 v1 quota×2', '2026-07-01 v1'],
  ],
  ['a contract whose customer brings its own carrier has none', [[['2026-01-01', begun('2026-01-01', 'own')]]], []],
  [
    'of two contracts the one with a tariff counts, and the next when it has ended',
    [
      [['2026-01-01', begun('2026-01-01', 'own')]],
      [BEGUN, ['2026-02-01', { kind: 'cancelled', until: day('2026-06-30') }]],
      [['2026-01-01', begun('2026-03-01', 'v2')]],
    ],
    ['2026-01-01 v1', '2026-07-01 v2'],
  ],
]

for (const [what, contracts, expected] of ROWS)
  test(`tariffs of contracts: ${what}`, () => assert.deepEqual(tariffsOf(...contracts), expected))

test('BIL-04: a flat rate is held to the extensions of the contract, whether it follows them or not', () => {
  const provisions = [
    { item: 'extension', makes: 'extensions' as const },
    { item: 'trunk-place', makes: 'extensions' as const },
    { item: 'quota', makes: 'groups' as const },
  ]
  const file = { ...PROFILE, orders: orderTerms.parse({ provisions }) }
  const deeds: readonly Recorded[] = [
    BEGUN,
    ['2026-01-01', added('extension', '2026-01-01', 12)],
    ['2026-01-01', added('trunk-place', '2026-01-01', 2)],
    ['2026-01-01', added('quota', '2026-01-01', 12)],
    ['2026-02-10', set('extension', '2026-02-16', 15)],
  ]
  const found = contractTariffs(
    [contractOf(written(deeds))].flatMap((contract) => contract ?? []),
    () => file,
  )
  assert.deepEqual(
    found.map(({ from, extensions, bundles }) => [from.toString(), extensions, bundles]),
    [
      ['2026-01-01', 14, [{ bundle: 'quota', seats: 12 }]],
      ['2026-02-16', 17, [{ bundle: 'quota', seats: 12 }]],
    ],
  )
})
