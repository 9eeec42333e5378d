import { parseUri, type SipRequest, telDigits, userText } from '@klinke/sip'

/** Who is called, as a dial string: see `Arrival.dialled`. */
export function dialledIn(request: SipRequest): string {
  const uri = parseUri(request.uri)
  if (uri === undefined) return ''
  // `urn:service:sos` (RFC 5031) has no user part; the whole of it is what was dialled.
  if (uri.scheme === 'other') return uri.name === 'urn' ? request.uri : ''
  if (uri.scheme === 'tel') return telDigits(uri)
  // Parameters of a telephone-subscriber (RFC 3261 §19.1.6: `+49221;phone-context=…@host`) are not dialled.
  return (userText(uri) ?? '').split(';', 1)[0] ?? ''
}
