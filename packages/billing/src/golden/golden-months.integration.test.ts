/** For each of the five profiles a customer whose month was calculated by hand, from the order to the total of the issued invoice and its documents. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { accountsMigrations } from '@klinke/accounts'
import { platformMigrations } from '@klinke/platform'
import { readPdf, type TestCluster, testCluster } from '@klinke/platform/test-support'
import { sql } from 'kysely'
import { amountOf, microsOf } from '../amounts.ts'
import { EInvoices } from '../invoices/documents/e-invoice.ts'
import type { StoredInvoice } from '../invoices/invoice-store.ts'
import { billingMigrations } from '../migrations.ts'
import { CHANNELS_MONTH } from './channels-month.ts'
import { FLAT_MONTH } from './flat-month.ts'
import type { GoldenInvoice, GoldenMonth } from './golden-month.ts'
import { PACKAGES_MONTH } from './packages-month.ts'
import { QUOTA_MONTH } from './quota-month.ts'
import { callId, played } from './test-support/play-month.ts'
import { TRUNKS_MONTH } from './trunks-month.ts'

let cluster: TestCluster
before(async () => {
  cluster = await testCluster([platformMigrations, accountsMigrations, billingMigrations])
})
after(() => cluster[Symbol.asyncDispose]())

type Played = Awaited<ReturnType<typeof played>>
const eInvoices = new EInvoices()

for (const golden of [FLAT_MONTH, QUOTA_MONTH, PACKAGES_MONTH, CHANNELS_MONTH, TRUNKS_MONTH])
  test(`${golden.profile}: ${golden.what}: what is issued is what was calculated by hand, to the cent`, async () => {
    await using world = await played(cluster, golden)
    const issued = await world.invoices()
    const found = await Promise.all(issued.map((invoice) => printed(world, invoice)))
    assert.deepEqual(found, golden.invoices.map(expected))
    await assertCalls(world, golden)
    for (const [index, invoice] of issued.entries()) {
      const byHand = golden.invoices[index]
      assert.ok(byHand)
      await assertCallLines(world, invoice)
      await assertDocuments(world, invoice, byHand)
      assert.equal(invoice.content.contracts !== undefined, golden.contract.termMonths !== undefined)
    }
  })

const expected = ({ site, lines, net, vat, gross }: GoldenInvoice) => ({
  ...{ site: site ?? null, net, gross, state: 'issued' },
  vat: vat.map(([percent, tax]) => `${percent} % = ${tax}`),
  lines: lines.map(([text, , amount]) => `${text} = ${amount}`),
})

/** As the customer reads it in the portal. */
async function printed({ operator }: Played, { id }: StoredInvoice): Promise<ReturnType<typeof expected>> {
  const { body } = await operator('GET', `/invoices/${id}`)
  const [lines, vat] = [body.lines, body.vat] as readonly object[] as readonly [
    readonly { readonly text: { readonly de: string }; readonly amount: string }[],
    readonly { readonly percent: number; readonly tax: string }[],
  ]
  const amount = (money: unknown): string => (money as { readonly amount: string }).amount
  return {
    ...{ site: (body.site as string | null) ?? null, net: amount(body.net), gross: amount(body.gross), state: String(body.state) },
    vat: vat.map(({ percent, tax }) => `${percent} % = ${tax}`),
    lines: lines.map((line) => `${line.text.de} = ${line.amount}`),
  }
}

/** Each call costs what was calculated: seconds that are paid, times the price of a minute, in sixtieths of a micro-unit. */
async function assertCalls({ database }: Played, { calls }: GoldenMonth): Promise<void> {
  const { rows } = await database.withOperator((tx) =>
    sql<{ usage_id: string; amount: string }>`
      SELECT usage_id, coalesce(amount_sixtieths, 0)::text AS amount FROM rated_call ORDER BY usage_id`.execute(tx.tables()),
  )
  assert.deepEqual(
    rows.map(({ usage_id: id, amount }) => `${id} ${amount}`),
    calls.map(({ paidSeconds, perMinute }, index) => `${callId(index)} ${microsOf(perMinute) * BigInt(paidSeconds)}`),
  )
}

