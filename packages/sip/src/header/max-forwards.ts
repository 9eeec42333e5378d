import { parseNumber } from './characters.ts'
import type { HeaderType } from './header-type.ts'

/** Max-Forwards, RFC 3261 §20.22: 0 to 255. */
export const MaxForwards: HeaderType<number> = {
  name: 'Max-Forwards',
  parse: (text) => parseNumber(text, 255),
  print: String,
}
