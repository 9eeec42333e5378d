/** What may be changed in contracts, row by row; the five profiles as they come with Klinke. */
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { exampleProfiles } from '../../catalogue/examples.ts'
import type { ProfileFile } from '../../catalogue/profile-file.ts'
import { readProfile } from '../../catalogue/read-profile.ts'
import type { Contract } from '../contract.ts'
import type { ContractDeed } from '../events.ts'
import { contractOf } from '../fold.ts'
import { added, begun, day, written } from '../test-support/written-contract.ts'
import { planBegin } from './begin.ts'
import { planEnd } from './end.ts'
import { assertConditions, planChange, type WantedItem } from './plan-change.ts'
import { ContractRuleBroken } from './refusals.ts'

let profiles: ReadonlyMap<string, ProfileFile>
before(async () => {
  profiles = new Map((await exampleProfiles()).map(({ file, text }) => [file.replace('.yaml', ''), readProfile(text, file).profile]))
})

function profileNamed(name: string): ProfileFile {
  const profile = profiles.get(name)
  assert.ok(profile, name)
  return profile
}

function contractWith(items: readonly (readonly [item: string, quantity: number])[], termMonths?: number): Contract {
  const deeds = items.map(([item, quantity]) => ['2026-01-01', added(item, '2026-01-01', quantity)] as const)
  const contract = contractOf(written([['2026-01-01', begun('2026-01-01', 'v1', termMonths)], ...deeds]))
  assert.ok(contract)
  return contract
}

const broken = (rule: string, words: RegExp) => (error: unknown) => {
  assert.ok(error instanceof ContractRuleBroken, String(error))
  assert.equal(error.code, rule)
  assert.match(error.german ?? '', words)
  return true
}

function change(
  contract: Contract,
  profile: string,
  from: string,
  items: readonly WantedItem[],
  { today = '2026-11-22', reason = '' } = {},
) {
  const file = profileNamed(profile)
  const facts = { sold: { id: 'v1', file }, terms: file.terms, today: day(today), newId: () => 'new' }
  return planChange(contract, { from: day(from), items, reason: reason === '' ? undefined : reason }, facts)
}

const FLAT = [
  ['base', 1],
  ['extension', 12],
] as const

