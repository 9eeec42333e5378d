import { Buffer } from 'node:buffer'
import type { SiteAddress } from '@klinke/accounts'
import { parsePublic } from '@klinke/numbering'
import { From, makeHeaders, PAssertedIdentity, PPreferredIdentity, Privacy, parseUri, telDigits, userText } from '@klinke/sip'
import type { InviteForHelp } from '../calls/outside-lines.ts'

/** What a control centre reads out of a call. */
export interface Told {
  /** E.164; null: none is shown. */
  readonly number: string | null
  /** Of the location object; null: there is none in the call. */
  readonly address: SiteAddress | null
}

/**
 * The built-in control centre (PSAP): it takes the INVITE that a call to 112 would be, as the carrier would get it, and reads it with its own
 * eyes: the number that the network vouches for, and the location object (RFC 6442). Nothing of it leaves the exchange.
 */
export function readByControlCentre({ from, headers, parts }: InviteForHelp, areaCode: string | undefined): Told {
  const fields = makeHeaders(headers)
  const hides = (fields.read(Privacy) ?? []).some((wish) => wish !== 'none')
  const named = [...(fields.readAll(PAssertedIdentity) ?? []), ...(fields.readAll(PPreferredIdentity) ?? []), From.parse(from)]
  const number = named.map((party) => numberOf(party?.uri, areaCode)).find((found) => found !== undefined)
  const object = parts.find((part) => part.headers.get('Content-Type')?.startsWith('application/pidf+xml'))
  return {
    number: hides ? null : (number ?? null),
    address: object === undefined ? null : addressIn(Buffer.from(object.body).toString()),
  }
}

function numberOf(text: string | undefined, areaCode: string | undefined): string | undefined {
  const uri = text === undefined ? undefined : parseUri(text)
  if (uri === undefined || uri.scheme === 'other') return undefined
  const meaning = parsePublic(uri.scheme === 'tel' ? telDigits(uri) : (userText(uri) ?? ''), areaCode)
  return meaning.kind === 'public' ? meaning.number : undefined
}

/** The civic address of a PIDF-LO document (RFC 5139). */
function addressIn(xml: string): SiteAddress | null {
  const field = (name: string): string => unescaped(new RegExp(`<ca:${name}>([^<]*)</ca:${name}>`).exec(xml)?.[1] ?? '')
  const [street, postalCode, city] = [field('RD'), field('PC'), field('A3')]
  if (street === '' && city === '') return null
  return { street, houseNumber: `${field('HNO')}${field('HNS')}`, postalCode, city }
}

function unescaped(text: string): string {
  return text.replace(/&#(\d{1,7});/g, (_, code: string) => String.fromCodePoint(Number(code)))
}
