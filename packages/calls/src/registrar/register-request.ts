import {
  Contact,
  CSeq,
  contactExpiresSeconds,
  contactInstance,
  contactPreference,
  contactRegId,
  Expires,
  isWildcardContact,
  type NameAddr,
  Path,
  paramText,
  parseSip,
  printNameAddr,
  type SipRequest,
  understands,
  Via,
  withoutParam,
} from '@klinke/sip'
import type { RegistrationProfile } from '../admission/subscriber.ts'
import type { ContactRequest } from './bound-contact.ts'
import type { RegisterAnswer } from './registrar.ts'

/** Longest contact URI with its parameters, and longest Path, that are kept: registrations shall stay small. */
const MAX_CONTACT_CHARACTERS = 512
const MAX_PATH_CHARACTERS = 1_024

/** What a REGISTER asks for. */
export type RegisterRequest = RegisterWish & {
  readonly callId: string
  readonly cseq: number
  readonly path: readonly string[]
  readonly userAgent: string | undefined
}

type RegisterWish =
  /** No Contact: only tell the bindings (RFC 3261 §10.2.3). */
  | { readonly kind: 'query' }
  /** `Contact: *` with `Expires: 0` (§10.2.2). */
  | { readonly kind: 'remove-all' }
  | { readonly kind: 'bind'; readonly contacts: readonly ContactRequest[]; readonly outbound: boolean }

/** Reads a REGISTER (RFC 3261 §10.3 steps 6 and 7), or gives the answer that refuses it. */
export function readRegister(request: SipRequest, profile: RegistrationProfile): RegisterRequest | RegisterAnswer {
  const { headers } = request
  const path = headers.list('Path')
  const common = {
    callId: headers.get('Call-ID') ?? '',
    cseq: headers.read(CSeq)?.sequence ?? 0,
    path,
    userAgent: headers.get('User-Agent'),
  }
  if (path.join().length > MAX_PATH_CHARACTERS || headers.readAll(Path) === undefined) return bad('Malformed Path')
  if (!headers.has('Contact')) return { kind: 'query', ...common }
  if (isWildcardContact(headers)) return headers.read(Expires) === 0 ? { kind: 'remove-all', ...common } : bad('Wildcard Without Expires 0')
  const contacts = headers.readAll(Contact)
  // With `*` among other contacts the header is malformed, as §10.3 step 6 wants.
  if (contacts === undefined) return bad('Malformed Contact')
  if (contacts.filter((contact) => expiryOf(contact, request, profile) > 0).length > profile.maxContacts) return TOO_MANY
  const outbound = outboundOf(request, contacts)
  if (outbound === 'first-hop') return { status: 439, reason: 'First Hop Lacks Outbound Support', headers: [] }
  const read = contacts.map((contact) => readContact(contact, request, profile, outbound === 'yes'))
  const fault = read.find(isAnswer)
  return (
    fault ?? {
      kind: 'bind',
      ...common,
      contacts: read.filter((contact): contact is ContactRequest => !isAnswer(contact)),
      outbound: outbound === 'yes',
    }
  )
}

/** The answer when there are more devices than the product allows. */
export const TOO_MANY: RegisterAnswer = { status: 403, reason: 'Too Many Devices', headers: [] }

export function isAnswer(outcome: object): outcome is RegisterAnswer {
  return 'status' in outcome
}

function readContact(
  contact: NameAddr,
  request: SipRequest,
  profile: RegistrationProfile,
  outbound: boolean,
): ContactRequest | RegisterAnswer {
  const uri = parseSip(contact.uri)
  const preference = contactPreference(contact)
  const parameters = printNameAddr({ ...contact, displayName: undefined, params: withoutParam(contact.params, 'expires') }).slice(
    contact.uri.length + 2,
  )
  if (uri === undefined || uri.headers.length > 0) return bad('Contact Is No SIP Address')
  if (preference === undefined || contact.uri.length + parameters.length > MAX_CONTACT_CHARACTERS) return bad('Malformed Contact')
  const expiresSeconds = expiryOf(contact, request, profile)
  if (expiresSeconds > 0 && expiresSeconds < profile.minExpiresSeconds) {
    return { status: 423, headers: [['Min-Expires', String(profile.minExpiresSeconds)]] }
  }
  const instance = contactInstance(contact)
  const regId = outbound && instance !== undefined ? contactRegId(contact) : undefined
  return { uriText: contact.uri, uri, expiresSeconds, preference, instance, regId, parameters }
}

/** The contact's own wish, else the message's, else the longest allowed (RFC 3261 §10.3 step 7; malformed counts as absent, §10.2.1.1). */
function expiryOf(contact: NameAddr, request: SipRequest, profile: RegistrationProfile): number {
  const wished = contactExpiresSeconds(contact) ?? request.headers.read(Expires) ?? profile.maxExpiresSeconds
  return Math.min(wished, profile.maxExpiresSeconds)
}

/**
 * Whether the registration uses outbound (RFC 5626 §6): the device wants it, and the first hop keeps its flow. We are that
 * hop when there is one Via; else the edge nearest to the device has put `ob` into its Path.
 */
function outboundOf(request: SipRequest, contacts: readonly NameAddr[]): 'yes' | 'no' | 'first-hop' {
  const { headers } = request
  const wanted = contacts.some((contact) => contactRegId(contact) !== undefined && contactInstance(contact) !== undefined)
  if (!wanted || !understands(headers, 'outbound')) return 'no'
  if ((headers.readAll(Via) ?? []).length === 1) return 'yes'
  const edge = parseSip(headers.readAll(Path)?.at(-1)?.uri ?? '')
  return edge !== undefined && paramText(edge.params, 'ob') !== undefined ? 'yes' : 'first-hop'
}

function bad(reason: string): RegisterAnswer {
  return { status: 400, reason, headers: [] }
}
