import { parseNumber } from './characters.ts'
import type { HeaderType } from './header-type.ts'

const MAX_RESPONSE_NUMBER = 0xffff_ffff

/** A response number of RFC 3262; 0 is none. */
export function parseResponseNumber(text: string): number | undefined {
  const number = parseNumber(text, MAX_RESPONSE_NUMBER)
  return number === 0 ? undefined : number
}

/** RSeq, RFC 3262 §7.1. */
export const RSeq: HeaderType<number> = { name: 'RSeq', parse: parseResponseNumber, print: String }
