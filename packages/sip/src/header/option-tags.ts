import type { Headers } from '../message/message.ts'
import { isToken } from './characters.ts'
import type { HeaderType } from './header-type.ts'

/** A header that lists option tags (RFC 3261 §19.2), in small letters. */
function optionTags(name: string): HeaderType<string> {
  return { name, parse: (text) => (isToken(text) ? text.toLowerCase() : undefined), print: (tag) => tag }
}

/** Supported, RFC 3261 §20.37. */
export const Supported: HeaderType<string> = optionTags('Supported')

/** Require, RFC 3261 §20.32. */
export const Require: HeaderType<string> = optionTags('Require')

/** Proxy-Require, RFC 3261 §20.29. */
export const ProxyRequire: HeaderType<string> = optionTags('Proxy-Require')

/** Unsupported, RFC 3261 §20.40; goes with 420. */
export const Unsupported: HeaderType<string> = optionTags('Unsupported')

/** True when the sender lists the extension in Supported or Require. */
export function understands(headers: Headers, tag: string): boolean {
  return headers.readAll(Supported)?.includes(tag) === true || headers.readAll(Require)?.includes(tag) === true
}
