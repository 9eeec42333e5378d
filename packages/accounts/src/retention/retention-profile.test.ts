import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type RetentionProfile, retentionOf } from './retention-profile.ts'

const ROWS: readonly (readonly [...Parameters<typeof retentionOf>, becomes: RetentionProfile])[] = [
  [{}, undefined, {}],
  [{}, { callListDays: 30 }, { callListDays: 30 }],
  [{ callListDays: 90 }, { chargedCallDays: 120 }, { callListDays: 90, chargedCallDays: 120 }],
  [{ trafficData: 'day-after' }, { callListDays: 30 }, { callListDays: 1 }],
  // The stricter of both.
  [{ callListDays: 90, trafficData: 'day-after' }, {}, { callListDays: 1 }],
  [{ billingDataMonthsAfterDispatch: 6 }, {}, { chargedCallDays: 180 }],
]

for (const [product, before, becomes] of ROWS) {
  test(`a product that says ${JSON.stringify(product)} makes ${JSON.stringify(becomes)} of ${JSON.stringify(before)} (PRI-01)`, () => {
    assert.deepEqual(retentionOf(product, before), becomes)
  })
}
