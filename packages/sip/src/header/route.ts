import type { HeaderType } from './header-type.ts'
import { type NameAddr, nameAddrHeader } from './name-addr.ts'

/** Route, RFC 3261 §20.34. */
export const Route: HeaderType<NameAddr> = nameAddrHeader('Route')

/** Record-Route, RFC 3261 §20.30. */
export const RecordRoute: HeaderType<NameAddr> = nameAddrHeader('Record-Route')

/** Path, RFC 3327 §4. */
export const Path: HeaderType<NameAddr> = nameAddrHeader('Path')

/** Service-Route, RFC 3608 §5. */
export const ServiceRoute: HeaderType<NameAddr> = nameAddrHeader('Service-Route')
