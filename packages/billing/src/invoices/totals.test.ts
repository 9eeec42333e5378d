import assert from 'node:assert/strict'
import { test } from 'node:test'
import { below, seededRandom } from '@klinke/foundation'
import type { LineVat } from './line.ts'
import { chargeWith } from './test-support/example.ts'
import { summed } from './totals.ts'

const S19: LineVat = { category: 'S', permille: 190 }
const S7: LineVat = { category: 'S', permille: 70 }
const lineOf = (netMicros: bigint, vat = S19) => ({ ...chargeWith({ quantity: 1, unitMicros: netMicros }), vat })

test('lines are rounded one by one, and VAT on the sum of what is printed', () => {
  const { lines, totals } = summed([lineOf(7_685_193n), lineOf(25_500_000n), lineOf(4_999n)], 'half-up')
  assert.deepEqual(
    lines.map(({ amount }) => amount),
    [7_690_000n, 25_500_000n, 0n],
  )
  assert.deepEqual(totals, {
    ...{ net: 33_190_000n, tax: 6_310_000n, gross: 39_500_000n },
    vat: [{ category: 'S', permille: 190, base: 33_190_000n, tax: 6_310_000n }],
  })
})

test('each rate has its own sum, the highest first', () => {
  const { totals } = summed([lineOf(10_000_000n, S7), lineOf(10_000_000n)], 'half-up')
  assert.deepEqual(
    totals.vat.map(({ permille, tax }) => [permille, tax]),
    [
      [190, 1_900_000n],
      [70, 700_000n],
    ],
  )
})

test('the profile says which way half a cent goes', () => {
  const of = (mode: Parameters<typeof summed>[1]) => summed([lineOf(12_345_000n)], mode).totals.net
  assert.deepEqual([of('half-up'), of('half-even'), of('up'), of('down')], [12_350_000n, 12_340_000n, 12_350_000n, 12_340_000n])
})

/** Commercial rounding to cents of so many thousandths of a micro-unit, written here by itself. */
const centsOf = (thousandths: bigint): bigint => {
  const amount = thousandths < 0n ? -thousandths : thousandths
  const cents = ((amount + 5_000_000n) / 10_000_000n) * 10_000n
  return thousandths < 0n ? -cents : cents
}

test('whatever the lines are: the VAT of a rate is that of the sum of its printed lines, rounded once (BR-CO-17)', () => {
  const random = seededRandom(8)
  for (let times = 0; times < 300; times++) {
    const lines = Array.from({ length: 1 + below(random, 12) }, () =>
      lineOf(BigInt(below(random, 900_000)), below(random, 2) === 0 ? S19 : S7),
    )
    const { lines: printed, totals } = summed(lines, 'half-up')
    for (const { permille, base, tax } of totals.vat) {
      const amounts = printed.flatMap(({ vat, amount }) => (vat.permille === permille ? [amount] : []))
      assert.equal(
        base,
        amounts.reduce((all, amount) => all + amount, 0n),
      )
      assert.equal(tax, centsOf(base * BigInt(permille)))
    }
  }
})

test('whatever the lines are: sums of what is printed are what is printed, and taking all back leaves nothing', () => {
  const random = seededRandom(7)
  for (let times = 0; times < 300; times++) {
    const lines = Array.from({ length: 1 + below(random, 30) }, () =>
      lineOf(BigInt(below(random, 90_000_000)) - 20_000_000n, below(random, 2) === 0 ? S19 : S7),
    )
    const { lines: printed, totals } = summed(lines, 'half-up')
    const sum = (amounts: readonly bigint[]) => amounts.reduce((all, amount) => all + amount, 0n)
    assert.equal(sum(printed.map(({ amount }) => amount)), totals.net)
    assert.equal(sum(totals.vat.map(({ base }) => base)), totals.net)
    assert.equal(totals.net + sum(totals.vat.map(({ tax }) => tax)), totals.gross)
    const back = summed(
      lines.map((line) => ({ ...line, netMicros: -line.netMicros })),
      'half-up',
    )
    assert.equal(back.totals.gross + totals.gross, 0n)
  }
})
