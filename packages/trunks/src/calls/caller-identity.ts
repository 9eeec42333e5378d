import type { Extension, TenantSnapshot } from '@klinke/accounts'
import { partyAddress } from '@klinke/calls'
import { type E164, formatNumber, isE164 } from '@klinke/numbering'
import type { HeaderField } from '@klinke/sip'
import type { Carrier } from '../carrier.ts'

/** The number that an extension shows outside: its own setting, else the tenant's first number. It must be one of the tenant's (CLI-03). */
export function numberShown(tenant: TenantSnapshot, { outgoingNumber }: Extension): E164 | undefined {
  const number = outgoingNumber !== undefined && tenant.numbers.has(outgoingNumber) ? outgoingNumber : tenant.numbers.keys().next().value
  return number !== undefined && isE164(number) ? number : undefined
}

export interface CallerIdentity {
  readonly from: string
  readonly headers: readonly HeaderField[]
}

/**
 * How the caller is named towards a carrier. A carrier we register at takes us for a user agent, which states a wish
 * (P-Preferred-Identity, RFC 3325 §9.2); one that knows us by address trusts our word (P-Asserted-Identity, §9.1).
 * Names stay inside: the public network carries numbers.
 */
export function identityTowards(carrier: Carrier, shown: E164 | undefined, areaCode: string | undefined): CallerIdentity {
  if (shown === undefined) return { from: '"Anonymous" <sip:anonymous@anonymous.invalid>', headers: [] }
  const identity = partyAddress(undefined, formatNumber(shown, carrier.outboundFormat, areaCode), carrier.host)
  const header = carrier.authentication.kind === 'registration' ? 'P-Preferred-Identity' : 'P-Asserted-Identity'
  return { from: identity, headers: [[header, identity]] }
}
