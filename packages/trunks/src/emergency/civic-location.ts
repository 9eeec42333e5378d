import type { SiteAddress } from '@klinke/accounts'

/** What a location object says. */
export interface CivicLocation {
  readonly address: SiteAddress
  /** Who is there, for those who look for the right doorbell. */
  readonly occupant: string
  /** The customer's name for the site. */
  readonly site: string
  /** URI of who is there. */
  readonly entity: string
  readonly epochMs: number
}

/**
 * A presence document with a civic address: PIDF-LO (RFC 4119 §2.1, RFC 5491), address by RFC 5139, as it is registered for the
 * line, which RFC 4119 calls `Manual`. Whoever gets it may pass it on: a control centre does.
 */
export function civicLocation({ address, occupant, site, entity, epochMs }: CivicLocation): string {
  const { number, suffix } = houseNumber(address.houseNumber)
  const civic: readonly (readonly [name: string, text: string])[] = [
    ['country', 'DE'],
    ['A3', address.city],
    ['RD', address.street],
    ['HNO', number],
    ['HNS', suffix],
    ['LOC', site],
    ['NAM', occupant],
    ['PC', address.postalCode],
  ]
  const fields = civic.filter(([, text]) => text !== '').map(([name, text]) => `<ca:${name}>${escaped(text)}</ca:${name}>`)
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<presence ${NAMESPACES} entity="${escaped(entity)}"><tuple id="line"><status><gp:geopriv>`,
    `<gp:location-info><ca:civicAddress xml:lang="de">${fields.join('')}</ca:civicAddress></gp:location-info>`,
    '<gp:usage-rules><gbp:retransmission-allowed>true</gbp:retransmission-allowed></gp:usage-rules><gp:method>Manual</gp:method>',
    `</gp:geopriv></status><timestamp>${new Date(epochMs).toISOString()}</timestamp></tuple></presence>`,
  ].join('\r\n')
}

const NAMESPACES = [
  'xmlns="urn:ietf:params:xml:ns:pidf"',
  'xmlns:gp="urn:ietf:params:xml:ns:pidf:geopriv10"',
  'xmlns:gbp="urn:ietf:params:xml:ns:pidf:geopriv10:basicPolicy"',
  'xmlns:ca="urn:ietf:params:xml:ns:pidf:geopriv10:civicAddr"',
].join(' ')

/** HNO is the number alone, what stands behind it is the suffix (RFC 4119 §2.2.1): `4a`, `12-14`. */
function houseNumber(written: string): { readonly number: string; readonly suffix: string } {
  const [, number, suffix] = /^(\d+)\s*(.*)$/s.exec(written.trim()) ?? []
  return number === undefined ? { number: written, suffix: '' } : { number, suffix: suffix ?? '' }
}

/** Text and attribute values of XML; characters that XML 1.0 §2.2 knows not are left out. */
function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}
