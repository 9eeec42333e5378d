/** BIL-07: an invoice that is taken back line by line gives back what it had charged, to the cent, in whatever order. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { below, seededRandom } from '@klinke/foundation'
import type { RoundingMode } from '@klinke/rating'
import { composed } from './compose.ts'
import { creditedPart, linesCredited } from './credited-part.ts'
import type { InvoiceContent } from './invoice.ts'
import { chargeWith, customerWith, OCTOBER } from './test-support/example.ts'

function invoiceOf(cents: readonly number[], rounding: RoundingMode): InvoiceContent {
  const charges = cents.map((amount, index) => {
    const micros = BigInt(amount) * 10_000n
    return chargeWith({ quantity: 1, unitMicros: micros, netMicros: micros, tax: index % 4 === 3 ? 'reduced' : 'standard' })
  })
  const [invoice] = composed(customerWith({}, { rounding }), OCTOBER, charges)
  assert.ok(invoice)
  return invoice
}

/** What each of the credit notes gives back, one line after the other. */
function oneByOne(invoice: InvoiceContent, order: readonly number[]): readonly ReturnType<typeof creditedPart>[] {
  const given: ReturnType<typeof creditedPart>[] = []
  for (const line of order) given.push(creditedPart(invoice, [line], given))
  return given
}

test('four lines whose VAT is a cent too much each come to the invoice: the last one takes the rest', () => {
  // 0.05 × 0.19 = 0.0095 is a cent; 0.15 × 0.19 = 0.0285 are three; 0.05 at 7 % is none.
  const invoice = invoiceOf([5, 5, 5, 5], 'half-up')
  assert.equal(invoice.totals.gross, 230_000n)
  assert.deepEqual(
    oneByOne(invoice, [1, 2, 3, 4]).map(({ totals }) => totals.tax),
    [10_000n, 10_000n, 10_000n, 0n],
  )
  const cents = invoiceOf([3, 3, 3], 'half-up')
  // 0.03 × 0.19 = 0.0057: three cents line by line, and 0.09 × 0.19 = 0.0171 are two.
  assert.deepEqual(
    oneByOne(cents, [1, 2, 3]).map(({ totals }) => totals.tax),
    [10_000n, 0n, 10_000n],
  )
})

for (const rounding of ['half-up', 'half-even', 'up', 'down'] as const)
  test(`line by line in any order comes to what was charged, by the invoice's own rule of rounding: ${rounding}`, () => {
    const random = seededRandom(20_261_122)
    for (let round = 0; round < 50; round++) {
      const invoice = invoiceOf(
        Array.from({ length: 1 + below(random, 9) }, () => 1 + below(random, 400)),
        rounding,
      )
      const order = invoice.lines.map((_, index) => index + 1).toSorted(() => below(random, 3) - 1)
      let gross = 0n
      for (const { totals } of oneByOne(invoice, order)) {
        assert.equal(totals.gross, totals.net + totals.tax)
        gross += totals.gross
        assert.ok(totals.gross >= 0n && gross <= invoice.totals.gross, `${gross} of ${invoice.totals.gross}`)
      }
      assert.equal(gross, invoice.totals.gross)
      assert.deepEqual(creditedPart(invoice, order, []).totals, invoice.totals)
    }
  })

test('credit notes say which lines they have taken back; old ones say none', () => {
  const corrects = { number: 'RE-2026-000001', issuedOn: '2026-11-02', reason: 'falsch' }
  const before = [{ corrects: { ...corrects, lines: [2, 3] } }, { corrects }, { corrects: { ...corrects, lines: [5] } }, { corrects: null }]
  assert.deepEqual([...linesCredited(before)], [2, 3, 5])
})