interface Refused {
  readonly what: string
  readonly profile: string
  readonly has: readonly (readonly [string, number])[]
  readonly from: string
  readonly wants: readonly WantedItem[]
  readonly rule: string
  readonly words: RegExp
  readonly termMonths?: number
  readonly reason?: string
}
const REFUSED: readonly Refused[] = [
  {
    what: 'a month that has ended',
    profile: 'flat',
    has: FLAT,
    from: '2026-10-31',
    wants: [{ item: 'queue', quantity: 1 }],
    rule: 'contract-month-closed',
    words: /früheste Tag ist der 01\.11\.2026/,
  },
  {
    what: 'what the profile does not sell',
    profile: 'flat',
    has: FLAT,
    from: '2026-12-01',
    wants: [{ item: 'fax', quantity: 1 }],
    rule: 'contract-not-sold',
    words: /keine monatliche Position „fax“/,
  },
  {
    what: 'a one-off item each month',
    profile: 'flat',
    has: FLAT,
    from: '2026-12-01',
    wants: [{ item: 'number-ten', quantity: 1 }],
    rule: 'contract-not-sold',
    words: /number-ten/,
  },
  {
    what: 'BIL-04: a flat rate within a month',
    profile: 'flat',
    has: FLAT,
    from: '2026-11-30',
    wants: [{ item: 'flat-fixed', quantity: 1 }],
    rule: 'contract-condition',
    words: /beginnt zum Monatswechsel: der nächste ist der 01\.12\.2026/,
  },
  {
    what: 'BIL-04: a mobile flat rate with nine extensions',
    profile: 'flat',
    has: [['extension', 9]],
    from: '2026-12-01',
    wants: [{ item: 'flat-eu', quantity: 1 }],
    rule: 'contract-condition',
    words: /ab 10 × „Nebenstelle“, und am 01\.12\.2026 wären es 9/,
  },
  {
    what: 'BIL-04: fewer than ten extensions under a mobile flat rate',
    profile: 'flat',
    has: [
      ['extension', 12],
      ['flat-eu', 1],
    ],
    from: '2027-01-01',
    wants: [{ itemId: 'extension', quantity: 9 }],
    rule: 'contract-condition',
    words: /wären es 9/,
  },
  {
    what: 'two flat rates at once',
    profile: 'flat',
    has: [...FLAT, ['flat-fixed', 1]],
    from: '2026-12-01',
    wants: [{ item: 'flat-eu', quantity: 1 }],
    rule: 'contract-condition',
    words: /nicht zusammen mit/,
  },
  {
    what: 'a flat rate twice',
    profile: 'flat',
    has: [...FLAT, ['flat-fixed', 1]],
    from: '2026-12-01',
    wants: [{ item: 'flat-fixed', quantity: 1 }],
    rule: 'contract-quantity-not-sold',
    words: /höchstens 1/,
  },
  {
    what: 'ORD-02: fewer than three extensions',
    profile: 'flat',
    has: FLAT,
    from: '2027-01-01',
    wants: [{ itemId: 'extension', quantity: 2 }],
    rule: 'contract-quantity-not-sold',
    words: /mindestens 3, und am 01\.01\.2027 wären es 2/,
  },
  {
    what: 'ORD-02: no extension at all',
    profile: 'flat',
    has: FLAT,
    from: '2027-01-01',
    wants: [{ itemId: 'extension', quantity: 0 }],
    rule: 'contract-quantity-not-sold',
    words: /kündigen Sie den Vertrag/,
  },
  {
    what: 'ORD-02: fewer than the notice allows',
    profile: 'flat',
    has: FLAT,
    from: '2026-12-01',
    wants: [{ itemId: 'extension', quantity: 11 }],
    rule: 'contract-too-early',
    words: /nächstmögliche Tag ist der 01\.01\.2027/,
  },
  {
    what: 'fewer within a month, where it is to its end',
    profile: 'flat',
    has: FLAT,
    from: '2027-01-15',
    wants: [{ itemId: 'extension', quantity: 11 }],
    rule: 'contract-too-early',
    words: /01\.02\.2027/,
  },
  {
    what: 'ORD-02: fewer than four channels',
    profile: 'channels',
    has: [['channel-basic', 6]],
    from: '2026-12-01',
    wants: [{ itemId: 'channel-basic', quantity: 3 }],
    rule: 'contract-quantity-not-sold',
    words: /mindestens 4/,
    reason: 'Kulanz',
  },
  {
    what: 'ORD-02 [T]: an upgrade in the first six months',
    profile: 'trunks',
    has: [['extended', 10]],
    from: '2026-06-30',
    wants: [{ itemId: 'extended', quantity: 20 }],
    rule: 'contract-too-early',
    words: /nach 6 Monaten, ab dem 01\.07\.2026/,
    termMonths: 24,
  },
  {
    what: 'ORD-02 [T]: a downgrade within the term',
    profile: 'trunks',
    has: [['extended', 20]],
    from: '2026-12-01',
    wants: [{ itemId: 'extended', quantity: 10 }],
    rule: 'contract-too-early',
    words: /nächstmögliche Tag ist der 01\.01\.2028/,
    termMonths: 24,
  },
  {
    what: 'TRK-02: twelve channels',
    profile: 'trunks',
    has: [['extended', 10]],
    from: '2026-12-01',
    wants: [{ itemId: 'extended', quantity: 12 }],
    rule: 'contract-quantity-not-sold',
    words: /in diesen Mengen: 10, 20, 30 …; nicht 12/,
    termMonths: 24,
  },
  {
    what: 'TRK-12: a seventeenth trunk',
    profile: 'packages',
    has: [
      ['base', 1],
      ['trunk', 15],
    ],
    from: '2026-12-01',
    wants: [{ itemId: 'trunk', quantity: 16 }],
    rule: 'contract-quantity-not-sold',
    words: /höchstens 15/,
  },
]
for (const { what, profile, has, from, wants, rule, words, termMonths, reason } of REFUSED)
  test(`${what} is refused, and says what is possible`, () => {
    const today = from < '2026-11-01' && rule !== 'contract-month-closed' ? '2026-06-15' : '2026-11-22'
    assert.throws(
      () => change(contractWith(has, termMonths), profile, from, wants, { today, ...(reason === undefined ? {} : { reason }) }),
      broken(rule, words),
    )
  })

