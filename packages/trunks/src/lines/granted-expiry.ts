import { Contact, contactExpiresSeconds, Expires, parseSip, type SipResponse, type SocketAddress } from '@klinke/sip'

/** Our own binding, as we wrote it into Contact. */
export interface OwnContact {
  readonly user: string
  readonly address: SocketAddress
}

/**
 * For how long a 200 to REGISTER keeps our binding (RFC 3261 §10.2.4). The registrar's word stands on our own Contact among
 * all of the account's; registrars that rewrite it or leave it out say it in Expires, or not at all: then what was asked holds.
 */
export function grantedExpirySeconds(response: SipResponse, own: OwnContact, askedSeconds: number): number {
  const contacts = response.headers.readAll(Contact) ?? []
  const ours = contacts.find(({ uri }) => isOwn(uri, own)) ?? (contacts.length === 1 ? contacts[0] : undefined)
  const granted = ours && contactExpiresSeconds(ours)
  return granted ?? response.headers.read(Expires) ?? askedSeconds
}

function isOwn(text: string, { user, address }: OwnContact): boolean {
  const uri = parseSip(text)
  return uri !== undefined && uri.user === user && uri.host === address.address && (uri.port ?? 5060) === address.port
}

/** When to refresh a binding: early enough to try again once before it runs out, but not before half of it has gone by. */
export function refreshAfterMs(expiresSeconds: number): number {
  const early = Math.min(expiresSeconds * 0.9, expiresSeconds - REFRESH_LEAD_SECONDS)
  return 1000 * Math.max(early, expiresSeconds / 2)
}

const REFRESH_LEAD_SECONDS = 30
