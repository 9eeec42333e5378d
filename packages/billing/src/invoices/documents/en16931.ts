import type { Invoice } from '@e-invoice-eu/core'
import type { Language } from '@klinke/platform'
import type { Micros } from '@klinke/rating'
import { amountOf } from '../../amounts.ts'
import type { IssuedContent } from '../invoice.ts'
import type { InvoiceLine, LineUnit, LineVat } from '../line.ts'
import type { IssuerDetails, RecipientDetails } from '../party.ts'
import { type TaxTreatment, WITHOUT_VAT } from '../vat.ts'
import { formatsOf } from './formats.ts'
import { documentTexts } from './texts.ts'

type Ubl = Invoice['ubl:Invoice']
type Line = Ubl['cac:InvoiceLine'][number]
type Seller = Ubl['cac:AccountingSupplierParty']['cac:Party']

/** UN/ECE Recommendation 20. */
const UNIT_CODES = { piece: 'H87', month: 'MON', minute: 'MIN', call: 'C62', 'lump-sum': 'C62' } as const satisfies Record<LineUnit, string>
/** UNTDID 1001: commercial invoice, credit note. */
const TYPE_CODES = { invoice: '380', 'credit-note': '381' } as const
/** UNTDID 4461: SEPA credit transfer, SEPA direct debit. */
const SEPA_CREDIT_TRANSFER = '58'
const SEPA_DIRECT_DEBIT = '59'
/** Electronic Address Scheme of e-mail. */
const EMAIL_SCHEME = 'EM'
const VAT = { 'cbc:ID': 'VAT' } as const
const TAX_NUMBER = { 'cbc:ID': 'FC' } as const

/**
 * The invoice in the terms of EN 16931 (BT and BG numbers beside them), in the form that the library for XRechnung and ZUGFeRD takes. The creditor id (BT-90)
 * stands in it for UBL alone, where it is an id of the seller; CII has a place of its own for it, which the library does not fill.
 */
export function en16931(invoice: IssuedContent, syntax: 'ubl' | 'cii' = 'ubl'): Invoice {
  const { issuer, recipient, kind, currency, totals, corrects, debit, prepaid = 0n } = invoice
  const texts = documentTexts[invoice.language]
  // Who is not subject to VAT here has no VAT ids on the invoice (BR-O-02), though people read them in the PDF.
  const isTaxable = recipient.treatment !== 'third-country'
  const [first, ...others] = invoice.lines.map((line, index) => lineOf(invoice, line, index))
  if (first === undefined) throw new RangeError(`The invoice ${invoice.number} has no lines.`)
  return {
    'ubl:Invoice': {
      'cbc:ID': invoice.number, // BT-1
      'cbc:IssueDate': invoice.issuedOn, // BT-2
      ...(kind === 'invoice' ? { 'cbc:DueDate': invoice.dueOn } : {}), // BT-9
      'cbc:InvoiceTypeCode': TYPE_CODES[kind], // BT-3
      // One note: the library writes several into one element, which the schema of CII does not know.
      'cbc:Note': [[...(corrects === null ? [] : [corrects.reason]), texts.objection(invoice.objectionWeeks)].join('\n')], // BT-22
      'cbc:DocumentCurrencyCode': currencyCode(currency), // BT-5
      'cbc:BuyerReference': recipient.buyerReference ?? recipient.number, // BT-10, obligatory in XRechnung (BR-DE-15)
      'cac:InvoicePeriod': { 'cbc:StartDate': invoice.period.from, 'cbc:EndDate': invoice.period.until }, // BG-14
      ...(corrects === null
        ? {}
        : {
            'cac:BillingReference': [{ 'cac:InvoiceDocumentReference': { 'cbc:ID': corrects.number, 'cbc:IssueDate': corrects.issuedOn } }],
          }), // BG-3
      'cac:AccountingSupplierParty': { 'cac:Party': seller(issuer, isTaxable, syntax === 'ubl' ? debit?.creditorId : undefined) },
      'cac:AccountingCustomerParty': { 'cac:Party': buyer(recipient, isTaxable) },
      'cac:Delivery': { 'cbc:ActualDeliveryDate': invoice.period.until }, // BT-72
      'cac:PaymentMeans': [paymentMeans(invoice)], // BG-16
      ...(kind === 'invoice' ? { 'cac:PaymentTerms': { 'cbc:Note': debit?.text[invoice.language] ?? howToPay(invoice) } } : {}), // BT-20
      'cac:TaxTotal': [taxTotal(invoice)],
      'cac:LegalMonetaryTotal': {
        ...money('cbc:LineExtensionAmount', totals.net, currency), // BT-106
        ...money('cbc:TaxExclusiveAmount', totals.net, currency), // BT-109
        ...money('cbc:TaxInclusiveAmount', totals.gross, currency), // BT-112
        ...(prepaid > 0n ? money('cbc:PrepaidAmount', prepaid, currency) : {}), // BT-113
        ...money('cbc:PayableAmount', totals.gross - prepaid, currency), // BT-115: BT-112 less BT-113 (BR-CO-16)
      },
      'cac:InvoiceLine': [first, ...others],
    },
  }
}

