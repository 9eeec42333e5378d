import type { HeaderType } from './header-type.ts'
import { type NameAddr, nameAddrHeader } from './name-addr.ts'

/** History-Info, RFC 7044: one entry of the way a request took; order and `index` are kept as they came. */
export const HistoryInfo: HeaderType<NameAddr> = nameAddrHeader('History-Info')
