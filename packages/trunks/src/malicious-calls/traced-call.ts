import { legible } from '@klinke/foundation'
import { From, PAssertedIdentity, parseUri, type SipRequest, telDigits, userText } from '@klinke/sip'
import { hidesCaller } from '../calls/privacy.ts'

/** What is kept of who calls, hidden or not (§ 14 TDDDG): as it came, because nobody knows yet what of it will help. */
export interface CallerTrace {
  readonly shown: string | null
  readonly asserted: readonly string[]
  readonly displayName: string | null
  readonly isHidden: boolean
}

const MAX_CHARACTERS = 100
/** P-Asserted-Identity names two at most (RFC 3325 §9.1); nobody makes us keep more. */
const MAX_ASSERTED = 4

export function callerTrace(request: SipRequest): CallerTrace {
  const from = request.headers.read(From)
  const asserted = (request.headers.readAll(PAssertedIdentity) ?? []).slice(0, MAX_ASSERTED)
  return {
    shown: userOf(from?.uri) ?? null,
    asserted: asserted.flatMap(({ uri }) => userOf(uri) ?? []),
    displayName: legible(from?.displayName ?? '', MAX_CHARACTERS) || null,
    isHidden: hidesCaller(request),
  }
}

function userOf(text: string | undefined): string | undefined {
  const uri = text === undefined ? undefined : parseUri(text)
  if (uri === undefined || uri.scheme === 'other') return undefined
  const user = legible(uri.scheme === 'tel' ? telDigits(uri) : (userText(uri) ?? ''), MAX_CHARACTERS)
  return user === '' ? undefined : user
}
