import { parseUri, type SipRequest, telDigits, userText } from '@klinke/sip'

/** Who is called, as a dial string: see `Arrival.dialled`. */
export function dialledIn(request: SipRequest): string {
  return dialledInUri(request.uri)
}

/** The same of any URI that stands for a number to call, such as that of a Refer-To. */
export function dialledInUri(text: string): string {
  const uri = parseUri(text)
  if (uri === undefined) return ''
  // `urn:service:sos` (RFC 5031) has no user part; the whole of it is what was dialled.
  if (uri.scheme === 'other') return uri.name === 'urn' ? text : ''
  if (uri.scheme === 'tel') return inContext(telDigits(uri), uri.params.find(({ name }) => name.toLowerCase() === 'phone-context')?.value)
  // Parameters of a telephone-subscriber (RFC 3261 §19.1.6: `+49221;phone-context=…@host`) are not dialled.
  const [digits = '', ...params] = (userText(uri) ?? '').split(';')
  return inContext(
    digits,
    params.map((param) => PHONE_CONTEXT.exec(param)?.[1]).find((context) => context !== undefined),
  )
}

const PHONE_CONTEXT = /^phone-context=(.*)$/i
const GLOBAL_CONTEXT = /^\+[-.()]*\d[\d\-.()]*$/
/** Short codes are the same wherever they are dialled, as 110 and 112 are: what a phone says of where it is must not keep anybody from help (EMG-01). */
const SAME_EVERYWHERE = /^(?:115|116\d{3}|118\d{2,3})$/
/** 110 and 112 behind digits for an outside line, zeros or an area code, too: whether it is a call for help is read from what was dialled, and never from more. */
const PERHAPS_HELP = /^(?:\d{0,3}|0\d*)11[02]$/

/** A local number is one of the country, or the area, that its context names (RFC 3966 §5.1.5); a domain there says nothing that could be dialled. */
function inContext(digits: string, context: string | undefined): string {
  if (context === undefined || !GLOBAL_CONTEXT.test(context) || !/^\d+$/.test(digits)) return digits
  if (SAME_EVERYWHERE.test(digits) || PERHAPS_HELP.test(digits)) return digits
  return context.replace(/[-.()]/g, '') + digits
}
