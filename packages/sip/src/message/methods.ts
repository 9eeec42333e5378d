import type { SipMethod } from './message.ts'

/** Methods with a meaning of their own: the IANA registry "SIP Methods". Any other token is a method that nobody has defined. */
const REGISTERED: ReadonlySet<SipMethod> = new Set([
  ...['ACK', 'BYE', 'CANCEL', 'INFO', 'INVITE', 'MESSAGE', 'NOTIFY', 'OPTIONS'],
  ...['PRACK', 'PUBLISH', 'REFER', 'REGISTER', 'SUBSCRIBE', 'UPDATE'],
])

/** True for a method that some RFC defines. Methods are compared with case (RFC 3261 §7.1). */
export function isRegisteredMethod(method: SipMethod): boolean {
  return REGISTERED.has(method)
}
