import type { HeaderType } from './header-type.ts'
import { type NameAddr, nameAddrHeader } from './name-addr.ts'

/** Diversion, RFC 5806: who forwarded the call, the last one first; parameters `reason`, `counter`, `privacy`. */
export const Diversion: HeaderType<NameAddr> = nameAddrHeader('Diversion')
