/**
 * Which header fields cross the exchange. A B2BUA is the end of every dialog (RFC 7092 §3.1.3), so nothing
 * passes unless it is named here: a peer's routes, proxies, software names, credentials and inner numbers stay on its side.
 * Call-ID, tags, Contact, Via, routes and identities are made anew for each leg by the user agent and the flows.
 */
import {
  DEFAULT_MAX_FORWARDS,
  type HeaderField,
  MaxForwards,
  Reason,
  type SipMessage,
  type SipRequest,
  type SipResponse,
} from '@klinke/sip'
import type { CallParty } from './call-records.ts'

/** INVITE: what the parties tell each other about the call. */
const IN_INVITE = [
  // RFC 7433: context that call centres and PBXes hand from application to application.
  'User-to-User',
  // RFC 3261 §20.36, §20.26: shown to the person called.
  'Subject',
  'Priority',
  'Organization',
  // RFC 3323: a wish for privacy binds every hop after us.
  'Privacy',
  // RFC 3841: whom to ring; kept so that a caller's "no voicemail" holds.
  'Request-Disposition',
  'Reject-Contact',
  // RFC 6442: whether the caller's position, which crosses with its body part, may be routed by.
  'Geolocation-Routing',
] as const

/** MESSAGE outside a dialog: what describes the text (RFC 3428 §4). */
const IN_MESSAGE = ['Subject', 'Priority', 'Date', 'Content-Disposition', 'Content-Language'] as const

/** Requests inside the dialog: INFO packages (RFC 6086) and what describes the body. */
const IN_DIALOG = ['Info-Package', 'Content-Disposition', 'Content-Language', 'Recv-Info'] as const

/**
 * How a phone rings, and whether it answers by itself (RFC 7462, RFC 3261 §20.9, RFC 5373). These come from inside only: a caller could
 * make a phone fetch any URI as ring tone (RFC 7462 §11) or listen to a room (RFC 5373 §5), so flows set them and what a caller sends is
 * dropped. They go to phones only: how a customer's phones are told things is nothing for a carrier.
 */
const FOR_PHONES: ReadonlySet<string> = new Set(['alert-info', 'call-info', 'answer-mode', 'priv-answer-mode'])

/** What a flow wants to be said, as far as this party is to hear it. */
export function headersForParty(fields: readonly HeaderField[], { extensionId }: CallParty): readonly HeaderField[] {
  return extensionId === undefined ? fields.filter(([name]) => !FOR_PHONES.has(name.toLowerCase())) : fields
}

/** The fields of the caller's INVITE that its legs carry on. */
export function headersForInvite(request: SipRequest): HeaderField[] {
  const fields = picked(request, IN_INVITE)
  return request.headers.has('Geolocation') ? [...fields, ['Geolocation', request.headers.list('Geolocation').join(', ')]] : fields
}

/** `fields` and `own`; what the flow says itself stands in place of what the caller said. */
export function inPlaceOf(fields: readonly HeaderField[], own: readonly HeaderField[]): readonly HeaderField[] {
  const said = new Set(own.map(([name]) => name.toLowerCase()))
  return [...fields.filter(([name]) => !said.has(name.toLowerCase())), ...own]
}

/** The fields of a request inside the dialog that the other party gets. */
export function headersInDialog(request: SipRequest): HeaderField[] {
  return picked(request, IN_DIALOG)
}

/** The fields of the answer to such a request: what would have been taken instead (415: Accept; 469: Recv-Info, RFC 6086 §4.2.2). */
export function headersOfAnswer(response: SipResponse): HeaderField[] {
  return picked(response, ['Accept', 'Recv-Info'])
}

/** The fields of a message that its receiver gets. */
export function headersForMessage(request: SipRequest): HeaderField[] {
  return picked(request, IN_MESSAGE)
}

/** Why a party has gone (Reason of a BYE or CANCEL, RFC 3326): the other is told, if it reads as a reason. */
export function readableReason(reason: string | undefined): string | undefined {
  const parsed = reason === undefined ? undefined : Reason.parse(reason)
  return parsed === undefined ? undefined : Reason.print(parsed)
}

/** Hops a request may still go (RFC 3261 §16.3 step 3). Absent counts as the usual 70. */
export function hopsLeft(request: SipRequest): number {
  return request.headers.read(MaxForwards) ?? DEFAULT_MAX_FORWARDS
}

function picked({ headers }: SipMessage, names: readonly string[]): HeaderField[] {
  const fields: HeaderField[] = []
  for (const name of names) {
    const value = headers.get(name)
    if (value !== undefined) fields.push([name, value])
  }
  return fields
}
