import type { Invoice } from '@e-invoice-eu/core'
import { microsOf } from '../../amounts.ts'

type Ubl = Invoice['ubl:Invoice']
type Rule = readonly [name: string, holds: (invoice: Ubl) => boolean]

const sum = (amounts: readonly string[]): bigint => amounts.reduce((all, amount) => all + microsOf(amount), 0n)
const totalsOf = (invoice: Ubl) => invoice['cac:LegalMonetaryTotal']
const vatOf = (invoice: Ubl) => invoice['cac:TaxTotal'][0]['cac:TaxSubtotal'] ?? []
const netsOf = (lines: Ubl['cac:InvoiceLine']) => lines.map((line) => line['cbc:LineExtensionAmount'])
const rateOf = (category: { readonly 'cbc:ID': string; readonly 'cbc:Percent'?: string }) =>
  `${category['cbc:ID']} ${category['cbc:Percent'] ?? ''}`
const seller = (invoice: Ubl) => invoice['cac:AccountingSupplierParty']['cac:Party']
const buyer = (invoice: Ubl) => invoice['cac:AccountingCustomerParty']['cac:Party']

const categoriesOf = (invoice: Ubl) => [
  ...vatOf(invoice).map((vat) => vat['cac:TaxCategory']),
  ...invoice['cac:InvoiceLine'].map((line) => line['cac:Item']['cac:ClassifiedTaxCategory']),
]
const isOutside = (invoice: Ubl) => categoriesOf(invoice).some((category) => category['cbc:ID'] === 'O')

/** Commercial rounding to cents, written here by itself, so that the product's own is held against another. */
function cents(micros: bigint): bigint {
  const amount = micros < 0n ? -micros : micros
  const rounded = ((amount + 5_000n) / 10_000n) * 10_000n
  return micros < 0n ? -rounded : rounded
}

/**
 * Rules of EN 16931-1 (BR, BR-CO, BR-S, BR-E, BR-AE, BR-O) and of XRechnung (BR-DE, PEPPOL-EN16931-R120) that our invoices can break, by what they say: no package
 * of the registries carries the official Schematron.
 */
