import type { TelUri } from './uri.ts'
import { parseUriParams } from './uri-params.ts'

const SEPARATORS = /[-.()]/g
const GLOBAL = /^\+[-.()]*\d[\d\-.()]*$/
/** Local numbers may hold hexadecimal digits, `*` and `#` (RFC 3966 §3). */
const LOCAL = /^[\da-f*#\-.()]*[\da-f*#][\da-f*#\-.()]*$/i

/** Reads what follows `tel:`. A local number without phone-context breaks RFC 3966 §5.1.5 but is what many send. */
export function parseTelUri(rest: string): TelUri | undefined {
  const semicolon = rest.indexOf(';')
  const number = semicolon < 0 ? rest : rest.slice(0, semicolon)
  const params = parseUriParams(semicolon < 0 ? '' : rest.slice(semicolon))
  if (params === undefined || !(GLOBAL.test(number) || LOCAL.test(number))) return undefined
  return { scheme: 'tel', number, params }
}

/** The number without visual separators, with its `+` when it is global. */
export function telDigits(uri: TelUri): string {
  return uri.number.replace(SEPARATORS, '')
}
