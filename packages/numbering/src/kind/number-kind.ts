import { countryRangeOf } from '../countries/country.ts'
import type { InternationalService } from '../countries/international-networks.ts'
import { type E164, germanNationalNumber } from '../e164/e164.ts'
import type { EmergencyNumber } from '../emergency/emergency.ts'
import { areaCodeOf } from '../plan/area-code.ts'
import { type NumberRange, rangeOf } from '../plan/ranges.ts'

/**
 * What a number is. The kind follows from its first digits alone, so that a bar of a range holds for every number of it, also one that is
 * too long or no longer assigned; whether there can be such a number says `numberFault`.
 */
export type NumberKind =
  /** Of an Ortsnetz; `areaCode` without leading 0. */
  | { readonly kind: 'geographic'; readonly areaCode: string; readonly place: string }
  /** `networkCode` as the Bundesnetzagentur assigned it (`1511`, `171`); numbers move between networks. */
  | { readonly kind: 'mobile'; readonly networkCode: string }
  | { readonly kind: 'paging' }
  /** 032, in no place: an emergency call cannot be traced to a site by it (EMG-05). */
  | { readonly kind: 'national-subscriber' }
  /** 0700. */
  | { readonly kind: 'personal' }
  /** 0800. */
  | { readonly kind: 'freephone' }
  /** 0180x; the digit says the price. */
  | { readonly kind: 'shared-cost'; readonly digit: string }
  /** 0900x: 1 information, 3 entertainment, 5 other, 9 diallers. */
  | { readonly kind: 'premium'; readonly digit: string }
  /** 0137x and 0138x; the digit says the price. */
  | { readonly kind: 'mass-traffic'; readonly serviceCode: '137' | '138'; readonly digit: string }
  /** 0181–0189: private networks (IVPN) and user groups, reached from inside only since 2014. */
  | { readonly kind: 'user-group'; readonly digit: string }
  /** 0191–0194. */
  | { readonly kind: 'online-service'; readonly serviceCode: string }
  /** 012. */
  | { readonly kind: 'innovative' }
  /** 118xy: directory enquiries, which also connect. */
  | { readonly kind: 'directory'; readonly code: string }
  /** 115 (Einheitliche Behördenrufnummer) and 116xyz (services of social value). */
  | { readonly kind: 'short-code'; readonly service: 'public-administration' | 'social-value'; readonly code: string }
  | { readonly kind: 'emergency'; readonly number: EmergencyNumber }
  /** 010xy and 0100xy in front of another number (Betreiberkennzahl); `carrierCode` with its 0. */
  | { readonly kind: 'call-by-call'; readonly carrierCode: string }
  /** 0310 and 0311 tell which carrier a line is preselected to. */
  | { readonly kind: 'test' }
  /** 0198 and 0199: between networks, never dialled. */
  | { readonly kind: 'routing' }
  /** `region` by ISO 3166-1 alpha-2; countries that share a code are told apart (+1 242 is BS, +7 7 is KZ). */
  | { readonly kind: 'foreign'; readonly callingCode: string; readonly region: string }
  /** A country code in no country: satellites, networks in many countries, international freephone and premium numbers. */
  | { readonly kind: 'international-network'; readonly callingCode: string; readonly service: InternationalService }
  /** A range for which nothing is assigned: `national` in Germany, `country` a country code of nobody. */
  | { readonly kind: 'unassigned'; readonly range: 'national' | 'country' }
  /** No number: other characters than digits, or none. */
  | { readonly kind: 'invalid' }

const INVALID: NumberKind = { kind: 'invalid' }
const DIGITS = /^\d+$/

/** The kind of a number in international form. */
export function numberKind(number: E164): NumberKind {
  const national = germanNationalNumber(number)
  if (national !== undefined) return germanNumberKind(national)
  if (!number.startsWith('+') || !DIGITS.test(number.slice(1))) return INVALID
  const country = countryRangeOf(number)
  if (country === undefined) return { kind: 'unassigned', range: 'country' }
  const { callingCode, region, service } = country
  return service === undefined ? { kind: 'foreign', callingCode, region } : { kind: 'international-network', callingCode, service }
}

/** The kind of a German national number or short code, without leading zero. */
export function germanNumberKind(national: string): NumberKind {
  if (!DIGITS.test(national)) return INVALID
  const area = areaCodeOf(national)
  if (area) return { kind: 'geographic', areaCode: area.areaCode, place: area.place }
  const range = rangeOf(national)
  return range === undefined ? { kind: 'unassigned', range: 'national' } : kindInRange(national, range)
}

/** The digit after the three of the service: in 0180 **5**, 0900 **1**, 0137 **7**. */
const PRICE_DIGIT = 3

function kindInRange(national: string, range: NumberRange): NumberKind {
  switch (range.use) {
    case 'unassigned':
      return { kind: 'unassigned', range: 'national' }
    case 'mobile':
      return { kind: 'mobile', networkCode: national.slice(0, range.codeDigits) }
    case 'shared-cost':
    case 'premium':
      return { kind: range.use, digit: national.charAt(PRICE_DIGIT) }
    case 'mass-traffic':
      return { kind: 'mass-traffic', serviceCode: range.prefix === '137' ? '137' : '138', digit: national.charAt(PRICE_DIGIT) }
    case 'user-group':
      return { kind: 'user-group', digit: national.charAt(2) }
    case 'online-service':
      return { kind: 'online-service', serviceCode: range.prefix }
    case 'directory':
      return { kind: 'directory', code: national }
    case 'public-administration':
    case 'social-value':
      return { kind: 'short-code', service: range.use, code: national }
    case 'emergency':
      return { kind: 'emergency', number: range.prefix === '110' ? '110' : '112' }
    case 'call-by-call':
      return { kind: 'call-by-call', carrierCode: `0${national.slice(0, range.codeDigits)}` }
    default:
      return { kind: range.use }
  }
}
