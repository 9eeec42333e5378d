import assert from 'node:assert/strict'
import { test } from 'node:test'
import { termsIn, versionsAfter } from './customer-book.ts'

const JANUARY = { validFrom: '2026-01-01', validUntil: null }
const JULY = { validFrom: '2026-07-01', validUntil: null }
const SUMMER = { validFrom: '2026-07-01', validUntil: '2026-08-31' }

const rows: readonly (readonly [
  what: string,
  day: string,
  versions: readonly (typeof JANUARY | typeof SUMMER)[],
  next: string,
  held: readonly number[],
])[] = [
  ['the one that holds', '2026-11-20', [JANUARY], '', [0]],
  ['not the one before it', '2026-11-20', [JANUARY, JULY], '', [1]],
  ['those to come', '2026-06-20', [JANUARY, JULY], '', [0, 1]],
  ['on the first day of the next one that one only', '2026-07-01', [JANUARY, JULY], '', [1]],
  ['none after the end of the last one, not even the one before', '2026-11-20', [JANUARY, SUMMER], '', []],
  ['none on the last day', '2026-08-31', [SUMMER], '', []],
  ['the one that ends a day later', '2026-08-30', [SUMMER], '', [0]],
  ['none once the customer has its next tariff', '2026-11-20', [JANUARY, JULY], '2026-11-20', []],
  ['all that holds until the next tariff', '2026-11-20', [JANUARY, JULY], '2026-11-21', [1]],
  ['all where nobody says since when', '', [JANUARY, SUMMER], '2026-11-20', [0, 1]],
]
for (const [what, day, versions, next, held] of rows) {
  test(`of a tariff are loaded: ${what}`, () => {
    const found = versionsAfter(day, versions, next === '' ? undefined : { validFrom: next })
    assert.deepEqual(
      found,
      held.map((index) => versions[index]),
    )
  })
}

test('BIL-04: a month has the bundles of its beginning, for the most seats that it has within it', () => {
  const assigned = (validFrom: string, seats: number, more: object = {}) => ({
    ...{ tenantId: 'acme', validFrom, tariffId: 'flat', extensions: seats, bundles: [{ bundle: 'flat', seats }], assignedBy: 'contract' },
    ...more,
  })
  const own = [
    assigned('2026-10-20', 12),
    assigned('2026-11-10', 16, {
      bundles: [
        { bundle: 'flat', seats: 16 },
        { bundle: 'further', seats: 16 },
      ],
    }),
    assigned('2026-11-20', 14),
    assigned('2026-11-25', 40, { tariffId: 'other' }),
    assigned('2026-12-02', 50),
  ]
  assert.deepEqual(termsIn(own, '2026-11'), { extensions: 12, bundles: [{ bundle: 'flat', seats: 16 }] })
  assert.deepEqual(termsIn(own, '2026-10'), { extensions: 12, bundles: [{ bundle: 'flat', seats: 12 }] })
})
