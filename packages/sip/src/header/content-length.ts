import { parseNumber } from './characters.ts'
import type { HeaderType } from './header-type.ts'

/** Content-Length in bytes, RFC 3261 §20.14. Printing a message writes it; nobody else has to. */
export const ContentLength: HeaderType<number> = {
  name: 'Content-Length',
  parse: (text) => parseNumber(text, Number.MAX_SAFE_INTEGER),
  print: String,
}
