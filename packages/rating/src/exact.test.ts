import assert from 'node:assert/strict'
import { test } from 'node:test'
import { microsOf, ROUNDING_PLACES, roundAt, sixtiethsOf } from './exact.ts'
import { ROUNDING_MODES } from './money.ts'

/** 1.5 s at 0.0151 € a minute, and such: no whole cents. */
const AMOUNTS = [15_100n, 299_999n, 300_000n, 900_000n, -300_000n, 0n, 604_001n]

for (const where of ROUNDING_PLACES)
  test(`amounts that are rounded at the ${where} are rounded there alone, however often they pass the other places`, () => {
    for (const mode of ROUNDING_MODES)
      for (const amount of AMOUNTS) {
        const passed = ROUNDING_PLACES.reduce((sum, place) => roundAt(place, sum, { where, mode }), amount)
        assert.equal(passed, roundAt(where, amount, { where, mode }))
        assert.equal(passed % 600_000n, 0n, `${amount} ${mode}`)
        for (const other of ROUNDING_PLACES) if (other !== where) assert.equal(roundAt(other, amount, { where, mode }), amount)
      }
  })

test('half a cent goes by the mode, seen from the exact amount and not from one that was rounded before', () => {
  // 0.00499999… € would become half a cent, and that a whole one, if micro-units were rounded first.
  const below = 299_999n
  assert.equal(roundAt('call', below, { where: 'call', mode: 'half-up' }), 0n)
  assert.equal(roundAt('call', below + 1n, { where: 'call', mode: 'half-up' }), 600_000n)
  assert.equal(roundAt('call', below + 1n, { where: 'call', mode: 'half-even' }), 0n)
})

test('what was not rounded is not cut off on its way to micro-units', () => {
  assert.equal(microsOf(sixtiethsOf(151n)), 151n)
  assert.throws(() => microsOf(61n), RangeError)
})
