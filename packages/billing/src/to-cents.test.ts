import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { below, seededRandom } from '@klinke/foundation'
import { ROUNDING_MODES } from '@klinke/rating'
import { toCents } from './to-cents.ts'

test('an exact amount becomes the nearest cent by the rule, and a credit what its charge had become', () => {
  // 126.00 × 14 ÷ 29 = 60.8275…; half a cent: 0.165.
  assert.equal(toCents(126_000_000n * 14n, 29n, 'half-up'), 60_830_000n)
  assert.deepEqual(
    ROUNDING_MODES.map((mode) => toCents(165_000n, 1n, mode)),
    [170_000n, 160_000n, 170_000n, 160_000n],
  )
  const random = seededRandom(11)
  for (let times = 0; times < 2_000; times++) {
    const [dividend, divisor] = [BigInt(below(random, 1_000_000_000)), BigInt(1 + below(random, 31))]
    for (const mode of ROUNDING_MODES) {
      const cents = toCents(dividend, divisor, mode)
      assert.equal(cents % 10_000n, 0n)
      assert.equal(toCents(-dividend, divisor, mode), -cents)
      const isNear = mode.startsWith('half')
      const apart = cents * divisor - dividend
      assert.ok((isNear ? 2n : 1n) * (apart < 0n ? -apart : apart) <= 10_000n * divisor, `${dividend}/${divisor} ${mode}`)
      // Once is enough: what is whole stays.
      assert.equal(toCents(cents, 1n, mode), cents)
    }
  }
})

/** What prepaid credit holds and pays for a call is counted in micro-units; nothing of it is ever a line of an invoice. */
const COUNTS_CREDIT = ['prepaid/running-price.ts', 'prepaid/tariff-price.ts']

/** Raises prices of a draft by a percentage: what somebody looks at before it holds is a price, and no amount that anybody owes. */
const MAKES_PRICES = ['tariff-drafts/raised.ts']

test('no other file of billing rounds money', () => {
  const files = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
  const rounding = files
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !file.includes('test-support'))
    .filter((file) => /roundToCents|roundAt|divideRounded|toFixed/.test(readFileSync(join(import.meta.dirname, file), 'utf8')))
  assert.deepEqual(rounding.toSorted(), [...COUNTS_CREDIT, ...MAKES_PRICES, 'to-cents.ts'])
})
