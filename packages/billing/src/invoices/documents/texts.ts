import type { Language } from '@klinke/platform'
import type { LineUnit } from '../line.ts'

/** What stands in documents beside what the invoice brings. */
export interface DocumentTexts {
  readonly invoice: string
  readonly creditNote: string
  readonly number: string
  readonly date: string
  readonly customerNumber: string
  readonly servicePeriod: string
  readonly dueOn: string
  readonly collectedOn: string
  readonly vatId: string
  readonly buyerReference: string
  readonly site: string
  readonly allSites: string
  readonly columns: {
    readonly position: string
    readonly text: string
    readonly quantity: string
    readonly price: string
    readonly vat: string
    readonly amount: string
  }
  readonly net: string
  readonly vatOf: (rate: string, base: string) => string
  readonly notTaxable: (base: string) => string
  readonly gross: string
  readonly prepaid: string
  readonly stillToPay: string
  readonly credited: string
  readonly pay: (due: string, iban: string, reference: string) => string
  readonly payRest: (amount: string, due: string, iban: string, reference: string) => string
  readonly paidFromCredit: string
  readonly corrects: (number: string, day: string, reason: string) => string
  readonly objection: (weeks: number) => string
  readonly page: (page: number, of: number) => string
  readonly units: Readonly<Record<LineUnit, string>>
}

const GERMAN: DocumentTexts = {
  invoice: 'Rechnung',
  creditNote: 'Rechnungskorrektur',
  number: 'Nummer',
  date: 'Datum',
  customerNumber: 'Kundennummer',
  servicePeriod: 'Leistungszeitraum',
  dueOn: 'Zahlbar bis',
  collectedOn: 'Einzug am',
  vatId: 'Ihre USt-IdNr.',
  buyerReference: 'Ihr Zeichen',
  site: 'Standort',
  allSites: 'Alle Standorte',
  columns: { position: 'Pos.', text: 'Leistung', quantity: 'Menge', price: 'Einzelpreis', vat: 'USt.', amount: 'Betrag' },
  net: 'Summe netto',
  vatOf: (rate, base) => `${rate} Umsatzsteuer auf ${base}`,
  notTaxable: (base) => `Nicht steuerbar: ${base}`,
  gross: 'Rechnungsbetrag',
  prepaid: 'Mit Guthaben bezahlt',
  stillToPay: 'Noch zu zahlen',
  credited: 'Gutschriftsbetrag',
  pay: (due, iban, reference) => `Bitte zahlen Sie bis ${due} auf das Konto ${iban} und geben Sie ${reference} an.`,
  payRest: (amount, due, iban, reference) =>
    `Ihr Guthaben deckt die Rechnung nicht ganz. Bitte laden Sie es auf, oder zahlen Sie ${amount} bis ${due} auf das Konto ${iban} und geben Sie ${reference} an.`,
  paidFromCredit: 'Der Betrag ist mit Ihrem Guthaben bezahlt. Sie müssen nichts überweisen.',
  corrects: (number, day, reason) => `Korrektur der Rechnung ${number} vom ${day}. Grund: ${reason}`,
  objection: (weeks) =>
    `Einwendungen gegen diese Rechnung müssen Sie innerhalb von ${weeks} Wochen nach Zugang in Textform erheben. Danach gilt sie als genehmigt; gesetzliche Ansprüche bei begründeten Einwendungen nach Fristablauf bleiben unberührt.`,
  page: (page, of) => `Seite ${page} von ${of}`,
  units: { piece: 'Stück', month: 'Monat', minute: 'Minute', call: 'Verbindung', 'lump-sum': 'pauschal' },
}

const ENGLISH: DocumentTexts = {
  invoice: 'Invoice',
  creditNote: 'Credit note',
  number: 'Number',
  date: 'Date',
  customerNumber: 'Customer number',
  servicePeriod: 'Period of service',
  dueOn: 'Payable by',
  collectedOn: 'Collected on',
  vatId: 'Your VAT id',
  buyerReference: 'Your reference',
  site: 'Site',
  allSites: 'All sites',
  columns: { position: 'No.', text: 'Service', quantity: 'Quantity', price: 'Unit price', vat: 'VAT', amount: 'Amount' },
  net: 'Net total',
  vatOf: (rate, base) => `${rate} VAT on ${base}`,
  notTaxable: (base) => `Not taxable: ${base}`,
  gross: 'Amount due',
  prepaid: 'Paid from credit',
  stillToPay: 'Still to be paid',
  credited: 'Amount credited',
  pay: (due, iban, reference) => `Please pay by ${due} to the account ${iban} and mention ${reference}.`,
  payRest: (amount, due, iban, reference) =>
    `Your credit does not cover all of the invoice. Please top it up, or pay ${amount} by ${due} to the account ${iban} and mention ${reference}.`,
  paidFromCredit: 'The amount is paid from your credit. Nothing is to be transferred.',
  corrects: (number, day, reason) => `Corrects invoice ${number} of ${day}. Reason: ${reason}`,
  objection: (weeks) =>
    `Objections to this invoice must be raised in text form within ${weeks} weeks of its receipt. After that it counts as approved; rights by law to well-founded objections after that time are not affected.`,
  page: (page, of) => `Page ${page} of ${of}`,
  units: { piece: 'piece', month: 'month', minute: 'minute', call: 'call', 'lump-sum': 'lump sum' },
}

export const documentTexts: Readonly<Record<Language, DocumentTexts>> = { de: GERMAN, en: ENGLISH }
