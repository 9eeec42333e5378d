import { type E164, numberFromCarrier } from '@klinke/numbering'
import { parseUri, telDigits, userText } from '@klinke/sip'

/** The number that a carrier's SIP or tel URI names; `undefined` when it names none. */
export function numberInUri(text: string | undefined): E164 | undefined {
  const uri = text === undefined ? undefined : parseUri(text)
  if (uri === undefined || uri.scheme === 'other') return undefined
  // Behind a semicolon stand parameters of the number, such as phone-context (RFC 3261 §19.1.6).
  return numberFromCarrier(uri.scheme === 'tel' ? telDigits(uri) : (userText(uri)?.split(';', 1)[0] ?? ''))
}