export const BUSINESS_RULES: readonly Rule[] = [
  [
    'BR-CO-10 the sum of lines is the sum of their net amounts',
    (invoice) => sum(netsOf(invoice['cac:InvoiceLine'])) === microsOf(totalsOf(invoice)['cbc:LineExtensionAmount']),
  ],
  [
    'BR-CO-13 the total without VAT is that sum',
    (invoice) => totalsOf(invoice)['cbc:LineExtensionAmount'] === totalsOf(invoice)['cbc:TaxExclusiveAmount'],
  ],
  [
    'BR-CO-14 the VAT is the sum of that of its categories',
    (invoice) => sum(vatOf(invoice).map((vat) => vat['cbc:TaxAmount'])) === microsOf(invoice['cac:TaxTotal'][0]['cbc:TaxAmount']),
  ],
  [
    'BR-CO-15 the total with VAT is the one without, and the VAT',
    (invoice) =>
      sum([totalsOf(invoice)['cbc:TaxExclusiveAmount'], invoice['cac:TaxTotal'][0]['cbc:TaxAmount']]) ===
      microsOf(totalsOf(invoice)['cbc:TaxInclusiveAmount']),
  ],
  [
    'BR-CO-16 what is to be paid is the total with VAT, less what was paid before',
    (invoice) =>
      microsOf(totalsOf(invoice)['cbc:PayableAmount']) ===
      microsOf(totalsOf(invoice)['cbc:TaxInclusiveAmount']) - microsOf(totalsOf(invoice)['cbc:PrepaidAmount'] ?? '0.00'),
  ],
  [
    'BR-CO-17 the VAT of a category is base times rate, to two places',
    (invoice) =>
      vatOf(invoice).every((vat) => {
        const permille = BigInt(Number(vat['cac:TaxCategory']['cbc:Percent'] ?? 0) * 10)
        return cents((microsOf(vat['cbc:TaxableAmount']) * permille) / 1_000n) === microsOf(vat['cbc:TaxAmount'])
      }),
  ],
  ['BR-CO-18 there is a VAT breakdown', (invoice) => vatOf(invoice).length > 0],
  [
    'BR-S-08, BR-E-08, BR-AE-08 the base of a category and rate is the sum of its lines',
    (invoice) =>
      vatOf(invoice).every((vat) => {
        const rate = rateOf(vat['cac:TaxCategory'])
        const lines = invoice['cac:InvoiceLine'].filter((line) => rateOf(line['cac:Item']['cac:ClassifiedTaxCategory']) === rate)
        return lines.length > 0 && sum(lines.map((line) => line['cbc:LineExtensionAmount'])) === microsOf(vat['cbc:TaxableAmount'])
      }),
  ],
  [
    'BR-S-01, BR-E-01, BR-AE-01 every category of a line is in the breakdown, once',
    (invoice) => {
      const rates = vatOf(invoice).map((vat) => rateOf(vat['cac:TaxCategory']))
      const used = new Set(invoice['cac:InvoiceLine'].map((line) => rateOf(line['cac:Item']['cac:ClassifiedTaxCategory'])))
      return new Set(rates).size === rates.length && [...used].every((rate) => rates.includes(rate))
    },
  ],
  [
    'BR-E-10, BR-AE-10 without VAT there is a reason',
    (invoice) =>
      vatOf(invoice).every(
        ({ 'cac:TaxCategory': category }) => (category['cbc:ID'] === 'S') === (category['cbc:TaxExemptionReason'] === undefined),
      ),
  ],
  [
    'BR-AE-02 reverse charge names the VAT ids of both',
    (invoice) =>
      vatOf(invoice).every((vat) => vat['cac:TaxCategory']['cbc:ID'] !== 'AE' || buyer(invoice)['cac:PartyTaxScheme'] !== undefined) &&
      (isOutside(invoice) || seller(invoice)['cac:PartyTaxScheme'] !== undefined),
  ],
  [
    'BR-O-02 what is not subject to VAT names no VAT id',
    (invoice) =>
      !isOutside(invoice) ||
      (buyer(invoice)['cac:PartyTaxScheme'] === undefined &&
        (seller(invoice)['cac:PartyTaxScheme'] ?? []).every((scheme) => scheme['cac:TaxScheme']?.['cbc:ID'] !== 'VAT')),
  ],
  [
    'BR-O-05, BR-48 what is not subject to VAT has no rate, all else has one',
    (invoice) => categoriesOf(invoice).every((category) => (category['cbc:ID'] === 'O') === (category['cbc:Percent'] === undefined)),
  ],
  [
    'BR-O-11 to BR-O-14 beside what is not subject to VAT nothing else stands',
    (invoice) => !isOutside(invoice) || categoriesOf(invoice).every((category) => category['cbc:ID'] === 'O'),
  ],
  [
    'BR-CO-26 the seller is known by an identifier, a register, or a VAT id',
    (invoice) => {
      const { 'cac:PartyIdentification': ids, 'cac:PartyLegalEntity': entity, 'cac:PartyTaxScheme': schemes } = seller(invoice)
      const hasVatId = (schemes ?? []).some((scheme) => scheme['cac:TaxScheme']?.['cbc:ID'] === 'VAT')
      return (ids ?? []).length > 0 || entity['cbc:CompanyID'] !== undefined || hasVatId
    },
  ],
  [
    'BR-27 no price is below zero',
    (invoice) => invoice['cac:InvoiceLine'].every((line) => microsOf(line['cac:Price']['cbc:PriceAmount']) >= 0n),
  ],
  [
    'BR-DEC-23 amounts of lines have two places',
    (invoice) => netsOf(invoice['cac:InvoiceLine']).every((net) => /^-?\d+\.\d{2}$/.test(net)),
  ],
  [
    'PEPPOL-EN16931-R120 the amount of a line is quantity times price',
    (invoice) =>
      invoice['cac:InvoiceLine'].every(
        (line) =>
          microsOf(line['cac:Price']['cbc:PriceAmount']) * BigInt(line['cbc:InvoicedQuantity']) ===
          microsOf(line['cbc:LineExtensionAmount']),
      ),
  ],
  [
    'BR-CO-25 an amount to be paid has a due date or terms',
    (invoice) => invoice['cbc:InvoiceTypeCode'] === '381' || invoice['cbc:DueDate'] !== undefined,
  ],
  [
    'BR-55 a preceding invoice is named by its number',
    (invoice) => (invoice['cac:BillingReference'] ?? []).every((each) => each['cac:InvoiceDocumentReference']['cbc:ID'] !== ''),
  ],
  ['BR-DE-1 there is a way to pay', (invoice) => (invoice['cac:PaymentMeans'] ?? []).length > 0],
  [
    'BR-DE-23-a, BR-DE-23-b a transfer names the account to pay to, and no mandate',
    (invoice) =>
      (invoice['cac:PaymentMeans'] ?? []).every(
        (means) =>
          means['cbc:PaymentMeansCode'] !== '58' ||
          (means['cac:PayeeFinancialAccount'] !== undefined && means['cac:PaymentMandate'] === undefined),
      ),
  ],
  [
    'BR-DE-25-a, BR-DE-25-b, BR-DE-30, BR-DE-31 a direct debit names mandate, creditor id and debited account, and no account to pay to',
    (invoice) =>
      (invoice['cac:PaymentMeans'] ?? []).every(
        ({ 'cbc:PaymentMeansCode': code, 'cac:PaymentMandate': mandate, 'cac:PayeeFinancialAccount': payTo }) =>
          code !== '59' ||
          (payTo === undefined &&
            (mandate?.['cbc:ID'] ?? '') !== '' &&
            (mandate?.['cac:PayerFinancialAccount']?.['cbc:ID'] ?? '') !== '' &&
            (seller(invoice)['cac:PartyIdentification'] ?? []).some((id) => id['cbc:ID@schemeID'] === 'SEPA')),
      ),
  ],
  ['BR-DE-15 there is a buyer reference', (invoice) => (invoice['cbc:BuyerReference'] ?? '') !== ''],
  [
    'BR-DE-5 to BR-DE-7 the seller can be asked by name, telephone and mail',
    (invoice) => {
      const contact = seller(invoice)['cac:Contact'] ?? {}
      return [contact['cbc:Name'], contact['cbc:Telephone'], contact['cbc:ElectronicMail']].every((text) => (text ?? '') !== '')
    },
  ],
  [
    'BR-DE-3, BR-DE-4, BR-DE-8, BR-DE-9 city and postal code of both',
    (invoice) =>
      [seller(invoice), buyer(invoice)].every(
        ({ 'cac:PostalAddress': at }) => at['cbc:CityName'] !== undefined && at['cbc:PostalZone'] !== undefined,
      ),
  ],
]

/** Names of the rules that an invoice breaks. */
export function brokenRules(invoice: Invoice): readonly string[] {
  return BUSINESS_RULES.filter(([, holds]) => !holds(invoice['ubl:Invoice'])).map(([name]) => name)
}
