import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type ContractTerms, contractTerms } from '../../catalogue/terms.ts'
import { earliestContractEnd, earliestItemEnd } from './earliest-end.ts'
import { lastDayOfMonths, noticeBy, termEndFrom } from './term-end.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const title = { de: 'Bestellschein', en: 'Order form' }

/** The three layers of [F] (ORD-02). */
const FLAT: ContractTerms = contractTerms.parse({
  termMonths: [12],
  layers: [
    { name: 'order-form', title, contract: { notice: { months: 3 }, to: 'term-end', renewalMonths: 3 } },
    {
      ...{ name: 'price-list', title },
      items: [
        { kinds: ['flat'], notice: { months: 3 }, to: 'month-end' },
        { kinds: ['product', 'option'], notice: { days: 14 }, to: 'month-end' },
      ],
    },
    {
      name: 'general-terms',
      title,
      contract: { notice: { weeks: 4 }, to: 'any-day' },
      items: [{ kinds: ['package'], notice: { days: 30 }, to: 'month-end' }],
    },
  ],
})

const MONTHS: readonly (readonly [first: string, months: number, last: string])[] = [
  ['2026-01-01', 12, '2026-12-31'],
  ['2026-11-15', 12, '2027-11-14'],
  ['2028-02-29', 12, '2029-02-28'],
  ['2028-02-29', 48, '2032-02-28'],
  ['2027-02-28', 12, '2028-02-27'],
  ['2027-01-31', 1, '2027-02-28'],
  ['2028-01-31', 1, '2028-02-29'],
  ['2026-12-31', 2, '2027-02-28'],
  ['2026-03-31', 1, '2026-04-30'],
]
for (const [first, months, last] of MONTHS)
  test(`${months} months from ${first} end on ${last} (§ 188 BGB)`, () => {
    assert.equal(lastDayOfMonths(day(first), months).toString(), last)
  })

const NOTICES: readonly (readonly [
  end: string,
  period: { readonly days?: number; readonly weeks?: number; readonly months?: number },
  by: string,
])[] = [
  ['2026-12-31', { months: 3 }, '2026-09-30'],
  ['2027-02-28', { months: 3 }, '2026-11-30'],
  ['2028-02-29', { months: 3 }, '2027-11-30'],
  ['2026-11-30', { months: 3 }, '2026-08-31'],
  ['2027-11-14', { months: 3 }, '2027-08-14'],
  ['2026-12-30', { months: 3 }, '2026-09-29'],
  ['2026-11-30', { days: 14 }, '2026-11-16'],
  ['2026-12-31', { weeks: 4 }, '2026-12-03'],
]
for (const [end, period, by] of NOTICES)
  test(`with ${JSON.stringify(period)} of notice, what ends on ${end} needs it by ${by}`, () => {
    assert.equal(noticeBy(day(end), period).toString(), by)
  })

const RENEWALS: readonly (readonly [from: string, months: number, renewal: number, on: string, end: string])[] = [
  ['2026-01-01', 12, 3, '2026-05-01', '2026-12-31'],
  ['2026-01-01', 12, 3, '2026-12-31', '2026-12-31'],
  ['2026-01-01', 12, 3, '2027-01-01', '2027-03-31'],
  ['2026-01-01', 12, 3, '2031-08-15', '2031-09-30'],
  ['2025-08-31', 12, 3, '2026-09-01', '2026-11-30'],
  ['2025-08-31', 12, 3, '2026-12-01', '2027-02-28'],
  ['2025-08-31', 12, 3, '2027-03-01', '2027-05-30'],
  ['2024-02-29', 12, 12, '2025-03-01', '2026-02-28'],
]
for (const [from, months, renewal, on, end] of RENEWALS)
  test(`a term of ${months} + ${renewal} months from ${from} ends on ${end}, seen on ${on}`, () => {
    assert.equal(termEndFrom({ from: day(from), months }, renewal, day(on)).toString(), end)
  })

interface ContractRow {
  readonly what: string
  readonly begins: string
  readonly months?: number
  readonly today: string
  readonly expected: readonly [until: string, noticeBy: string, layer: string]
}
const CONTRACTS: readonly ContractRow[] = [
  {
    what: 'notice within the first term ends it with the term',
    ...{ begins: '2026-01-01', months: 12, today: '2026-05-10', expected: ['2026-12-31', '2026-09-30', 'order-form'] },
  },
  {
    what: 'notice on the last day for it is in time',
    ...{ begins: '2026-01-01', months: 12, today: '2026-09-30', expected: ['2026-12-31', '2026-09-30', 'order-form'] },
  },
  {
    what: 'notice a day late ends the first renewal',
    ...{ begins: '2026-01-01', months: 12, today: '2026-10-01', expected: ['2027-03-31', '2026-12-31', 'order-form'] },
  },
  {
    what: 'notice in a renewal ends it or the next one',
    ...{ begins: '2026-01-01', months: 12, today: '2027-01-01', expected: ['2027-06-30', '2027-03-31', 'order-form'] },
  },
  {
    what: 'notice before the beginning ends the term',
    ...{ begins: '2026-01-01', months: 12, today: '2025-11-01', expected: ['2026-12-31', '2026-09-30', 'order-form'] },
  },
  {
    what: 'without a term the general terms hold: four weeks, to any day',
    ...{ begins: '2026-01-01', today: '2026-11-22', expected: ['2026-12-20', '2026-11-22', 'general-terms'] },
  },
  {
    what: 'a term that began on a leap day ends on 28 February',
    ...{ begins: '2028-02-29', months: 12, today: '2028-03-01', expected: ['2029-02-28', '2028-11-30', 'order-form'] },
  },
]
for (const { what, begins, months, today, expected } of CONTRACTS)
  test(`ORD-02: ${what}`, () => {
    const term = months === undefined ? undefined : { from: day(begins), months }
    const { until, noticeBy: by, layer } = earliestContractEnd({ begins: day(begins), term }, FLAT, { today: day(today) })
    assert.deepEqual([until.toString(), by.toString(), layer], expected)
  })

