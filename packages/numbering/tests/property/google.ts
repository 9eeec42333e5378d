import { type E164, germanNationalNumber, type NumberFault, type NumberKind } from '@klinke/numbering'
import { type NumberType, parsePhoneNumberFromString } from 'libphonenumber-js/max'

/** What libphonenumber says of a number. */
export interface Opinion {
  readonly isValid: boolean
  readonly type: NumberType
  /** ISO 3166-1, where it is sure of it. */
  readonly region: string | undefined
}

/** libphonenumber's opinion on a number in international form. */
export function google(number: string): Opinion {
  const parsed = parsePhoneNumberFromString(number)
  // It mends some numbers, such as +1 1 202 …; its opinion is on the mended one then.
  return { isValid: parsed?.number === number && parsed.isValid(), type: parsed?.getType(), region: parsed?.country }
}

/** The type that libphonenumber has for a kind of ours. */
export const TYPES: Readonly<Partial<Record<NumberKind['kind'], NumberType>>> = {
  geographic: 'FIXED_LINE',
  mobile: 'MOBILE',
  freephone: 'TOLL_FREE',
  premium: 'PREMIUM_RATE',
  'mass-traffic': 'SHARED_COST',
  'shared-cost': 'SHARED_COST',
  personal: 'PERSONAL_NUMBER',
  'user-group': 'UAN',
  paging: 'PAGER',
  'national-subscriber': 'FIXED_LINE',
}

/** One German number about which the two disagree. */
export interface Disagreement {
  readonly number: string
  readonly national: string
  readonly kind: NumberKind['kind']
  readonly fault: NumberFault | undefined
  readonly google: Opinion
}

/** A number when the two disagree on whether it can be, or on what it is; undefined when they agree. */
export function disagreement(number: E164, kind: NumberKind['kind'], fault: NumberFault | undefined): Disagreement | undefined {
  const opinion = google(number)
  const agree = opinion.isValid ? fault === undefined && TYPES[kind] === opinion.type : fault !== undefined
  if (agree) return undefined
  return { number, national: germanNationalNumber(number) ?? '', kind, fault, google: opinion }
}
