import { partyAddress } from '@klinke/calls'
import { type E164, formatNumber } from '@klinke/numbering'
import type { HeaderField } from '@klinke/sip'
import type { ShownCaller } from '../../calls/caller-identity.ts'
import type { Carrier } from '../../carrier.ts'
import type { IdentityPattern } from './carrier-profile.ts'
import { profileOf } from './profile-of.ts'

export interface CallerIdentity {
  readonly from: string
  readonly headers: readonly HeaderField[]
}

/** RFC 3323 §4.1.1.3. */
const ANONYMOUS = '"Anonymous" <sip:anonymous@anonymous.invalid>'

/** RFC 3261 §19.1.1: the user part is a telephone number. */
export const USER_IS_PHONE = [{ name: 'user', value: 'phone' }] as const

/**
 * How the caller is named towards a carrier, by the pattern of its profile. Who hides is named only where the carrier alone reads it,
 * with the wish that it keeps it to itself. Names stay inside: the public network carries numbers.
 */
export function identityTowards(carrier: Carrier, shown: ShownCaller, areaCode: string | undefined): CallerIdentity {
  const { number: own, privacy, original } = shown
  if (own === undefined) return { from: ANONYMOUS, headers: [] }
  const { identity, ownFormat = carrier.outboundFormat, userIsPhone } = profileOf(carrier)
  const numbers = { own, shown: original ?? own }
  const named = (e164: E164): string =>
    partyAddress(undefined, formatNumber(e164, ownFormat, areaCode), carrier.host, userIsPhone ? USER_IS_PHONE : [])
  const said = (name: string, what: IdentityPattern['asserted']): readonly HeaderField[] =>
    what === 'none' ? [] : [[name, named(numbers[what])]]
  const hides = privacy === 'id'
  return {
    from: hides && identity.hiddenFrom === 'anonymous' ? ANONYMOUS : fromIn(identity, carrier, numbers, named),
    headers: [
      ...said('P-Asserted-Identity', identity.asserted),
      ...said('P-Preferred-Identity', identity.preferred),
      ...(privacy === undefined ? [] : [['Privacy', hides ? identity.privacy : privacy] as const]),
    ],
  }
}

function fromIn(
  { from }: IdentityPattern,
  { authentication, host }: Carrier,
  numbers: Readonly<Record<'own' | 'shown', E164>>,
  named: (e164: E164) => string,
): string {
  if (from !== 'account') return named(numbers[from])
  return authentication.kind === 'registration' ? partyAddress(undefined, authentication.username, host) : named(numbers.own)
}
