import type { CallParty } from '@klinke/calls'
import { From, PAssertedIdentity, type SipRequest } from '@klinke/sip'
import { numberInUri } from './number-in-uri.ts'
import { hidesCaller } from './privacy.ts'

const ANONYMOUS: CallParty = { tenantId: undefined, extensionId: undefined, number: 'anonymous', displayName: undefined }

/**
 * Who calls from the public network, as it may be shown: From is what the caller wants shown, P-Asserted-Identity what
 * the network vouches for and stands in when From shows no number. Nothing is shown of who hides (RFC 3325 §7, CLIR).
 */
export function callerOf(request: SipRequest): CallParty {
  if (hidesCaller(request)) return ANONYMOUS
  const { headers } = request
  const from = headers.read(From)
  const asserted = headers.readAll(PAssertedIdentity) ?? []
  const number = [from, ...asserted].map((party) => numberInUri(party?.uri)).find((found) => found !== undefined)
  return number === undefined ? ANONYMOUS : { tenantId: undefined, extensionId: undefined, number, displayName: from?.displayName }
}