const PROTECTED: readonly (readonly [what: string, today: string, until: string, noticeBy: string, layer: string])[] = [
  ['notice ends it with the first term, and a month before is early enough', '2026-05-10', '2026-12-31', '2026-11-30', 'TKG'],
  ['a month before the end of the first term is enough', '2026-11-30', '2026-12-31', '2026-11-30', 'TKG'],
  ['a day later it goes on for a day, and not for three months', '2026-12-01', '2027-01-01', '2026-12-01', 'TKG'],
  ['in a renewal to any day, with a month', '2027-02-10', '2027-03-10', '2027-02-10', 'TKG'],
  ['also on the last day of a renewal', '2027-03-31', '2027-04-30', '2027-03-31', 'TKG'],
]
for (const [what, today, until, by, layer] of PROTECTED)
  test(`§ 56 (3) TKG: ${what}`, () => {
    const begins = day('2026-01-01')
    const contract = { begins, term: { from: begins, months: 12 } }
    for (const customerKind of ['consumer', 'small-enterprise'] as const) {
      const end = earliestContractEnd({ ...contract, customerKind }, FLAT, { today: day(today) })
      assert.deepEqual([end.until.toString(), end.noticeBy.toString(), end.layer], [until, by, layer])
    }
  })

test('§ 56 (3) TKG: a later day that is wished for is kept, and enterprises keep the terms that they have agreed to', () => {
  const begins = day('2026-01-01')
  const contract = { begins, term: { from: begins, months: 12 } }
  const given = { today: day('2026-12-01'), wish: day('2027-02-10') }
  assert.equal(earliestContractEnd({ ...contract, customerKind: 'consumer' }, FLAT, given).until.toString(), '2027-02-10')
  assert.equal(earliestContractEnd({ ...contract, customerKind: 'enterprise' }, FLAT, given).until.toString(), '2027-03-31')
})

const ITEMS: readonly (readonly [kind: 'flat' | 'option' | 'package' | 'base', today: string, until: string, layer: string])[] = [
  ['option', '2026-11-16', '2026-11-30', 'price-list'],
  ['option', '2026-11-17', '2026-12-31', 'price-list'],
  ['option', '2027-02-14', '2027-02-28', 'price-list'],
  ['option', '2028-02-15', '2028-02-29', 'price-list'],
  ['flat', '2026-08-31', '2026-11-30', 'price-list'],
  ['flat', '2026-09-01', '2026-12-31', 'price-list'],
  ['flat', '2026-11-30', '2027-02-28', 'price-list'],
  ['package', '2026-11-01', '2026-12-31', 'general-terms'],
  ['package', '2026-12-01', '2026-12-31', 'general-terms'],
  ['package', '2026-12-02', '2027-01-31', 'general-terms'],
  // Nothing is said of it: it ends with the contract.
  ['base', '2026-05-10', '2026-12-31', 'order-form'],
]
for (const [kind, today, until, layer] of ITEMS)
  test(`ORD-02: notice to one ${kind} that arrives on ${today} ends it on ${until}`, () => {
    const begins = day('2026-01-01')
    const contract = { begins, term: { from: begins, months: 12 }, cancellation: undefined }
    const end = earliestItemEnd(contract, { product: { id: 'x', kind }, begins }, FLAT, { today: day(today) })
    assert.deepEqual([end.until.toString(), end.layer], [until, layer])
  })

test('ORD-02: an item of a contract that ends does not outlast it, and one that has not begun cannot end before', () => {
  const begins = day('2026-01-01')
  const term = { from: begins, months: 12 }
  const cancellation = { eventId: 'c', until: day('2026-12-31'), reason: undefined }
  const flat = { product: { id: 'x', kind: 'flat' as const }, begins }
  assert.equal(earliestItemEnd({ begins, term, cancellation }, flat, FLAT, { today: day('2026-11-15') }).until.toString(), '2026-12-31')
  const option = { product: { id: 'x', kind: 'option' as const }, begins: day('2026-12-01') }
  assert.equal(
    earliestItemEnd({ begins, term, cancellation: undefined }, option, FLAT, { today: day('2026-10-01') }).until.toString(),
    '2026-12-31',
  )
})

test('through forty years: notice that is in time by the rule ends the contract on the day the rule names, a day later not', () => {
  const begins = day('2024-02-29')
  const term = { from: begins, months: 12 }
  for (let today = begins; today.year < 2064; today = today.add({ days: 37 })) {
    const { until, noticeBy: by } = earliestContractEnd({ begins, term }, FLAT, { today })
    assert.ok(Temporal.PlainDate.compare(today, by) <= 0, `${today}: ${by} is past`)
    const late = earliestContractEnd({ begins, term }, FLAT, { today: by.add({ days: 1 }) })
    assert.ok(Temporal.PlainDate.compare(late.until, until) > 0, `${today}: ${until} again`)
    assert.equal(earliestContractEnd({ begins, term }, FLAT, { today: by }).until.toString(), until.toString())
  }
})
