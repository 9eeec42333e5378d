import type { Directory, TenantSnapshot } from '@klinke/accounts'
import { type Arrival, dialledIn } from '@klinke/calls'
import { type E164, isE164, numberFromCarrier } from '@klinke/numbering'
import { type SipRequest, To } from '@klinke/sip'
import { numberInUri } from './number-in-uri.ts'

type Numbers = Pick<Directory, 'tenantByNumber'>

/** The numbers of customers, and those of a suspended one with which help was called a moment ago: the control centre reaches them (EMG-01). */
export function alsoCalledBack({ directory, inside }: CallBackParts): Numbers {
  const calledBack = (e164: string): TenantSnapshot | undefined => {
    const tenant = directory.forHelp?.tenantByNumber(e164)
    return tenant !== undefined && inside.awaitsCallBack?.(tenant, e164) === true ? tenant : undefined
  }
  return { tenantByNumber: (e164) => directory.tenantByNumber(e164) ?? calledBack(e164) }
}

interface CallBackParts {
  readonly directory: Directory
  /** Absent: control centres never call back. */
  readonly inside: { awaitsCallBack?(tenant: TenantSnapshot, e164: string): boolean }
}

/** An INVITE calls a number with which help was called a moment ago: it may be the control centre, and nothing that can wait keeps it from trying. */
export function isCallBack(request: SipRequest, parts: CallBackParts): boolean {
  const found = numberOf({ request, dialled: dialledIn(request) }, alsoCalledBack(parts))
  return found !== undefined && parts.inside.awaitsCallBack?.(found.tenant, found.number) === true
}

/** What tells which number is called. */
type Called = Pick<Arrival, 'dialled' | 'request'>

/**
 * Which of our numbers is called. Towards a registered line carriers put their account into the Request-URI and the
 * number into To (SIPconnect 1.1 §12) or P-Called-Party-ID (RFC 7315 §4.2); the first that is a number of ours counts.
 */
export function numberOf(arrival: Called, directory: Numbers): FoundNumber | undefined {
  const candidates = candidatesOf(arrival).filter((number) => number !== undefined)
  for (const number of candidates) {
    const tenant = directory.tenantByNumber(number)
    if (tenant !== undefined) return { number, tenant }
  }
  for (const number of candidates) {
    const found = blockWith(number, directory)
    if (found !== undefined) return found
  }
  return undefined
}

/** The customer whose number a carrier's INVITE calls; undefined: it calls nobody's. */
export function tenantCalled(request: SipRequest, directory: Numbers): string | undefined {
  return numberOf({ request, dialled: dialledIn(request) }, directory)?.tenant.id
}

/** A number of ours, itself or with digits dialled on behind it. */
export function findNumber(number: E164, directory: Directory): FoundNumber | undefined {
  const tenant = directory.tenantByNumber(number)
  return tenant === undefined ? blockWith(number, directory) : { number, tenant }
}

function candidatesOf({ dialled, request: { headers } }: Called): readonly (E164 | undefined)[] {
  const calledPartyId = headers.get('P-Called-Party-ID')
  return [
    numberFromCarrier(dialled),
    numberInUri(headers.read(To)?.uri),
    // A name-addr like To (RFC 7315 §5.2).
    numberInUri(calledPartyId === undefined ? undefined : To.parse(calledPartyId)?.uri),
  ]
}

export interface FoundNumber {
  readonly number: E164
  readonly tenant: TenantSnapshot
  /** The number was dialled with more digits than its block has. */
  readonly beyond?: Beyond
}

/** Digits that were dialled behind a number of a block (NUM-05). */
export interface Beyond {
  /** All of them. */
  readonly dialled: E164
  /** First number of the block. */
  readonly block: string
  /** The block is not to be used so. */
  readonly isForbidden: boolean
}

/** Digits dialled through behind a number of a block. */
const MAX_BEYOND_DIGITS = 6

/** The number of a block that the dialled one begins with: whoever dials on behind it still reaches it (NUM-05). A single number has nothing behind it. */
function blockWith(dialled: E164, directory: Numbers): FoundNumber | undefined {
  for (let digits = 1; digits <= MAX_BEYOND_DIGITS; digits++) {
    const number = dialled.slice(0, -digits)
    const tenant = isE164(number) ? directory.tenantByNumber(number) : undefined
    const { block, noneBeyond: isForbidden = false } = tenant?.numbers.get(number) ?? {}
    if (tenant !== undefined && block !== undefined && isE164(number)) return { number, tenant, beyond: { dialled, block, isForbidden } }
  }
  return undefined
}
