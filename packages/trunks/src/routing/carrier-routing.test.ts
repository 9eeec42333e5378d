import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seededRandom } from '@klinke/foundation'
import { VirtualClock } from '@klinke/testbed'
import { prefixTable } from '../barring/prefix-table.ts'
import type { Carrier } from '../carrier.ts'
import { carrier } from '../test-support/test-trunks.ts'
import { CarrierRouting } from './carrier-routing.ts'
import type { PrefixRule } from './prefix-rules.ts'
import type { Rate } from './rates.ts'

type Prices = Readonly<Record<string, readonly (readonly [prefix: string, rates: readonly Partial<Rate>[]])[]>>

const ALWAYS = { microsPerMinute: 0, validFromMs: 0, validUntilMs: undefined }

interface Settings {
  readonly rules?: readonly PrefixRule[]
  readonly prices?: Prices
  readonly seed?: number
}

function routing({ rules = [], prices = {}, seed = 1 }: Settings): { readonly routing: CarrierRouting; readonly clock: VirtualClock } {
  const clock = new VirtualClock()
  const lists = new Map(
    Object.entries(prices).map(([id, list]) => [
      id,
      prefixTable(list.map(([prefix, rates]) => [prefix, rates.map((rate): Rate => ({ ...ALWAYS, ...rate }))])),
    ]),
  )
  const tables = { rules: prefixTable(rules.map((rule) => [rule.prefix, rule])), prices: (id: string) => lists.get(id) }
  return { routing: new CarrierRouting({ tables: () => tables, clock, random: seededRandom(seed) }), clock }
}

function order(settings: Settings, number: string, carriers: readonly Carrier[], down: readonly string[] = []): string {
  const { carriers: routed } = routing(settings).routing.route(number, carriers, (id) => !down.includes(id))
  return routed.map(({ carrier: { name } }) => name).join(' ')
}

const [ONE, TWO, THREE] = [carrier('one', { priority: 1 }), carrier('two', { priority: 2 }), carrier('three', { priority: 3 })]
const ALL = [ONE, TWO, THREE]
const EQUAL = ALL.map((each) => ({ ...each, priority: 1 }))

const MOBILE = '+491712345678'
const rule = (effect: PrefixRule['effect'], ...carrierIds: readonly string[]): PrefixRule => ({ prefix: '4917', effect, carrierIds })
const rows: readonly (readonly [
  what: string,
  settings: Settings,
  number: string,
  carriers: readonly Carrier[],
  order: string,
  down?: string[],
])[] = [
  ['by rank', {}, MOBILE, ALL, 'one two three'],
  ['by rank, those that are down last', {}, MOBILE, ALL, 'two three one', ['one']],
  ['only those that the rule for its prefix names', { rules: [rule('only', 'two', 'three')] }, MOBILE, ALL, 'two three'],
  ['first those that the rule names', { rules: [rule('first', 'three')] }, MOBILE, ALL, 'three one two'],
  ['first those that the rule names, unless they are down', { rules: [rule('first', 'three')] }, MOBILE, ALL, 'one two three', ['three']],
  ['none of those that the rule excludes', { rules: [rule('never', 'one')] }, MOBILE, ALL, 'two three'],
  ['nobody, where the only one of the rule is gone', { rules: [rule('only', 'deleted')] }, MOBILE, ALL, ''],
  ['as without rules, for another prefix', { rules: [rule('only', 'three')] }, '+4930123456', ALL, 'one two three'],
  [
    'by the rule of the longest prefix',
    { rules: [rule('only', 'three'), { prefix: '49171', effect: 'only', carrierIds: ['two'] }] },
    ...([MOBILE, ALL, 'two'] as const),
  ],
  [
    'by rank, whatever rules and prices, for a short code',
    { rules: [{ prefix: '1', effect: 'never', carrierIds: ['one'] }] },
    '116117',
    ALL,
    'one two three',
  ],
  [
    'by price among equals, the cheapest first, without a price last',
    { prices: { one: [['49', [{ microsPerMinute: 9_000 }]]], three: [['49', [{ microsPerMinute: 7_500 }]]] } },
    ...([MOBILE, EQUAL, 'three one two'] as const),
  ],
  [
    'by the price of the longest prefix',
    {
      prices: {
        one: [
          ['49', [{ microsPerMinute: 10 }]],
          ['4917', [{ microsPerMinute: 80_000 }]],
        ],
        two: [['49', [{ microsPerMinute: 20 }]]],
      },
    },
    ...([MOBILE, [ONE, { ...TWO, priority: 1 }], 'two one'] as const),
  ],
  [
    'by rank before price',
    { prices: { one: [['49', [{ microsPerMinute: 90 }]]], two: [['49', [{ microsPerMinute: 10 }]]] } },
    ...([MOBILE, [ONE, TWO], 'one two'] as const),
  ],
]
for (const [what, settings, number, carriers, expected, down] of rows) {
  test(`a number goes over the carriers ${what}`, () => assert.equal(order(settings, number, carriers, down), expected))
}

