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
 * of Directive 2006/112/EC), or one that sells telecommunications on (§ 13b Abs. 2 Nr. 12 UStG).
 */
export const TAX_TREATMENTS = ['domestic', 'reverse-charge-eu', 'reverse-charge-reseller'] as const
export type TaxTreatment = (typeof TAX_TREATMENTS)[number]

/** VAT of a line that was performed until `day`. Throws `RangeError` before the first rate. */
export function vatOn(tax: LineTax, day: string, treatment: TaxTreatment, rates: readonly DatedRate[]): LineVat {
  if (tax === 'none') return { category: 'E', permille: 0 }
  if (treatment !== 'domestic') return { category: 'AE', permille: 0 }
  const found = rates
    .filter((rate) => rate.tax === tax && rate.from <= day)
    .reduce<DatedRate | undefined>((latest, rate) => (latest === undefined || rate.from >= latest.from ? rate : latest), undefined)
  if (found === undefined) throw new RangeError(`There is no ${tax} rate of VAT for ${day}.`)
  return { category: 'S', permille: found.permille }
}

/** Why no VAT is shown, as the invoice has to say it (§ 14a Abs. 5 UStG). */
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
}
