import type { Text } from '@klinke/platform'
import type { LineTax, LineVat } from './line.ts'

/** A rate of German VAT and its first day. */
export interface DatedRate {
  readonly tax: Exclude<LineTax, 'none'>
  readonly from: string
  /** Thousandths: 190 is 19 %. */
  readonly permille: number
}

/** § 12 Abs. 1 and 2 UStG; § 28 Abs. 1 and 2 UStG for the second half of 2020. */
export const GERMAN_RATES: readonly DatedRate[] = [
  { tax: 'standard', from: '2007-01-01', permille: 190 },
  { tax: 'reduced', from: '2007-01-01', permille: 70 },
  { tax: 'standard', from: '2020-07-01', permille: 160 },
  { tax: 'reduced', from: '2020-07-01', permille: 50 },
  { tax: 'standard', from: '2021-01-01', permille: 190 },
  { tax: 'reduced', from: '2021-01-01', permille: 70 },
]

/**
 * Who owes the VAT. `domestic`: the operator. The customer owes it (reverse charge) when it is a business elsewhere in the EU (§ 3a Abs. 2 UStG, Art. 196
 * of Directive 2006/112/EC), or one that sells telecommunications on (§ 13b Abs. 2 Nr. 12 UStG). `third-country`: nobody owes German VAT, as the place of what is
 * performed is where the customer is, outside the EU (§ 3a Abs. 2 UStG; Abs. 5 for private people).
 */
export const TAX_TREATMENTS = ['domestic', 'reverse-charge-eu', 'reverse-charge-reseller', 'third-country'] as const
export type TaxTreatment = (typeof TAX_TREATMENTS)[number]

/** Member states other than Germany, by their country codes; Greece has a prefix of its own in VAT ids (Art. 215 of Directive 2006/112/EC). */
const EU_STATES: ReadonlySet<string> = new Set('AT BE BG CY CZ DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' '))
const GREEK_PREFIX = 'EL'
/** Counts as territory of the EU (Art. 7 of Directive 2006/112/EC, § 1 Abs. 2a UStG). */
const MONACO = 'MC'

/** Who is billed, as far as it decides who owes the VAT. */
export interface TaxedRecipient {
  readonly treatment: TaxTreatment
  /** ISO 3166-1. */
  readonly country: string
  readonly vatId: string | null
}

/** What says that a treatment cannot be that of who is billed. */
export interface TreatmentFault {
  readonly field: 'country' | 'vatId'
  readonly text: Text
}

/** Undefined: the treatment fits. */
export function treatmentFault({ treatment, country, vatId }: TaxedRecipient): TreatmentFault | undefined {
  if (treatment === 'domestic') return undefined
  if (treatment === 'third-country') return isThirdCountry(country) ? undefined : { field: 'country', text: OUTSIDE_EU }
  const isEu = treatment === 'reverse-charge-eu'
  const fits = (state: string) => (isEu ? EU_STATES.has(state) : state === 'DE')
  if (!fits(country)) return { field: 'country', text: isEu ? ELSEWHERE_IN_EU : IN_GERMANY }
  const state = vatId?.slice(0, 2)
  if (state === undefined || !fits(state === GREEK_PREFIX ? 'GR' : state)) return { field: 'vatId', text: isEu ? ID_OF_EU : ID_OF_GERMANY }
  return undefined
}

function isThirdCountry(country: string): boolean {
  return country !== 'DE' && country !== MONACO && !EU_STATES.has(country)
}

const OUTSIDE_EU: Text = {
  de: 'In Deutschland nicht steuerbar ist, was für Kunden außerhalb der EU erbracht wird. Berichtigen Sie das Land oder wer die Umsatzsteuer schuldet.',
  en: 'Not taxable in Germany is what is performed for customers outside the EU. Correct the country, or who owes the VAT.',
}
const ELSEWHERE_IN_EU: Text = {
  de: 'Diese Umkehr der Steuerschuld gilt für Firmen in anderen EU-Staaten. Berichtigen Sie das Land oder wer die Umsatzsteuer schuldet.',
  en: 'This reverse charge is for businesses in other states of the EU. Correct the country, or who owes the VAT.',
}
const IN_GERMANY: Text = {
  de: 'Die Umkehr der Steuerschuld für Wiederverkäufer gilt in Deutschland. Berichtigen Sie das Land oder wer die Umsatzsteuer schuldet.',
  en: 'The reverse charge of resellers is for Germany. Correct the country, or who owes the VAT.',
}
const ID_OF_EU: Text = {
  de: 'Dazu gehört die USt-IdNr. eines anderen EU-Staats, etwa ATU12345678.',
  en: 'This takes a VAT id of another state of the EU, such as ATU12345678.',
}
const ID_OF_GERMANY: Text = {
  de: 'Dazu gehört eine deutsche USt-IdNr., etwa DE123456789.',
  en: 'This takes a German VAT id, such as DE123456789.',
}

/** VAT of a line that was performed until `day`. Throws `RangeError` before the first rate. */
export function vatOn(tax: LineTax, day: string, treatment: TaxTreatment, rates: readonly DatedRate[]): LineVat {
  // Even what bears no VAT: beside "not subject to VAT" no other category may stand (EN 16931 BR-O-11 to BR-O-14).
  if (treatment === 'third-country') return { category: 'O', permille: 0 }
  if (tax === 'none') return { category: 'E', permille: 0 }
  if (treatment !== 'domestic') return { category: 'AE', permille: 0 }
  const found = rates
    .filter((rate) => rate.tax === tax && rate.from <= day)
    .reduce<DatedRate | undefined>((latest, rate) => (latest === undefined || rate.from >= latest.from ? rate : latest), undefined)
  if (found === undefined) throw new RangeError(`There is no ${tax} rate of VAT for ${day}.`)
  return { category: 'S', permille: found.permille }
}

/** Why no VAT is shown, as the invoice says it: of a reverse charge it has to (§ 14a Abs. 5 UStG). */
export const WITHOUT_VAT: Readonly<Record<Exclude<TaxTreatment, 'domestic'> | 'none', Text>> = {
  none: { de: 'Ohne Umsatzsteuer', en: 'Without VAT' },
  'reverse-charge-eu': {
    de: 'Steuerschuldnerschaft des Leistungsempfängers (§ 13b UStG, Art. 196 MwStSystRL)',
    en: 'Reverse charge: the recipient is liable for VAT (Art. 196 of Directive 2006/112/EC)',
  },
  'reverse-charge-reseller': {
    de: 'Steuerschuldnerschaft des Leistungsempfängers (§ 13b Abs. 2 Nr. 12 UStG)',
    en: 'Reverse charge: the recipient is liable for VAT (§ 13b Abs. 2 Nr. 12 UStG)',
  },
  'third-country': {
    de: 'In Deutschland nicht steuerbar, Leistungsort im Drittland (§ 3a UStG)',
    en: 'Not taxable in Germany: supplied where the recipient is, outside the EU (§ 3a UStG)',
  },
}