/** BT-20 of who is not debited. */
function howToPay({ issuer, language, dueOn, number, totals, currency, prepaid = 0n }: IssuedContent): string {
  const texts = documentTexts[language]
  if (prepaid === 0n) return texts.pay(dueOn, issuer.iban, number)
  const rest = totals.gross - prepaid
  return rest === 0n ? texts.paidFromCredit : texts.payRest(formatsOf(language).money(rest, currency), dueOn, issuer.iban, number)
}

/** By direct debit (BG-19) there is no account to pay to (BR-DE-25-b). */
function paymentMeans({ issuer, number, debit }: IssuedContent): NonNullable<Ubl['cac:PaymentMeans']>[number] {
  if (debit === undefined)
    return {
      'cbc:PaymentMeansCode': SEPA_CREDIT_TRANSFER, // BT-81
      'cbc:PaymentID': number, // BT-83
      'cac:PayeeFinancialAccount': { 'cbc:ID': issuer.iban, 'cbc:Name': issuer.name }, // BT-84, BT-85
    }
  return {
    'cbc:PaymentMeansCode': SEPA_DIRECT_DEBIT,
    'cbc:PaymentID': number,
    'cac:PaymentMandate': {
      'cbc:ID': debit.mandateReference, // BT-89
      // BT-91, as far as the invoice names it: validators of XRechnung warn that it is no whole IBAN (BR-DE-20), and take it.
      'cac:PayerFinancialAccount': { 'cbc:ID': debit.account },
    },
  }
}

function currencyCode(currency: string): 'EUR' {
  if (currency !== 'EUR') throw new RangeError(`E-invoices are in euros here, not in ${currency}.`)
  return currency
}

type Money<Name extends string> = { readonly [Key in Name]: string } & { readonly [Key in `${Name}@currencyID`]: 'EUR' }

/** An amount with its currency, as the syntax has them side by side. */
function money<Name extends string>(name: Name, micros: Micros, currency: string): Money<Name> {
  return { [name]: amountOf(micros), [`${name}@currencyID`]: currencyCode(currency) } as Money<Name>
}

/** BG-4. Contact with name, telephone and mail: XRechnung wants all three (BR-DE-5 to BR-DE-7). */
function seller(issuer: IssuerDetails, isTaxable: boolean, creditorId: string | undefined): Seller {
  const ids = [
    // BT-29: something has to say which seller it is (BR-CO-26).
    ...(isTaxable || issuer.register !== null ? [] : [{ 'cbc:ID': issuer.email }]),
    ...(creditorId === undefined ? [] : [{ 'cbc:ID': creditorId, 'cbc:ID@schemeID': 'SEPA' as const }]), // BT-90
  ]
  return {
    'cbc:EndpointID': issuer.email, // BT-34
    'cbc:EndpointID@schemeID': EMAIL_SCHEME,
    ...(ids.length === 0 ? {} : { 'cac:PartyIdentification': ids }),
    'cac:PostalAddress': addressOf(issuer),
    ...taxIdsOf(issuer, isTaxable),
    'cac:PartyLegalEntity': {
      'cbc:RegistrationName': issuer.name, // BT-27
      ...(issuer.register === null ? {} : { 'cbc:CompanyID': issuer.register }), // BT-30
    },
    'cac:Contact': { 'cbc:Name': issuer.contactName, 'cbc:Telephone': issuer.phone, 'cbc:ElectronicMail': issuer.email }, // BG-6
  }
}

/** BT-31, or BT-32 where there must be no VAT id. */
function taxIdsOf({ vatId, taxNumber }: IssuerDetails, isTaxable: boolean): Pick<Seller, 'cac:PartyTaxScheme'> {
  if (isTaxable) return { 'cac:PartyTaxScheme': [{ 'cbc:CompanyID': vatId, 'cac:TaxScheme': VAT }] }
  return taxNumber === null ? {} : { 'cac:PartyTaxScheme': [{ 'cbc:CompanyID': taxNumber, 'cac:TaxScheme': TAX_NUMBER }] }
}

