import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type BilledCustomer, composed } from './compose.ts'
import { contentJson, contentOf, fingerprintOf } from './content-json.ts'
import type { ChargeLine } from './line.ts'
import { DEFAULT_TERMS, termsOf } from './terms.ts'
import { CALLS, chargeWith, customerWith, OCTOBER } from './test-support/example.ts'

const one = (customer: BilledCustomer, lines: readonly ChargeLine[]) => {
  const [content, ...others] = composed(customer, OCTOBER, lines)
  assert.ok(content !== undefined && others.length === 0)
  return content
}

test('a month of three extensions at 8.50 and calls for 7.685193 comes to 39.50 with 19 % VAT', () => {
  // 25.50 + 7.69 = 33.19; 19 % of that are 6.3061, so 6.31; 39.50 in all.
  const { kind, totals } = one(customerWith(), [chargeWith(), CALLS])
  assert.deepEqual([kind, totals.net, totals.tax, totals.gross], ['invoice', 33_190_000n, 6_310_000n, 39_500_000n])
})

test('who owes nothing gets no invoice, not even for its paper', () => {
  assert.deepEqual(composed(customerWith({ delivery: ['paper'] }), OCTOBER, []), [])
})

test('an invoice on paper has 2.00 more (BIL-07)', () => {
  const { lines } = one(customerWith({ delivery: ['mail', 'paper'] }), [chargeWith()])
  assert.deepEqual([lines[1]?.text.de, lines[1]?.amount], ['Rechnung auf Papier', 2_000_000n])
})

test('a customer who wants it gets an invoice for each site, each with the price of that [F] 4.90, and one for the rest', () => {
  const found = composed(customerWith({ splitBySite: true }, { splitFee: 4_900_000n }), OCTOBER, [
    chargeWith({ siteId: 'koeln' }),
    chargeWith({ siteId: 'bonn' }),
    CALLS,
    chargeWith({ siteId: 'koeln', quantity: 1 }),
  ])
  assert.deepEqual(
    found.map(({ site, totals }) => [site?.name, totals.net]),
    [
      [undefined, 7_690_000n],
      ['Bonn', 25_500_000n + 4_900_000n],
      ['Köln', 34_000_000n + 4_900_000n],
    ],
  )
})

test('without the split all sites are on one invoice, with their names', () => {
  const { site, siteNames } = one(customerWith(), [chargeWith({ siteId: 'koeln' }), chargeWith({ siteId: 'bonn' })])
  assert.deepEqual([site, siteNames], [null, { bonn: 'Bonn', koeln: 'Köln' }])
})

test('credits of more than the month make a credit note whose amount is above zero', () => {
  const credit = chargeWith({ text: { de: 'Gutschrift Verfügbarkeit', en: 'Service credit' }, quantity: -1, unitMicros: 40_000_000n })
  const { kind, lines, totals } = one(customerWith(), [chargeWith(), credit])
  assert.equal(kind, 'credit-note')
  assert.deepEqual(
    lines.map(({ quantity, amount }) => [quantity, amount]),
    [
      [-3, -25_500_000n],
      [1, 40_000_000n],
    ],
  )
  assert.deepEqual([totals.net, totals.gross], [14_500_000n, 17_260_000n])
})

test('a charge in another currency is never written into an invoice as euros', () => {
  assert.throws(() => composed(customerWith(), OCTOBER, [chargeWith(), chargeWith({ currency: 'CHF' })]), /"Extension" is in CHF/)
})

const rates: readonly (readonly [until: string, permille: number])[] = [
  ['2020-06-30', 190],
  ['2020-07-31', 160],
  ['2020-12-31', 160],
  ['2021-01-31', 190],
  ['2026-10-31', 190],
]
for (const [until, permille] of rates) {
  test(`what was performed until ${until} bears ${permille / 10} % (§ 12, § 27 Abs. 1, § 28 UStG)`, () => {
    const { totals } = one(customerWith(), [chargeWith({ service: { from: `${until.slice(0, 8)}01`, until } })])
    assert.deepEqual(
      totals.vat.map((vat) => vat.permille),
      [permille],
    )
  })
}

for (const treatment of ['reverse-charge-eu', 'reverse-charge-reseller'] as const) {
  test(`${treatment}: no VAT, category AE`, () => {
    const { totals } = one(customerWith({ treatment }), [chargeWith()])
    assert.deepEqual(totals.vat, [{ category: 'AE', permille: 0, base: 25_500_000n, tax: 0n }])
    assert.equal(totals.gross, totals.net)
  })
}

test('a customer outside the EU: category O, and no other beside it', () => {
  const { totals } = one(customerWith({ treatment: 'third-country' }), [
    chargeWith(),
    chargeWith({ tax: 'none' }),
    chargeWith({ tax: 'reduced' }),
  ])
  assert.deepEqual(totals.vat, [{ category: 'O', permille: 0, base: 76_500_000n, tax: 0n }])
  assert.equal(totals.gross, totals.net)
})

test('what is kept is read back as it was, to the micro-unit, and texts that look like numbers stay texts', () => {
  const content = one(customerWith({ buyerReference: '123' }), [chargeWith({ siteId: 'koeln' }), CALLS])
  assert.deepEqual(contentOf(contentJson(content)), content)
  assert.equal(fingerprintOf(contentOf(contentJson(content))), fingerprintOf(content))
  const debit = {
    mandateReference: '10001',
    creditorId: 'DE98ZZZ09999999999',
    account: 'AT02 … 3600',
    collectedOn: '2026-11-18',
    text: { de: '1', en: '1' },
  }
  assert.deepEqual(contentOf(contentJson({ ...content, debit })), { ...content, debit })
  assert.equal(fingerprintOf({ ...content, debit: undefined }), fingerprintOf(content))
})

test('what a profile says holds, with its defaults; a price that is none is refused', () => {
  const terms = termsOf({ rounding: { mode: 'half-even' }, invoice: { paperFee: '3.50', objectionWeeks: 8 }, vat: { standard: 19 } })
  assert.deepEqual([terms.paperFee, terms.objectionWeeks, terms.paymentDays, terms.rounding], [3_500_000n, 8, 14, 'half-even'])
  assert.equal(terms.vatRates, DEFAULT_TERMS.vatRates)
  assert.throws(() => termsOf({ rounding: { mode: 'half-up' }, invoice: { paperFee: '-1.00' } }), /must not be negative/)
})

test('a profile without invoices by site gives one, whatever the customer wants', () => {
  const customer = customerWith({ splitBySite: true }, { splitBySite: false })
  assert.equal(composed(customer, OCTOBER, [chargeWith({ siteId: 'koeln' }), chargeWith({ siteId: 'bonn' })]).length, 1)
})

test('what bears no VAT stands beside what does', () => {
  const { totals } = one(customerWith(), [chargeWith(), chargeWith({ tax: 'none', quantity: 1, unitMicros: 12_000_000n })])
  assert.deepEqual(
    totals.vat.map(({ category, base, tax }) => [category, base, tax]),
    [
      ['S', 25_500_000n, 4_850_000n],
      ['E', 12_000_000n, 0n],
    ],
  )
})
