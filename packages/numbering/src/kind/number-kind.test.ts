import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { E164 } from '../e164/e164.ts'
import { type NumberKind, numberKind } from './number-kind.ts'

const rows: readonly (readonly [number: E164, kind: NumberKind])[] = [
  ['+4922112345', 'geographic'],
  ['+493023125000', 'geographic'],
  ['+491512345678', 'mobile'],
  ['+491601234567', 'mobile'],
  ['+491701234567', 'mobile'],
  ['+491681234567', 'paging'],
  ['+493222123456', 'national-subscriber'],
  ['+498001234567', 'freephone'],
  ['+491801234567', 'shared-cost'],
  ['+491811234567', 'business-network'],
  ['+499001123456', 'premium'],
  ['+491371234567', 'mass-traffic'],
  ['+4911833', 'directory-enquiries'],
  ['+49116117', 'harmonised-service'],
  ['+497001234567', 'personal'],
  ['+41443643232', 'foreign'],
  ['+490000000', 'reserved'],
]

for (const [number, kind] of rows) {
  test(`${number} is ${kind}`, () => assert.equal(numberKind(number), kind))
}
