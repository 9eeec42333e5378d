import type { Headers } from '../message/message.ts'
import { parseNumber } from './characters.ts'
import { parseDeltaSeconds } from './expires.ts'
import type { HeaderType } from './header-type.ts'
import { type NameAddr, nameAddrHeader } from './name-addr.ts'
import { paramText } from './params.ts'

/** Contact, RFC 3261 §20.10. `*` is not a value: ask `isWildcardContact` first. */
export const Contact: HeaderType<NameAddr> = nameAddrHeader('Contact')

/** True for `Contact: *` alone, which with `Expires: 0` removes all bindings (RFC 3261 §10.2.2). */
export function isWildcardContact(headers: Headers): boolean {
  const values = headers.list('Contact')
  return values.length === 1 && values[0] === '*'
}

/** The `expires` parameter in seconds; `undefined` when it is absent or malformed (then the RFC's default counts, §10.2.1.1). */
export function contactExpiresSeconds(contact: NameAddr): number | undefined {
  const text = paramText(contact.params, 'expires')
  return text === undefined ? undefined : parseDeltaSeconds(text)
}

/** The `q` parameter, 0 to 1; absent counts as 1 (RFC 3261 §16.6). `undefined` when it is malformed. */
export function contactPreference(contact: NameAddr): number | undefined {
  const text = paramText(contact.params, 'q')
  if (text === undefined) return 1
  return /^(?:0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/.test(text) ? Number(text) : undefined
}

/** The device's URN without angle brackets, from `+sip.instance` (RFC 5626 §4.1). */
export function contactInstance(contact: NameAddr): string | undefined {
  const text = paramText(contact.params, '+sip.instance')
  return text !== undefined && /^<[^<>\s]+>$/.test(text) ? text.slice(1, -1) : undefined
}

/** The flow number of a device, `reg-id` (RFC 5626 §4.2). */
export function contactRegId(contact: NameAddr): number | undefined {
  const text = paramText(contact.params, 'reg-id')
  const id = text === undefined ? undefined : parseNumber(text, 0x7fff_ffff)
  return id === 0 ? undefined : id
}
