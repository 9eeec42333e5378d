import { siteOf, type TenantSnapshot } from '@klinke/accounts'
import { dialledInUri } from '@klinke/calls'
import { type E164, isE164, parsePublic } from '@klinke/numbering'
import { From, PAssertedIdentity, PPreferredIdentity, type SipRequest } from '@klinke/sip'
import type { CustomerTrunk } from '../customer-trunk.ts'

/** Who is shown of a call out of a PBX. */
export interface PbxCaller {
  /** Undefined: the customer has no number. */
  readonly number: E164 | undefined
  /** What the PBX called itself, as far as it is a number; undefined: nothing that is one. */
  readonly named: E164 | undefined
}

/** Area code, without leading 0, of the place where the PBX stands: what it dials without one is there (NUM-04). */
export function areaCodeOfTrunk(tenant: TenantSnapshot, { siteId }: CustomerTrunk): string | undefined {
  return siteOf(tenant, siteId === undefined ? {} : { siteId })?.areaCode ?? tenant.areaCode
}

/**
 * The number that is shown: one that the PBX names and that is the customer's, else the head number (CLI-04), else the customer's first. The
 * wish of P-Preferred-Identity comes first, then From, then P-Asserted-Identity: so both patterns of CLI-02 show what they mean. What is somebody
 * else's is never passed on, wherever the PBX says it.
 */
export function callerAtPbx(request: SipRequest, trunk: CustomerTrunk, tenant: TenantSnapshot): PbxCaller {
  const named = numbersNamed(request, areaCodeOfTrunk(tenant, trunk))
  const own = named.find((number) => tenant.numbers.has(number))
  const head = [trunk.headNumber, tenant.numbers.keys().next().value].find((number) => number !== undefined && tenant.numbers.has(number))
  return { number: own ?? (head !== undefined && isE164(head) ? head : undefined), named: named[0] }
}

/** Numbers by which a PBX says who calls, in all forms of NUM-04. */
export function numbersNamed({ headers }: SipRequest, areaCode: string | undefined): readonly E164[] {
  const uris = [
    ...(headers.readAll(PPreferredIdentity) ?? []).map(({ uri }) => uri),
    headers.read(From)?.uri,
    ...(headers.readAll(PAssertedIdentity) ?? []).map(({ uri }) => uri),
  ]
  return uris.map((uri) => numberAtPbx(uri, areaCode)).filter((number) => number !== undefined)
}

/** The number that a PBX means with a SIP or tel URI; undefined for what is none, or is no ordinary one. */
export function numberAtPbx(text: string | undefined, areaCode: string | undefined): E164 | undefined {
  const read = parsePublic(text === undefined ? '' : dialledInUri(text), areaCode)
  return read.kind === 'public' ? read.number : undefined
}
