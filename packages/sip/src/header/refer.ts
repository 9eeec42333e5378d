import type { HeaderType } from './header-type.ts'
import { type NameAddr, nameAddrHeader } from './name-addr.ts'

/** Refer-To, RFC 3515 §2.1. A URI header `Replaces` in it makes the transfer attended (RFC 3891 §3). */
export const ReferTo: HeaderType<NameAddr> = nameAddrHeader('Refer-To')

/** Referred-By, RFC 3892 §3. */
export const ReferredBy: HeaderType<NameAddr> = nameAddrHeader('Referred-By')