const kinds = (deeds: readonly ContractDeed[]) => deeds.map((deed) => ('from' in deed ? `${deed.kind} ${deed.from}` : deed.kind))

test('quantities that are as they should be need nothing; one thing takes another’s place in one change', () => {
  const contract = contractWith([['channel-basic', 6]], 12)
  assert.deepEqual(change(contract, 'channels', '2026-12-01', [{ itemId: 'channel-basic', quantity: 6 }]), [])
  const swap = [
    { itemId: 'channel-basic', quantity: 0 },
    { item: 'channel-premium', quantity: 6 },
  ]
  assert.deepEqual(kinds(change(contract, 'channels', '2027-01-01', swap, { reason: 'Wechsel der Stufe' })), [
    'quantity-set 2027-01-01',
    'item-added 2027-01-01',
  ])
})

const UPGRADES: readonly (readonly [what: string, termMonths: number, from: string, deeds: readonly string[]])[] = [
  ['with more than twelve months left the term stays', 24, '2026-12-15', ['quantity-set 2026-12-15']],
  ['with twelve months left it begins anew', 24, '2027-01-02', ['quantity-set 2027-01-02', 'term-restarted 2027-01-02']],
  ['exactly twelve months before its end it would end as before', 24, '2027-01-01', ['quantity-set 2027-01-01']],
  [
    'in the first term of twelve months, after six, it begins anew',
    12,
    '2026-12-01',
    ['quantity-set 2026-12-01', 'term-restarted 2026-12-01'],
  ],
]
for (const [what, termMonths, from, deeds] of UPGRADES)
  test(`ORD-02 [T]: an upgrade: ${what}`, () => {
    assert.deepEqual(
      kinds(change(contractWith([['extended', 10]], termMonths), 'trunks', from, [{ itemId: 'extended', quantity: 20 }])),
      deeds,
    )
  })

test('TRK-02: two trunks of ten channels are two sizes, not one', () => {
  const contract = contractWith([['extended', 10]], 24)
  assert.equal(change(contract, 'trunks', '2026-12-01', [{ item: 'extended', quantity: 10 }]).length, 1)
})

test('a contract begins with the usual term unless another is sold; its items are not charged for months that have ended', () => {
  const file = profileNamed('trunks')
  const begin = (termMonths: number | null | undefined) =>
    planBegin(
      { id: 'v1', file },
      { begins: day('2026-03-01'), termMonths, items: [{ item: 'basic', quantity: 1 }] },
      { today: day('2026-11-22'), newId: () => 'new' },
    )
  assert.partialDeepStrictEqual(begin(undefined)[0], { kind: 'begun', termMonths: 12 })
  assert.partialDeepStrictEqual(begin(60)[0], { termMonths: 60 })
  assert.equal(kinds(begin(null))[1], 'item-added 2026-11-01')
  assert.throws(() => begin(18), broken('contract-not-sold', /Laufzeiten von 12, 24, 36, 48, 60 Monaten; nicht mit 18/))
})

test('a contract with too little in it is refused before it begins', () => {
  assert.throws(
    () => assertConditions(contractWith([['extension', 2]]), profileNamed('flat'), day('2026-11-22')),
    broken('contract-quantity-not-sold', /mindestens 3/),
  )
})

test('notice for a day that is none of the possible ones names the next one', () => {
  const contract = contractWith([['extended', 10]], 24)
  const end = (until: string | undefined, reason?: string) =>
    planEnd(contract, { until: until === undefined ? undefined : day(until), reason }, profileNamed('trunks').terms, day('2026-11-22'))
  assert.partialDeepStrictEqual(end(undefined), [{ kind: 'cancelled', until: day('2027-12-31') }])
  assert.partialDeepStrictEqual(end('2028-12-31'), [{ until: day('2028-12-31') }], 'a later end of a renewal is one')
  assert.throws(
    () => end('2028-06-30'),
    broken('contract-too-early', /nächstmögliche Termin ist der 31\.12\.2028, wenn die Kündigung bis 30\.09\.2028 eingeht/),
  )
  assert.throws(() => end('2026-10-30', 'Kulanz'), broken('contract-month-closed', /01\.11\.2026/))
})
