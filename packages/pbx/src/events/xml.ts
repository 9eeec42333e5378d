import { printUri, sipUri } from '@klinke/sip'

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text for attributes and elements; control characters, which XML 1.0 cannot carry, become blanks. */
export function xml(text: string): string {
  return text.replace(/\p{Cc}/gu, ' ').replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign)
}

/** A SIP address as it stands in XML. */
export function xmlAddress(user: string, host: string): string {
  return xml(printUri(sipUri({ user, host })))
}
