import { type AuthValue, authHeader } from './auth-params.ts'
import type { HeaderType } from './header-type.ts'

/** WWW-Authenticate, RFC 3261 §20.44; goes with 401. One challenge a field: its commas do not separate values (§7.3.1). */
export const WWWAuthenticate: HeaderType<AuthValue> = authHeader('WWW-Authenticate')

/** Proxy-Authenticate, RFC 3261 §20.27; goes with 407. */
export const ProxyAuthenticate: HeaderType<AuthValue> = authHeader('Proxy-Authenticate')
