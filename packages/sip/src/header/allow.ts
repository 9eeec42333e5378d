import { isToken } from './characters.ts'
import type { HeaderType } from './header-type.ts'

/** Allow, RFC 3261 §20.5: methods, compared with case. */
export const Allow: HeaderType<string> = {
  name: 'Allow',
  parse: (text) => (isToken(text) ? text : undefined),
  print: (method) => method,
}

/** Allow-Events, RFC 6665 §8.2.2: event packages, compared with case. */
export const AllowEvents: HeaderType<string> = { ...Allow, name: 'Allow-Events' }
