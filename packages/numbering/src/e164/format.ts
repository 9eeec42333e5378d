import { areaCodeOf } from '../plan/area-code.ts'
import { type E164, germanNationalNumber } from './e164.ts'

/** How a number is written towards a carrier or a customer's PBX (NUM-04). */
export type NumberFormat =
  /** `+4961311620` */
  | 'e164'
  /** `004961311620` */
  | 'international'
  /** `061311620`; numbers abroad as `0041…` */
  | 'national'
  /** `1620` inside the area code, else as `national` */
  | 'local'

/** Writes a number in a format. `areaCode` (without leading zero) is the place that 'local' means. */
export function formatNumber(number: E164, format: NumberFormat, areaCode?: string): string {
  switch (format) {
    case 'e164':
      return number
    case 'international':
      return `00${number.slice(1)}`
    case 'national':
      return nationalForm(number)
    case 'local':
      return localForm(number, areaCode)
  }
}

function nationalForm(number: E164): string {
  const national = germanNationalNumber(number)
  return national === undefined ? `00${number.slice(1)}` : `0${national}`
}

function localForm(number: E164, areaCode: string | undefined): string {
  const national = germanNationalNumber(number)
  // By its own area code: +492129… is in Haan, though it begins as one of 0212 Solingen.
  if (areaCode === undefined || national === undefined || areaCodeOf(national)?.areaCode !== areaCode) return nationalForm(number)
  return national.slice(areaCode.length)
}
