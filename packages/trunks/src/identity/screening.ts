import { type E164, isE164, numberFromCarrier, numberKind } from '@klinke/numbering'
import { From, PAssertedIdentity, parseUri, type SipRequest, telDigits, userText } from '@klinke/sip'
import { type NeverShown, neverShown } from './never-shown.ts'

/** What is done about the number that a call from outside shows (LAW-02; § 120 TKG). */
export type Screening =
  | { readonly kind: 'shown' }
  /** A number that nobody calls from: only forged. */
  | { readonly kind: 'broken-off'; readonly number: string; readonly row: NeverShown }
  /** A German number that comes from abroad: who shows it is not known. */
  | { readonly kind: 'withheld'; readonly number: E164 }

const SHOWN: Screening = { kind: 'shown' }

/** Numbers without area code, as they stand alone; behind a country code or zero `numberKind` knows them too. */
const SHORT = /^(110|112|115|116\d{3}|118\d{2,3})$/
const GERMAN_PREFIX = /^(\+49|0049|49|0)(?=\d)/

/** P-Asserted-Identity names two at most (RFC 3325 §9.1); nobody makes us read more. */
const MAX_ASSERTED = 4

/** `foreign`: the carrier brings calls from networks abroad. Nothing in these fields makes it throw. */
export function screenCaller({ headers }: SipRequest, foreign: boolean): Screening {
  const asserted = (headers.readAll(PAssertedIdentity) ?? []).slice(0, MAX_ASSERTED)
  const shown = [headers.read(From)?.uri, ...asserted.map(({ uri }) => uri)].map(callerDigits).filter((digits) => digits !== undefined)
  for (const digits of shown) {
    const number = callerNumber(digits)
    const row = number && neverShown(number)
    if (row?.incoming === 'broken-off') return { kind: 'broken-off', number: SHORT.test(digits) ? digits : (number ?? digits), row }
  }
  if (!foreign) return SHOWN
  for (const digits of shown) {
    const number = callerNumber(digits)
    if (number !== undefined && isWithheld(number)) return { kind: 'withheld', number }
  }
  return SHOWN
}

/** Mobiles travel; all other German numbers have no business to come from abroad. */
function isWithheld(number: E164): boolean {
  return number.startsWith('+49') && numberKind(number).kind !== 'mobile'
}

/** The digits that a SIP or tel URI shows, as they are written. */
function callerDigits(text: string | undefined): string | undefined {
  const uri = text === undefined ? undefined : parseUri(text)
  if (uri === undefined || uri.scheme === 'other') return undefined
  return uri.scheme === 'tel' ? telDigits(uri) : (userText(uri)?.split(';', 1)[0] ?? undefined)
}

/** Short codes are shorter than any number, so they are read first: 116117 is no number of North America. */
function callerNumber(digits: string): E164 | undefined {
  const short = digits.replace(GERMAN_PREFIX, '')
  if (SHORT.test(digits) || SHORT.test(short)) return `+49${SHORT.test(digits) ? digits : short}`
  const number = numberFromCarrier(digits)
  return number !== undefined && isE164(number) ? number : undefined
}