/** BG-7. */
function buyer(recipient: RecipientDetails, isTaxable: boolean): Ubl['cac:AccountingCustomerParty']['cac:Party'] {
  return {
    ...(recipient.email === null ? {} : { 'cbc:EndpointID': recipient.email, 'cbc:EndpointID@schemeID': EMAIL_SCHEME }), // BT-49
    'cac:PartyIdentification': { 'cbc:ID': recipient.number }, // BT-46
    'cac:PostalAddress': {
      ...addressOf(recipient),
      ...(recipient.addition === null ? {} : { 'cbc:AdditionalStreetName': recipient.addition }),
    },
    ...(recipient.vatId === null || !isTaxable ? {} : { 'cac:PartyTaxScheme': { 'cbc:CompanyID': recipient.vatId, 'cac:TaxScheme': VAT } }), // BT-48
    'cac:PartyLegalEntity': { 'cbc:RegistrationName': recipient.company }, // BT-44
  }
}

function addressOf({ street, city, postalCode, country }: Pick<RecipientDetails, 'street' | 'city' | 'postalCode' | 'country'>) {
  return {
    ...{ 'cbc:StreetName': street, 'cbc:CityName': city, 'cbc:PostalZone': postalCode },
    'cac:Country': { 'cbc:IdentificationCode': country as 'DE' },
  }
}

/** BG-23: one for each category and rate. */
function taxTotal({ totals, currency, recipient, language }: IssuedContent): Ubl['cac:TaxTotal'][number] {
  const { treatment } = recipient
  return {
    ...money('cbc:TaxAmount', totals.tax, currency), // BT-110
    'cac:TaxSubtotal': totals.vat.map(({ base, tax, ...vat }) => ({
      ...money('cbc:TaxableAmount', base, currency), // BT-116
      ...money('cbc:TaxAmount', tax, currency), // BT-117
      'cac:TaxCategory': {
        ...categoryOf(vat),
        ...reasonOf(vat, treatment, language),
      },
    })),
  }
}

/** BT-121 and BT-120: why a category bears no VAT. */
function reasonOf({ category }: LineVat, treatment: TaxTreatment, language: Language) {
  if (category === 'S') return {}
  if (category === 'O')
    return { 'cbc:TaxExemptionReasonCode': 'VATEX-EU-O', 'cbc:TaxExemptionReason': WITHOUT_VAT['third-country'][language] } as const
  if (category === 'E' || treatment === 'domestic') return { 'cbc:TaxExemptionReason': WITHOUT_VAT.none[language] }
  return { 'cbc:TaxExemptionReasonCode': 'VATEX-EU-AE', 'cbc:TaxExemptionReason': WITHOUT_VAT[treatment][language] } as const
}

function categoryOf({ category, permille }: LineVat) {
  // What is not subject to VAT has no rate, not even zero (BR-O-05, BR-48).
  return { 'cbc:ID': category, ...(category === 'O' ? {} : { 'cbc:Percent': String(permille / 10) }), 'cac:TaxScheme': VAT }
}

/**
 * BG-25. Quantity times price must be the amount of the line (BR-DEX, PEPPOL-EN16931-R120): where a part of a month or a sum of calls was charged, it is
 * one lump of that amount.
 */
function lineOf({ language, currency, siteNames }: IssuedContent, line: InvoiceLine, index: number): Line {
  const isProduct = line.unitMicros * BigInt(line.quantity) === line.amount
  const sign = line.amount < 0n ? -1n : 1n
  const name = line.text[language]
  const site = line.siteId === null ? undefined : siteNames[line.siteId]
  return {
    'cbc:ID': String(index + 1), // BT-126
    'cbc:InvoicedQuantity': String(isProduct ? line.quantity : sign), // BT-129
    'cbc:InvoicedQuantity@unitCode': UNIT_CODES[isProduct ? line.unit : 'lump-sum'], // BT-130
    ...money('cbc:LineExtensionAmount', line.amount, currency), // BT-131
    'cac:InvoicePeriod': { 'cbc:StartDate': line.service.from, 'cbc:EndDate': line.service.until }, // BG-26
    'cac:Item': {
      ...(site === undefined ? {} : { 'cbc:Description': site }), // BT-154
      'cbc:Name': name, // BT-153
      'cac:ClassifiedTaxCategory': categoryOf(line.vat), // BG-30
    },
    'cac:Price': money('cbc:PriceAmount', isProduct ? line.unitMicros : sign * line.amount, currency), // BT-146
  }
}
