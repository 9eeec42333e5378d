import type { Language, Text } from '@klinke/platform'
import type { Usage } from '../../usage.ts'

/** What stands in files of itemised bills beside the calls. */
export interface BillWords {
  readonly title: string
  readonly separateTitle: string
  readonly invoice: string
  readonly customer: string
  readonly customerNumber: string
  readonly period: string
  readonly site: string
  readonly extension: string
  readonly noSite: string
  readonly noExtension: string
  readonly columns: readonly string[]
  readonly pdfColumns: readonly string[]
  readonly included: string
  readonly subtotal: string
  readonly hidden: (calls: number | null, time: string | null) => string
  readonly roundedUp: string
  readonly roundedDown: string
  readonly total: string
  readonly separate: string
  readonly page: (page: number) => string
}

const GERMAN: BillWords = {
  title: 'Einzelverbindungsnachweis',
  separateTitle: 'Verbindungen, die ein anderer Anbieter berechnet',
  ...{ invoice: 'Rechnung', customer: 'Kunde', customerNumber: 'Kundennummer', period: 'Zeitraum' },
  ...{ site: 'Standort', extension: 'Nebenstelle', noSite: 'Ohne Standort', noExtension: 'Ohne Nebenstelle' },
  columns: [
    ...['Standort', 'Nebenstelle', 'Berechneter Anschluss', 'Datum', 'Beginn', 'Zielrufnummer', 'Ziel', 'Art'],
    ...['Dauer in Sekunden', 'Berechnete Sekunden', 'Preis netto'],
  ],
  pdfColumns: ['Datum, Beginn', 'Zielrufnummer', 'Ziel', 'Dauer', 'Preis netto'],
  included: 'im Preis enthalten',
  subtotal: 'Summe',
  hidden: (calls, time) =>
    calls === null
      ? 'Nicht einzeln aufgeführte Verbindungen (§ 11 Abs. 5 TDDDG)'
      : `${calls} nicht einzeln aufgeführte Verbindungen (§ 11 Abs. 5 TDDDG), ${time}`,
  roundedUp: 'Aufgerundet auf Cent je Rechnungszeile: zuzüglich',
  roundedDown: 'Abgerundet auf Cent je Rechnungszeile: abzüglich',
  total: 'Verbindungen auf der Rechnung, netto',
  separate: 'Diese Verbindungen berechnet ein anderer Anbieter auf eigener Rechnung.',
  page: (page) => `Seite ${page}`,
}

const ENGLISH: BillWords = {
  title: 'Itemised bill',
  separateTitle: 'Calls that another provider bills',
  ...{ invoice: 'Invoice', customer: 'Customer', customerNumber: 'Customer number', period: 'Period' },
  ...{ site: 'Site', extension: 'Extension', noSite: 'Without site', noExtension: 'Without extension' },
  columns: [
    ...['Site', 'Extension', 'Billed line', 'Date', 'Start', 'Number called', 'Destination', 'Kind'],
    ...['Seconds', 'Billed seconds', 'Net price'],
  ],
  pdfColumns: ['Date, start', 'Number called', 'Destination', 'Length', 'Net price'],
  included: 'included',
  subtotal: 'Sum',
  hidden: (calls, time) =>
    calls === null ? 'Calls that are not listed (§ 11 (5) TDDDG)' : `${calls} calls that are not listed (§ 11 (5) TDDDG), ${time}`,
  roundedUp: 'Rounded up to cents, for each line of the invoice: plus',
  roundedDown: 'Rounded down to cents, for each line of the invoice: minus',
  total: 'Calls on the invoice, net',
  separate: 'These calls are billed by another provider, on an invoice of its own.',
  page: (page) => `Page ${page}`,
}

export const billWords: Readonly<Record<Language, BillWords>> = { de: GERMAN, en: ENGLISH }

/** What a leg was that nobody dialled by itself, or that was no conversation. */
const ORIGINS: Readonly<Record<Usage['origin'], Text | undefined>> = {
  own: undefined,
  forwarded: { de: 'weitergeleitet', en: 'forwarded' },
  'call-back': { de: 'Rückruf', en: 'call back' },
}
const MEDIA: Readonly<Record<Usage['medium'], Text | undefined>> = {
  voice: undefined,
  fax: { de: 'Fax', en: 'fax' },
  data: { de: 'Daten', en: 'data' },
}
const WAYS: Readonly<Record<Usage['way'], Text | undefined>> = {
  carrier: undefined,
  'on-net': { de: 'im eigenen Netz', en: 'on-net' },
  enum: { de: 'über ENUM', en: 'by ENUM' },
}

/** Marks of a call in words; empty for one that somebody dialled and spoke. */
export function marksOf({ origin, medium, way }: Pick<Usage, 'origin' | 'medium' | 'way'>, language: Language): string {
  const marks = [ORIGINS[origin], MEDIA[medium], WAYS[way]]
  return marks.flatMap((mark) => (mark === undefined ? [] : [mark[language]])).join(', ')
}

/** `61:05`: minutes and seconds. */
export function minutesText(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

/** Decimal text of the API as the language writes it. */
export function decimalText(amount: string, language: Language): string {
  return language === 'de' ? amount.replace('.', ',') : amount
}
