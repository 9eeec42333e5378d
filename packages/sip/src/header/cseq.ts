import type { SipMethod } from '../message/message.ts'
import { isToken, parseNumber, trimSpace } from './characters.ts'
import type { HeaderType } from './header-type.ts'

/** RFC 3261 §8.1.1.5: a sequence number is below 2^31 when it is sent; up to 2^32-1 is read. */
const MAX_SEQUENCE = 0xffff_ffff

/** CSeq, RFC 3261 §20.16. */
export interface CSeq {
  readonly sequence: number
  readonly method: SipMethod
}

export const CSeq: HeaderType<CSeq> = {
  name: 'CSeq',
  parse(text) {
    const space = text.search(/[ \t]/)
    if (space < 0) return undefined
    const sequence = parseNumber(text.slice(0, space), MAX_SEQUENCE)
    const method = trimSpace(text.slice(space))
    return sequence === undefined || !isToken(method) ? undefined : { sequence, method }
  },
  print: (cseq) => `${cseq.sequence} ${cseq.method}`,
}
