import { trimSpace } from './characters.ts'
import { CSeq } from './cseq.ts'
import type { HeaderType } from './header-type.ts'
import { parseResponseNumber } from './rseq.ts'

/** RAck, RFC 3262 §7.2: which reliable provisional response a PRACK confirms. */
export interface RAck {
  readonly responseNumber: number
  /** CSeq of the INVITE. */
  readonly cseq: CSeq
}

export const RAck: HeaderType<RAck> = {
  name: 'RAck',
  parse(text) {
    const space = text.search(/[ \t]/)
    if (space < 0) return undefined
    const responseNumber = parseResponseNumber(text.slice(0, space))
    const cseq = CSeq.parse(trimSpace(text.slice(space)))
    return responseNumber === undefined || cseq === undefined ? undefined : { responseNumber, cseq }
  },
  print: ({ responseNumber, cseq }) => `${responseNumber} ${CSeq.print(cseq)}`,
}
