import type { Directory } from '@klinke/accounts'
import { type ConnectedName, dialledInUri, type Leg, type NamesConnected, partyAddress } from '@klinke/calls'
import { type E164, formatNumber, isE164, parsePublic } from '@klinke/numbering'
import type { Carrier } from '../carrier.ts'
import { identityTowards } from '../carriers/profiles/identity-towards.ts'
import type { CustomerTrunk } from '../customer-trunks/customer-trunk.ts'
import type { Identities } from './identity.ts'
import { NO_IDENTITY, type TenantIdentity } from './identity-rules.ts'

/** Of a party of a call, as far as a name of it can be made. */
export type ConnectedParty = Pick<Leg, 'party' | 'said'>

/** Who is at the other end, as a network may know it. */
export interface ConnectedNumber {
  readonly number: E164
  /** The called party of that call is not shown (COLR). */
  readonly isHidden: boolean
}

export interface ConnectedNumbersParts {
  readonly directory: Pick<Directory, 'tenant'>
  readonly identity: Pick<Identities, 'decide'>
  /** What is set for a tenant; undefined: nothing. */
  readonly identityOf: (tenantId: string) => TenantIdentity | undefined
  /** Whether the extension hides its number in all calls (CLIR): then it does as one that is called, too, unless its sender is pinned (CLI-05). Absent: none does. */
  readonly hidesAlways?: (tenantId: string, extensionId: string) => boolean
}

/** RFC 3323 §4.1.1.3. */
const ANONYMOUS = '"Anonymous" <sip:anonymous@anonymous.invalid>'

/**
 * Connected numbers (COLP and COLR, TRK-10): who has answered is named to the carrier by which a call has come, and to a customer's own PBX, which calls
 * itself. They are screened as callers are (CLI-03): a PBX names numbers of its customer, or is named by the one that was called.
 */
export class ConnectedNumbers {
  readonly #parts: ConnectedNumbersParts

  constructor(parts: ConnectedNumbersParts) {
    this.#parts = parts
  }

  /** Towards a carrier. Of who is outside himself nothing is said: whose number that is the customer has not proven. */
  towardsCarrier(carrier: Carrier, areaCode: string | undefined): NamesConnected {
    return (other) => {
      const connected = this.ofCustomer(other)
      if (connected === undefined) return undefined
      return identityTowards(carrier, { number: connected.number, privacy: connected.isHidden ? 'id' : undefined }, areaCode)
    }
  }

  /** Towards a customer's PBX, which is within the customer's own walls; a party outside as its network names it. */
  towardsPbx({ numberFormat }: Pick<CustomerTrunk, 'numberFormat'>, domain: string, areaCode: string | undefined): NamesConnected {
    return (other) => {
      const connected = this.ofCustomer(other) ?? ofNetwork(other)
      if (connected === undefined) return undefined
      if (connected.isHidden) return { from: ANONYMOUS, headers: [['Privacy', 'id']] }
      return named(partyAddress(undefined, formatNumber(connected.number, numberFormat, areaCode), domain.toLowerCase()))
    }
  }

  /** A party of ours: an extension, or a customer's PBX. Undefined: it is outside, or has no number to be shown by. */
  ofCustomer({ party, said }: ConnectedParty): ConnectedNumber | undefined {
    const tenant = party.tenantId === undefined ? undefined : this.#parts.directory.tenant(party.tenantId)
    if (tenant === undefined) return undefined
    const { customer, extensions, trunks } = this.#parts.identityOf(tenant.id) ?? NO_IDENTITY
    const own = party.trunk === undefined ? extensions.get(party.extensionId ?? '') : trunks.get(party.trunk.id)
    const isHidden = said?.isHidden === true || customer.hidesConnected === true || own?.hidesConnected === true
    if (party.trunk !== undefined) {
      const number = numberIn(said?.uri, tenant.areaCode)
      const shown = number !== undefined && tenant.numbers.has(number) ? number : party.number
      return isE164(shown) && tenant.numbers.has(shown) ? { number: shown, isHidden } : undefined
    }
    const extension = tenant.extensions.get(party.number)
    if (extension === undefined || extension.id !== party.extensionId) return undefined
    const decision = this.#parts.identity.decide({ tenant, extension })
    if (decision.kind !== 'shown') return undefined
    const isPinned = (extensions.get(extension.id)?.pinned ?? customer.pinned) !== undefined
    return { number: decision.number, isHidden: isHidden || (!isPinned && this.#parts.hidesAlways?.(tenant.id, extension.id) === true) }
  }
}

/** As the network of a party outside has named it when it answered; who called us from there is shown already. */
function ofNetwork({ party, said }: ConnectedParty): ConnectedNumber | undefined {
  if (party.tenantId !== undefined || said === undefined) return undefined
  const number = numberIn(said.uri, undefined) ?? party.number
  return isE164(number) ? { number, isHidden: said.isHidden } : undefined
}

function numberIn(uri: string | undefined, areaCode: string | undefined): E164 | undefined {
  const read = uri === undefined ? undefined : parsePublic(dialledInUri(uri), areaCode)
  return read?.kind === 'public' ? read.number : undefined
}

function named(address: string): ConnectedName {
  return { from: address, headers: [['P-Asserted-Identity', address]] }
}
