import type { CallParty } from '@klinke/calls'
import { numberFromCarrier } from '@klinke/numbering'
import { From, type NameAddr, PAssertedIdentity, Privacy, parseUri, type SipRequest, telDigits, userText } from '@klinke/sip'

const ANONYMOUS: CallParty = { tenantId: undefined, extensionId: undefined, number: 'anonymous', displayName: undefined }

/**
 * Who calls from the public network, as it may be shown: From is what the caller wants shown, P-Asserted-Identity what
 * the network vouches for and stands in when From shows no number. With Privacy neither is shown (RFC 3325 §7, CLIR).
 */
export function callerOf(request: SipRequest): CallParty {
  const wishes = request.headers.read(Privacy) ?? []
  if (wishes.some((wish) => wish === 'id' || wish === 'user' || wish === 'header')) return ANONYMOUS
  const from = request.headers.read(From)
  const shown =
    numberIn(from) ??
    request.headers
      .readAll(PAssertedIdentity)
      ?.map(numberIn)
      .find((number) => number !== undefined)
  if (shown === undefined) return ANONYMOUS
  return { tenantId: undefined, extensionId: undefined, number: shown, displayName: from?.displayName }
}

function numberIn(party: NameAddr | undefined): string | undefined {
  const uri = party === undefined ? undefined : parseUri(party.uri)
  if (uri === undefined || uri.scheme === 'other') return undefined
  return numberFromCarrier(uri.scheme === 'tel' ? telDigits(uri) : (userText(uri)?.split(';', 1)[0] ?? ''))
}
