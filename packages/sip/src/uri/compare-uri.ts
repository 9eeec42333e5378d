import type { Param, Params } from '../header/params.ts'
import { printUri } from './print-uri.ts'
import { telDigits } from './tel-uri.ts'
import type { SipUri, TelUri, Uri } from './uri.ts'

/** True when two URIs mean the same by the rules of their scheme (RFC 3261 §19.1.4, RFC 3966 §4). */
export function urisEqual(a: Uri, b: Uri): boolean {
  switch (a.scheme) {
    case 'sip':
    case 'sips':
      return (b.scheme === 'sip' || b.scheme === 'sips') && sipUrisEqual(a, b)
    case 'tel':
      return b.scheme === 'tel' && telUrisEqual(a, b)
    case 'other':
      return b.scheme === 'other' && printUri(a) === printUri(b)
  }
}

/** These are compared even when only one side has them; all others only when both have (RFC 3261 §19.1.4). */
const DECISIVE = new Set(['user', 'ttl', 'method', 'maddr', 'transport'])

function sipUrisEqual(a: SipUri, b: SipUri): boolean {
  return (
    a.scheme === b.scheme &&
    a.user === b.user &&
    a.password === b.password &&
    a.host === b.host &&
    a.port === b.port &&
    agrees(a.params, b.params) &&
    agrees(b.params, a.params) &&
    headersEqual(a, b)
  )
}

function agrees(these: Params, those: Params): boolean {
  return these.every((param) => {
    const other = those.find(({ name }) => name === param.name)
    return other === undefined ? !DECISIVE.has(param.name) : sameValue(param, other)
  })
}

function sameValue(a: Param, b: Param): boolean {
  return a.value?.toLowerCase() === b.value?.toLowerCase()
}

/** URI headers all count, in any order; names without case. */
function headersEqual(a: SipUri, b: SipUri): boolean {
  const spelled = (uri: SipUri): string => JSON.stringify(uri.headers.map(([name, value]) => `${name.toLowerCase()}=${value}`).sort())
  return a.headers.length === b.headers.length && (a.headers.length === 0 || spelled(a) === spelled(b))
}

/** Visual separators do not count; parameters do, in any order. */
function telUrisEqual(a: TelUri, b: TelUri): boolean {
  return (
    telDigits(a).toLowerCase() === telDigits(b).toLowerCase() &&
    a.params.length === b.params.length &&
    a.params.every((param) => b.params.some((other) => other.name === param.name && sameTelValue(param, other)))
  )
}

function sameTelValue(a: Param, b: Param): boolean {
  const digits = (value: string | undefined): string | undefined => value?.replace(/[-.()]/g, '').toLowerCase()
  return digits(a.value) === digits(b.value)
}
