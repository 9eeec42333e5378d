import { From, Privacy, parseSip, type SipRequest } from '@klinke/sip'

/** Wishes that keep the caller's number from the called party (RFC 3323 §4.2, RFC 3325 §9.3). */
const HIDING: ReadonlySet<string> = new Set(['id', 'user', 'header'])

/** The caller does not want to be shown (CLIR): by Privacy, or by an anonymous From (RFC 3323 §4.1.1.3). */
export function hidesCaller(request: SipRequest): boolean {
  return (request.headers.read(Privacy) ?? []).some((wish) => HIDING.has(wish)) || hasAnonymousFrom(request)
}

function hasAnonymousFrom(request: SipRequest): boolean {
  const uri = parseSip(request.headers.read(From)?.uri ?? '')
  return uri !== undefined && (uri.host === 'anonymous.invalid' || uri.user?.toLowerCase() === 'anonymous')
}
