import type { CallParty } from '@klinke/calls'
import { From, PAssertedIdentity, type SipRequest } from '@klinke/sip'
import { numberInUri } from './number-in-uri.ts'
import { hidesCaller } from './privacy.ts'

const ANONYMOUS: CallParty = { tenantId: undefined, extensionId: undefined, number: 'anonymous', displayName: undefined }

/**
 * Who calls from the public network, as it may be shown: From is what the caller wants shown, P-Asserted-Identity what
 * the network vouches for and stands in when From shows no number; whether it vouches for the number shown is told. Nothing is shown of who hides (RFC 3325 §7, CLIR).
 */
export function callerOf(request: SipRequest): CallParty {
  if (hidesCaller(request)) return ANONYMOUS
  const { headers } = request
  const from = headers.read(From)
  const asserted = headers.readAll(PAssertedIdentity) ?? []
  const vouchedFor = asserted.map((party) => numberInUri(party.uri))
  const number = [numberInUri(from?.uri), ...vouchedFor].find((found) => found !== undefined)
  if (number === undefined) return ANONYMOUS
  const isAsserted = vouchedFor.includes(number)
  return { tenantId: undefined, extensionId: undefined, number, displayName: from?.displayName, ...(isAsserted && { isAsserted }) }
}
