import { amountOf } from '../../amounts.ts'
import type { IssuedContent } from '../invoice.ts'
import type { VatCategory } from '../line.ts'
import type { IssuerDetails } from '../party.ts'
import type { VatTotal } from '../totals.ts'

/** How the operator's tax adviser keeps the books. */
export type DatevSettings = NonNullable<IssuerDetails['datev']>

/** Fields of a booking that are filled; DATEV takes a batch whose later columns are absent. */
const COLUMNS = [
  'Umsatz (ohne Soll/Haben-Kz)',
  'Soll/Haben-Kennzeichen',
  'WKZ Umsatz',
  'Kurs',
  'Basis-Umsatz',
  'WKZ Basis-Umsatz',
  'Konto',
  'Gegenkonto (ohne BU-Schlüssel)',
  'BU-Schlüssel',
  'Belegdatum',
  'Belegfeld 1',
  'Belegfeld 2',
  'Skonto',
  'Buchungstext',
] as const

/** EXTF: written by another program than DATEV's; 700: version of the header; 21 and 13: Buchungsstapel and its version. */
const [HEADER_VERSION, CATEGORY, CATEGORY_VERSION] = [700, 21, 13]
const MAX_TEXT = 60

/**
 * Issued invoices and credit notes as a booking batch (DATEV format, Buchungsstapel): one booking for each rate of VAT, gross, of the customer's account
 * against an account of revenue that knows its tax by itself (Automatikkonto). Text with `\r\n`; DATEV reads Windows-1252.
 */
export function bookingBatch(
  documents: readonly IssuedContent[],
  settings: DatevSettings,
  batch: { readonly from: string; readonly until: string; readonly createdAt: Date },
): string {
  const rows = documents.flatMap((document) => document.totals.vat.map((vat) => booking(document, vat, settings)))
  return [header(settings, batch), COLUMNS.map(text).join(';'), ...rows].map((row) => `${row}\r\n`).join('')
}

function header({ consultant, client, accountDigits }: DatevSettings, batch: Parameters<typeof bookingBatch>[2]): string {
  const [from, until] = [compact(batch.from), compact(batch.until)]
  const createdAt = batch.createdAt.toISOString().replaceAll(/\D/g, '')
  return [
    ...[text('EXTF'), HEADER_VERSION, CATEGORY, text('Buchungsstapel'), CATEGORY_VERSION, createdAt, '', text('KL'), text(''), text('')],
    ...[
      consultant,
      client,
      `${batch.from.slice(0, 4)}0101`,
      accountDigits,
      from,
      until,
      text(`Rechnungen ${from}-${until}`.slice(0, 30)),
      text(''),
    ],
    ...[1, 0, 0, text('EUR'), '', text(''), '', '', text(''), '', '', text(''), text('')],
  ].join(';')
}

function booking(document: IssuedContent, vat: VatTotal, settings: DatevSettings): string {
  const { kind, number, issuedOn, recipient, period } = document
  const revenue = revenueAccount(vat.category, vat.permille, settings)
  const about = `${recipient.company} ${period.from.slice(0, 7)}`
  return [
    // Never below zero: which side it stands on says which way it goes.
    amountOf(absolute(vat.base + vat.tax)).replace('.', ','),
    text((kind === 'invoice') === vat.base + vat.tax >= 0n ? 'S' : 'H'),
    text('EUR'),
    ...['', '', text('')],
    ...[recipient.debtorAccount ?? settings.debtorAccount, revenue, text('')],
    `${issuedOn.slice(8, 10)}${issuedOn.slice(5, 7)}`,
    text(number.slice(0, 36)),
    ...[text(''), ''],
    text(about.slice(0, MAX_TEXT)),
  ].join(';')
}

function revenueAccount(category: VatCategory, permille: number, { revenue }: DatevSettings): string {
  if (category === 'AE') return revenue.reverseCharge
  if (category === 'O') return revenue.thirdCountry
  if (category === 'E') return revenue.withoutVat
  return permille >= 100 ? revenue.standard : revenue.reduced
}

function absolute(amount: bigint): bigint {
  return amount < 0n ? -amount : amount
}

function compact(day: string): string {
  return day.replaceAll('-', '')
}

/** In quotation marks, which are doubled inside; line ends would end the booking. */
function text(value: string): string {
  return `"${value.replaceAll(/[\r\n;]+/g, ' ').replaceAll('"', '""')}"`
}

/** Windows-1252, as DATEV reads it: what it does not know becomes `?`. */
export function inWindows1252(content: string): Uint8Array {
  const octets = [...content].map((sign) => {
    const code = sign.codePointAt(0) ?? 0
    if (code < 0x80 || (code >= 0xa0 && code <= 0xff)) return code
    return sign === '€' ? 0x80 : sign === '–' ? 0x96 : 0x3f
  })
  return Uint8Array.from(octets)
}
