import type { Extension } from '@klinke/accounts'
import { parsePublic } from '@klinke/numbering'
import { PPreferredIdentity, parseUri, type SipRequest, telDigits, userText } from '@klinke/sip'
import { settingsOf } from '../call-settings/settings-of.ts'
import type { PbxSnapshot } from '../snapshot.ts'
import { areaCodeAt } from './dial-context.ts'
import type { CallerChoice } from './outside-lines.ts'

/** How the caller is shown outside unless a code says otherwise: by its settings, and by the number that its phone prefers (RFC 3325 §9.2). */
export function usualChoice(tenant: PbxSnapshot, extension: Extension, request: SipRequest): CallerChoice {
  const number = preferredNumber(areaCodeAt(tenant, extension), request)
  return {
    ...(settingsOf(tenant, extension.id).hideNumber && { hidden: true }),
    ...(number !== undefined && { number }),
  }
}

/** Whether it may be shown, whoever shows it says (trunks/identity). */
function preferredNumber(areaCode: string | undefined, request: SipRequest): string | undefined {
  const text = request.headers.read(PPreferredIdentity)?.uri
  const uri = text === undefined ? undefined : parseUri(text)
  if (uri === undefined || uri.scheme === 'other') return undefined
  const meaning = parsePublic(uri.scheme === 'tel' ? telDigits(uri) : (userText(uri) ?? ''), areaCode)
  return meaning.kind === 'public' ? meaning.number : undefined
}
