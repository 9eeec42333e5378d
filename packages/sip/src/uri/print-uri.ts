import { printParams } from '../header/params.ts'
import { escapeUri, unescapeUri } from './escape.ts'
import { printHostPort } from './host.ts'
import type { SipUri, Uri } from './uri.ts'

/** The text of a URI. */
export function printUri(uri: Uri): string {
  switch (uri.scheme) {
    case 'sip':
    case 'sips':
      return printSipUri(uri)
    case 'tel':
      return `tel:${uri.number}${printParams(uri.params)}`
    case 'other':
      return `${uri.name}:${uri.rest}`
  }
}

function printSipUri(uri: SipUri): string {
  let out = `${uri.scheme}:`
  if (uri.user !== undefined) out += uri.password === undefined ? `${uri.user}@` : `${uri.user}:${uri.password}@`
  out += printHostPort(uri.host, uri.port) + printParams(uri.params)
  for (const [i, [name, value]] of uri.headers.entries()) {
    out += `${i === 0 ? '?' : '&'}${escapeUri(name, 'header')}=${escapeUri(value, 'header')}`
  }
  return out
}

/** A SIP URI from plain text: the user is escaped, parts left out are absent. */
export function sipUri(parts: { scheme?: 'sip' | 'sips'; user?: string; host: string; port?: number; params?: SipUri['params'] }): SipUri {
  return {
    scheme: parts.scheme ?? 'sip',
    user: parts.user === undefined ? undefined : escapeUri(parts.user, 'user'),
    password: undefined,
    host: parts.host.toLowerCase(),
    port: parts.port,
    params: parts.params ?? [],
    headers: [],
  }
}

/** The user part as people read it, escapes undone. */
export function userText(uri: SipUri): string | undefined {
  return uri.user === undefined ? undefined : unescapeUri(uri.user)
}
