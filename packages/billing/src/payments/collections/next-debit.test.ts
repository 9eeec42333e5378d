import assert from 'node:assert/strict'
import { test } from 'node:test'
import { DEFAULT_TERMS } from '../terms.ts'
import { type Collecting, nextDebit, type PastDebit } from './next-debit.ts'

const TODAY = Temporal.PlainDate.from('2026-11-20')
const MANDATE = { id: 'm', kind: 'recurring', state: 'active', signedOn: '2026-01-01', lastUsedOn: null, isFirstCollected: false } as const
const ITEM = { openMicros: 100_000_000n, currency: 'EUR', dueOn: '2026-12-16', announcedOn: null }

const returned = (reason: string, mandateId = 'm'): PastDebit => ({ mandateId, state: 'returned', reason, returnedOn: '2026-11-19' })
const past = (state: PastDebit['state']): PastDebit => ({ mandateId: 'm', state, reason: null, returnedOn: null })

function next(other: Partial<Collecting>): string {
  const debit = nextDebit({ item: ITEM, past: [], mandate: MANDATE, terms: DEFAULT_TERMS, today: TODAY, ...other })
  return typeof debit === 'string'
    ? debit
    : `${debit.dueOn} ${debit.attempt}. ${debit.isMailed ? 'mail' : 'invoice'} ${debit.amountMicros / 1_000_000n}`
}

const rows: readonly (readonly [what: string, other: Partial<Collecting>, outcome: string])[] = [
  ['an invoice with a mandate', {}, '2026-12-16 1. mail 100'],
  [
    'an invoice that announces it itself',
    { item: { ...ITEM, announcedOn: '2026-11-18', dueOn: '2026-11-25' } },
    '2026-12-02 1. invoice 100',
  ],
  ['one without a mandate', { mandate: undefined }, 'no-mandate'],
  ['one whose mandate lapses before the due date', { mandate: { ...MANDATE, signedOn: '2023-12-10' } }, 'no-mandate'],
  ['one that is paid', { item: { ...ITEM, openMicros: 0n } }, 'paid'],
  ['one that is paid in part', { item: { ...ITEM, openMicros: 40_000_000n } }, '2026-12-16 1. mail 40'],
  ['one in another currency', { item: { ...ITEM, currency: 'CHF' } }, 'other-currency'],
  ['one that is announced', { past: [past('announced')] }, 'under-way'],
  ['one that is in a file', { past: [past('batched')] }, 'under-way'],
  ['one that was collected', { past: [past('collected')] }, 'under-way'],
  ['one whose debit was cancelled', { past: [past('cancelled')] }, '2026-12-16 2. mail 100'],
  ['one that came back without enough money', { past: [returned('AM04')] }, '2026-12-04 2. mail 100'],
  ['one that came back so twice', { past: [returned('AM04'), returned('AM04')] }, 'returned'],
  ['one that came back of a closed account', { past: [returned('AC04')] }, 'returned'],
  ['one that came back for a reason that is not known', { past: [returned('XX99')] }, 'returned'],
  ['one that came back of a closed account, with a new mandate', { past: [returned('AC04', 'old')] }, '2026-12-16 2. mail 100'],
]
for (const [what, other, outcome] of rows) {
  test(`BIL-07, BIL-08: of ${what} is collected: ${outcome}`, () => assert.equal(next(other), outcome))
}

test('a product that does not try again leaves it to the customer', () => {
  assert.equal(next({ past: [returned('AM04')], terms: { ...DEFAULT_TERMS, retries: 0 } }), 'returned')
})
