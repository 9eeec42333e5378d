import { type AuthValue, authHeader } from './auth-params.ts'
import type { HeaderType } from './header-type.ts'

/** Authorization, RFC 3261 §20.7: answers a 401. */
export const Authorization: HeaderType<AuthValue> = authHeader('Authorization')

/** Proxy-Authorization, RFC 3261 §20.28: answers a 407. */
export const ProxyAuthorization: HeaderType<AuthValue> = authHeader('Proxy-Authorization')
