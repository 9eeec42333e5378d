import { countryRangeOf } from '../countries/country.ts'
import { type E164, germanNationalNumber } from '../e164/e164.ts'
import { type AreaCode, areaCodeOf } from './area-code.ts'
import { rangeOf } from './ranges.ts'

/** Why there can be no such number. */
export type NumberFault =
  /** Nothing is assigned in its range, or nothing any more. */
  | 'not-assigned'
  /** A subscriber number of an Ortsnetz begins neither with 0 nor with 11. */
  | 'no-subscriber'
  | 'too-short'
  | 'too-long'
  /** A length between the shortest and the longest that the range does not have. */
  | 'wrong-length'

/** How many digits subscriber numbers have in an Ortsnetz. */
export interface SubscriberLengths {
  /** Numbers from before 1998 may be so short. */
  readonly shortest: number
  /** With an extension behind a PBX, by ITU-T E.164. */
  readonly longest: number
  /** What has been assigned since 2011: 11 digits with the area code, 10 in Berlin, Hamburg, Frankfurt and Munich. */
  readonly assigned: number
}

const MOST_NATIONAL_DIGITS = 13
const ASSIGNED_NATIONAL_DIGITS = 11
const SHORTEST_SUBSCRIBER_DIGITS = 2
/** Berlin, Hamburg, Frankfurt and Munich, whose numbers would have nine digits else. */
const SHORT_AREA_CODE_DIGITS = 2

/** The lengths of subscriber numbers behind an area code (Bundesnetzagentur, "Länge von Ortsnetzrufnummern"). */
export function subscriberLengths({ areaCode }: AreaCode): SubscriberLengths {
  const assigned = ASSIGNED_NATIONAL_DIGITS - areaCode.length - (areaCode.length === SHORT_AREA_CODE_DIGITS ? 1 : 0)
  return { shortest: SHORTEST_SUBSCRIBER_DIGITS, longest: MOST_NATIONAL_DIGITS - areaCode.length, assigned }
}

/** Why a number cannot exist, by its range and its length; `undefined` for one that can. Whether anybody has it, only its network knows. */
export function numberFault(number: E164): NumberFault | undefined {
  const national = germanNationalNumber(number)
  return national === undefined ? foreignFault(number) : germanNumberFault(national)
}

/** The same for a German national number or short code, without leading zero. */
export function germanNumberFault(national: string): NumberFault | undefined {
  const area = areaCodeOf(national)
  if (area) return subscriberFault(national.slice(area.areaCode.length), subscriberLengths(area))
  const lengths = rangeOf(national)?.lengths ?? []
  if (lengths.length === 0) return 'not-assigned'
  if (lengths.includes(national.length)) return undefined
  if (national.length < Math.min(...lengths)) return 'too-short'
  return national.length > Math.max(...lengths) ? 'too-long' : 'wrong-length'
}

function subscriberFault(subscriber: string, { shortest, longest }: SubscriberLengths): NumberFault | undefined {
  if (subscriber.startsWith('0') || subscriber.startsWith('11')) return 'no-subscriber'
  if (subscriber.length < shortest) return 'too-short'
  return subscriber.length > longest ? 'too-long' : undefined
}

function foreignFault(number: E164): NumberFault | undefined {
  const country = countryRangeOf(number)
  if (country === undefined) return 'not-assigned'
  const digits = number.length - 1 - country.callingCode.length
  if (digits < country.minDigits) return 'too-short'
  return digits > country.maxDigits ? 'too-long' : undefined
}
