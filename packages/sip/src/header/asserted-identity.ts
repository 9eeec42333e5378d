import type { HeaderType } from './header-type.ts'
import { type NameAddr, nameAddrHeader } from './name-addr.ts'

/** P-Asserted-Identity, RFC 3325 §9.1: who a trusted network says the caller is; one sip(s) and one tel URI at most. */
export const PAssertedIdentity: HeaderType<NameAddr> = nameAddrHeader('P-Asserted-Identity')

/** P-Preferred-Identity, RFC 3325 §9.2: which of its identities the caller wants asserted. */
export const PPreferredIdentity: HeaderType<NameAddr> = nameAddrHeader('P-Preferred-Identity')
