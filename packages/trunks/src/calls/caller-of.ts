import type { CallParty } from '@klinke/calls'
import { legible } from '@klinke/foundation'
import { From, PAssertedIdentity, type SipRequest } from '@klinke/sip'
import { numberInUri } from './number-in-uri.ts'
import { hidesCaller } from './privacy.ts'

/** Who is not shown. */
export const ANONYMOUS: CallParty = { tenantId: undefined, extensionId: undefined, number: 'anonymous', displayName: undefined }

/** Of a name that the public network gives; phones show less. */
const MAX_NAME_CHARACTERS = 100

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
  // Anybody writes there what he likes.
  const displayName = legible(from?.displayName ?? '', MAX_NAME_CHARACTERS) || undefined
  return { tenantId: undefined, extensionId: undefined, number, displayName, ...(isAsserted && { isAsserted }) }
}