/** The lines of calls on an invoice are the calls that say they stand on it, added up exactly and rounded half up once. */
async function assertCallLines({ database }: Played, { id, content }: StoredInvoice): Promise<void> {
  const { rows } = await database.withOperator((tx) =>
    sql<{ reference: string; cents: string }>`
      SELECT concat_ws(' ', to_char(month, 'YYYY-MM'), tariff_version_id, zone, coalesce(site_id, '')) AS reference,
        round(sum(amount_sixtieths)::numeric / 600000)::text AS cents
      FROM call_with_invoice WHERE invoice_id = ${id} GROUP BY 1 ORDER BY 1`.execute(tx.tables()),
  )
  assert.deepEqual(
    content.lines
      .filter(({ basis }) => basis.source === 'calls')
      .map(({ basis, amount }) => `${basis.reference} ${amount / 10_000n}`)
      .toSorted(),
    rows.map(({ reference, cents }) => `${reference} ${cents}`).toSorted(),
  )
}

const UBL = ['TaxExclusiveAmount', 'TaxAmount', 'TaxInclusiveAmount', 'PayableAmount']
const CII = ['TaxBasisTotalAmount', 'TaxTotalAmount', 'GrandTotalAmount', 'DuePayableAmount']

/** The documents that were sent, and each other format, say the same sums and lines. */
async function assertDocuments(
  { operator }: Played,
  { id, content, number, issuedOn, dueOn }: StoredInvoice,
  byHand: GoldenInvoice,
): Promise<void> {
  assert.ok(number !== null && issuedOn !== null && dueOn !== null)
  const tax = amountOf(byHand.vat.reduce((sum, [, each]) => sum + microsOf(each), 0n))
  const sums = [byHand.net, tax, byHand.gross, byHand.gross]
  const amounts = byHand.lines.map(([, , amount]) => amount)
  const whole = { ...content, number, issuedOn, dueOn }
  const { eInvoice } = content.recipient
  const { raw: pdf } = await operator('GET', `/invoices/${id}/documents/pdf`)
  // § 4 TKTransparenzV: whoever has a term reads it, in the words of the day on which the invoice was issued.
  const read = (await readPdf(pdf)).pages.join(' ').replaceAll(/\s+/g, ' ')
  for (const paragraph of content.contracts ?? []) assert.ok(read.includes(paragraph[content.language]), read)
  const sent = eInvoice.startsWith('xrechnung')
    ? (await operator('GET', `/invoices/${id}/documents/${eInvoice}`)).raw.toString()
    : await facturX(pdf)
  const all = [
    sent,
    ...(await Promise.all((['xrechnung-ubl', 'xrechnung-cii', 'zugferd'] as const).map((kind) => eInvoices.xml(whole, kind)))),
  ]
  for (const xml of all) {
    const isUbl = xml.includes('TaxExclusiveAmount')
    assert.deepEqual(
      (isUbl ? UBL : CII).map((name) => amountIn(xml, name)[0]),
      sums,
    )
    const lineAmounts = isUbl ? amountIn(xml, 'LineExtensionAmount').slice(1) : amountIn(xml, 'LineTotalAmount').slice(0, -1)
    assert.deepEqual(lineAmounts, amounts)
  }
}

function amountIn(xml: string, name: string): readonly string[] {
  return [...xml.matchAll(new RegExp(`<\\w+:${name}(?: [^>]*)?>([^<]*)<`, 'g'))].map(([, value = '']) => amountOf(microsOf(value)))
}

/** The XML inside a ZUGFeRD PDF. */
async function facturX(pdf: Uint8Array): Promise<string> {
  return new TextDecoder().decode((await readPdf(pdf)).attachments.get('factur-x.xml'))
}
