import { acceptable, MAX_PARAMS, NO_PARAMS, type Param, type Params } from '../header/params.ts'
import { normaliseEscapes } from './escape.ts'

/** White space and what delimits a URI in a header (RFC 3261 §25.1) is never part of one. */
export const FORBIDDEN = /[\s<>"]/

/** `*( ";" uri-parameter )`; names in small letters, values with escapes in one spelling. */
export function parseUriParams(text: string): Params | undefined {
  if (text === '') return NO_PARAMS
  if (!text.startsWith(';')) return undefined
  const params: Param[] = []
  for (const part of text.slice(1).split(';', MAX_PARAMS + 1)) {
    const equals = part.indexOf('=')
    const name = paramName(equals < 0 ? part : part.slice(0, equals))
    const value = equals < 0 ? undefined : normaliseEscapes(part.slice(equals + 1), 'parameter')
    if (name === undefined || name === '' || FORBIDDEN.test(part)) return undefined
    if (equals >= 0 && (value === undefined || value === '')) return undefined
    params.push({ name, value })
  }
  return acceptable(params) ? params : undefined
}

/** Small letters, except for the hex digits of escapes, which are capitals in the one spelling. */
function paramName(text: string): string | undefined {
  const name = normaliseEscapes(text, 'parameter')?.toLowerCase()
  return name === undefined ? undefined : normaliseEscapes(name, 'parameter')
}
