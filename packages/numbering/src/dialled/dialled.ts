import type { E164 } from '../e164/e164.ts'
import { GERMANY, isE164, MAX_E164_DIGITS } from '../e164/e164.ts'
import { type EmergencyContext, type EmergencyNumber, emergencyNumber } from '../emergency/emergency.ts'
import { MAX_WRITTEN_CHARACTERS, withoutSeparators } from './separators.ts'

/** What somebody dialled, as a meaning instead of digits. */
export type Dialled =
  | { readonly kind: 'emergency'; readonly number: EmergencyNumber }
  | { readonly kind: 'extension'; readonly number: string }
  /** A number in the public network. */
  | { readonly kind: 'public'; readonly number: E164 }
  /** 115, 116xxx, 118xx(x): dialled without area code, the same everywhere in Germany. */
  | { readonly kind: 'short-code'; readonly code: string }
  | { readonly kind: 'invalid'; readonly why: 'not-digits' | 'too-long' | 'too-short' | 'no-area-code' | 'call-by-call' }

export interface DialContext extends EmergencyContext {
  /** True when the customer has that extension (2–6 digits). */
  readonly isExtension: (number: string) => boolean
}

/** Fewer digits that are no extension are a mistake, not a number to be dialled at the customer's cost. */
const MIN_LOCAL_DIGITS = 3

/** 115, 116xyz, 118xy and 1180xy; with a digit too many 118 is directory enquiries still, and barred so. */
const SHORT_CODE = /^(?:115|116\d{3}|118\d{2,3})$/

/** 010xy asks for another carrier for one call. It is never done (FRD-01), and with a number behind it it would be longer than any number. */
const CALL_BY_CALL = '10'

/**
 * Reads a dialled string in the formats of NUM-04: `+4961311620`, `004961311620`, `061311620`, `1620` inside the
 * area code, or an extension. Emergency numbers are recognised first, then extensions.
 *
 * @param text user part of a SIP URI or a tel number, percent-decoded; URI parameters such as `;phone-context` removed.
 */
export function parseDialled(text: string, context: DialContext): Dialled {
  if (text.length > MAX_WRITTEN_CHARACTERS) return { kind: 'invalid', why: 'too-long' }
  const emergency = emergencyNumber(text, context)
  if (emergency) return { kind: 'emergency', number: emergency }
  const digits = withoutSeparators(text).replace(/#$/, '')
  if (context.isExtension(digits)) return { kind: 'extension', number: digits }
  if (!/^\+?\d+$/.test(digits)) return { kind: 'invalid', why: 'not-digits' }
  const prefix = context.outsideLinePrefix
  return publicNumber(prefix && digits.startsWith(prefix) ? digits.slice(prefix.length) : digits, context.areaCode)
}

/** Reads a number as it is in the public network, from a carrier or a directory; there are no extensions and no outside-line prefix there. */
export function parsePublic(text: string, areaCode: string | undefined): Dialled {
  return parseDialled(text, { areaCode, outsideLinePrefix: undefined, isExtension: () => false })
}

function publicNumber(digits: string, areaCode: string | undefined): Dialled {
  if (SHORT_CODE.test(digits)) return { kind: 'short-code', code: digits }
  if (digits.startsWith('+')) return checked(digits.slice(1))
  if (digits.startsWith('00')) return checked(digits.slice(2))
  if (digits.startsWith('0')) return checked(GERMANY + digits.slice(1))
  if (digits.length < MIN_LOCAL_DIGITS) return { kind: 'invalid', why: 'too-short' }
  if (areaCode === undefined) return { kind: 'invalid', why: 'no-area-code' }
  return checked(GERMANY + areaCode + digits)
}

function checked(international: string): Dialled {
  // "+49 (0)221 …" without the brackets is a common slip; no German national number begins with 0.
  const digits = international.startsWith(`${GERMANY}0`) ? GERMANY + international.slice(GERMANY.length + 1) : international
  const national = digits.startsWith(GERMANY) ? digits.slice(GERMANY.length) : ''
  if (SHORT_CODE.test(national)) return { kind: 'short-code', code: national }
  if (national.startsWith(CALL_BY_CALL)) return { kind: 'invalid', why: 'call-by-call' }
  if (digits.length > MAX_E164_DIGITS) return { kind: 'invalid', why: 'too-long' }
  const number = `+${digits}`
  return isE164(number) ? { kind: 'public', number } : { kind: 'invalid', why: 'too-short' }
}
