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
  if (uri.scheme === 'tel') return telDigits(uri)
  // Parameters of a telephone-subscriber (RFC 3261 §19.1.6: `+49221;phone-context=…@host`) are not dialled.
  return (userText(uri) ?? '').split(';', 1)[0] ?? ''
}
