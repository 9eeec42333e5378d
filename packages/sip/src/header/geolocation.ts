import type { HeaderType } from './header-type.ts'
import { type NameAddr, nameAddrHeader } from './name-addr.ts'

/** Geolocation, RFC 6442 §4.1: where location is found (`cid:`, `http:` or `pres:` URI); passed on as it is. */
export const Geolocation: HeaderType<NameAddr> = nameAddrHeader('Geolocation')