test('a price holds from its first moment until its last; outside of that the shorter prefix has one', async () => {
  const nowMs = new VirtualClock().epochMs()
  const dear = { microsPerMinute: 99, validFromMs: nowMs + 60_000, validUntilMs: nowMs + 120_000 }
  const prices: Prices = {
    one: [
      ['4917', [dear]],
      ['49', [{ microsPerMinute: 1 }]],
    ],
    two: [['49', [{ microsPerMinute: 50 }]]],
  }
  const { routing: routes, clock } = routing({ prices })
  const first = (): string | undefined => routes.route(MOBILE, EQUAL.slice(0, 2), () => true).carriers[0]?.carrier.name
  assert.equal(first(), 'one')
  await clock.advance(60_000)
  assert.equal(first(), 'two')
  await clock.advance(60_000)
  assert.equal(first(), 'one')
})

test('among equals calls are shared out as the shares say: of 10,000 each carrier gets its part within one per cent', () => {
  const carriers = [
    carrier('one', { share: 70 }),
    carrier('two', { share: 20 }),
    carrier('three', { share: 10 }),
    carrier('last', { share: 0 }),
  ]
  const { routing: routes } = routing({ seed: 42 })
  const counts = new Map<string, number>()
  const seconds = new Map<string, number>()
  for (let call = 0; call < 10_000; call++) {
    const [first, second, , last] = routes.route(MOBILE, carriers, () => true).carriers.map(({ carrier: { name } }) => name)
    counts.set(first ?? '', (counts.get(first ?? '') ?? 0) + 1)
    if (first === 'one') seconds.set(second ?? '', (seconds.get(second ?? '') ?? 0) + 1)
    assert.equal(last, 'last')
  }
  const shareOf = (name: string): number => (counts.get(name) ?? 0) / 100
  for (const [name, percent] of [
    ['one', 70],
    ['two', 20],
    ['three', 10],
  ] as const)
    assert.ok(Math.abs(shareOf(name) - percent) < 1, `${name} ${shareOf(name)}`)
  const two = (seconds.get('two') ?? 0) / (counts.get('one') ?? 1)
  assert.ok(Math.abs(two - 2 / 3) < 0.02, 'the rest is shared out in the same way')
})

test('the same seed shares calls out in the same way', () => {
  const firsts = (seed: number): string => {
    const { routing: routes } = routing({ seed })
    return Array.from({ length: 50 }, () => routes.route(MOBILE, EQUAL, () => true).carriers[0]?.carrier.name).join()
  }
  assert.equal(firsts(7), firsts(7))
  assert.notEqual(firsts(7), firsts(8))
})

test('a carrier that flaps comes after the steady ones, before those that are down', () => {
  const { routing: routes } = routing({})
  for (let flap = 0; flap < 4; flap++) for (const works of [true, false]) routes.seen('one', works)
  const down = new Set(['two'])
  const { carriers } = routes.route(MOBILE, ALL, (id) => !down.has(id))
  assert.deepEqual(
    carriers.map(({ carrier: { name }, state }) => `${name} ${state}`),
    ['three steady', 'one damped', 'two down'],
  )
})
