import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Cells } from '@klinke/platform'
import { type PriceField, readRate } from './price-columns.ts'

const PREFIXES = [
  ['+4917', '+4917'],
  ['0049 17', '+4917'],
  ['4917', '+4917'],
  ['0171', '+49171'],
  ['(+43) 1', '+431'],
] as const
for (const [written, prefix] of PREFIXES) {
  test(`a beginning of numbers is read as carriers write it: ${written}`, () =>
    assert.partialDeepStrictEqual(readRate({ prefix: written, euros: '0,01' }), { ok: true, value: { prefix } }))
}

const PRICES: readonly (readonly [cells: Cells<PriceField>, micros: number])[] = [
  [{ euros: '0,0123' }, 12_300],
  [{ euros: '0.0123 €' }, 12_300],
  [{ euros: '0' }, 0],
  [{ euros: '1' }, 1_000_000],
  [{ cents: '1,23' }, 12_300],
  [{ cents: '0.875 ct' }, 8_750],
]
for (const [cells, microsPerMinute] of PRICES) {
  test(`a price is read in millionths: ${JSON.stringify(cells)}`, () =>
    assert.partialDeepStrictEqual(readRate({ prefix: '+49', ...cells }), { ok: true, value: { microsPerMinute } }))
}

const TIMES = [
  ['01.12.2026', '30.06.2027', '2026-11-30T23:00:00Z', '2027-06-30T22:00:00Z'],
  ['2026-12-01', '2027-06-30', '2026-11-30T23:00:00Z', '2027-06-30T22:00:00Z'],
  ['2026-12-01T00:00:00Z', '', '2026-12-01T00:00:00Z', null],
] as const
for (const [from, until, validFrom, validUntil] of TIMES) {
  test(`days begin in Germany, and the last one counts: ${from} to ${until || 'further notice'}`, () =>
    assert.partialDeepStrictEqual(readRate({ prefix: '+49', euros: '1', validFrom: from, validUntil: until }), {
      ok: true,
      value: { validFrom, validUntil },
    }))
}

const WRONG: readonly (readonly [cells: Cells<PriceField>, codes: readonly string[]])[] = [
  [{}, ['prefix-wrong', 'price-wrong']],
  [{ prefix: 'Mobil', euros: 'teuer' }, ['prefix-wrong', 'price-wrong']],
  [{ prefix: '+49', euros: '101' }, ['price-wrong']],
  [{ prefix: '+49', euros: '-1' }, ['price-wrong']],
  [{ prefix: '+49', euros: '1', validFrom: '31.02.2027' }, ['time-wrong']],
  [{ prefix: '+49', euros: '1', validFrom: '02.02.2027', validUntil: '01.02.2027' }, ['ends-first']],
]
for (const [cells, codes] of WRONG) {
  test(`a row that is no price says why: ${JSON.stringify(cells)}`, () => {
    const read = readRate(cells)
    assert.deepEqual(read.ok ? [] : read.error.map(({ code }) => code), codes)
  })
}
