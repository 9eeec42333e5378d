import { Contact } from '../header/contact.ts'
import { CSeq } from '../header/cseq.ts'
import { From, To, tagOf } from '../header/from-to.ts'
import { detached } from '../message/detached.ts'
import type { Headers, SipRequest, SipResponse } from '../message/message.ts'

/** A peer-to-peer relation between two user agents (RFC 3261 §12). Immutable: each change makes a new one. */
export interface Dialog {
  readonly callId: string
  readonly localTag: string
  /** Empty for a peer older than RFC 3261. */
  readonly remoteTag: string
  /** From of our requests, with tag. */
  readonly localParty: string
  /** To of our requests, with tag. */
  readonly remoteParty: string
  /** The peer's Contact URI. */
  readonly remoteTarget: string
  /** Proxies that stay on the way, the first hop first. */
  readonly routeSet: readonly string[]
  /** CSeq of our last request. */
  readonly localSequence: number
  /** CSeq of the peer's last request; `undefined` before the first. */
  readonly remoteSequence: number | undefined
}

/** The key of a dialog (RFC 3261 §12): its three parts from our point of view. */
export function dialogId(callId: string, localTag: string, remoteTag: string): string {
  return `${localTag} ${remoteTag} ${callId}`
}

/** What the dialogs have in common that one request of ours may create. */
export interface DialogOrigin {
  readonly callId: string
  readonly localTag: string
  readonly localParty: string
  readonly sequence: number
  /** Stands in where the peer names no Contact. */
  readonly requestUri: string
}

/** The dialog that a response with a To tag creates for the client (RFC 3261 §12.1.2). */
export function dialogOfResponse(origin: DialogOrigin, response: SipResponse): Dialog {
  const { headers } = response
  return {
    callId: origin.callId,
    localTag: origin.localTag,
    remoteTag: detached(tagOf(headers.read(To)) ?? ''),
    localParty: origin.localParty,
    remoteParty: detached(headers.get('To') ?? ''),
    remoteTarget: detached(headers.read(Contact)?.uri ?? origin.requestUri),
    routeSet: routeSetOf(headers).toReversed(),
    localSequence: origin.sequence,
    remoteSequence: undefined,
  }
}

/** The dialog that our response to `request` creates (RFC 3261 §12.1.1). `undefined`: the request names no Contact to reach its sender by. */
export function dialogOfRequest(request: SipRequest, localTag: string): Dialog | undefined {
  const { headers } = request
  const remoteTarget = headers.read(Contact)?.uri
  if (remoteTarget === undefined) return undefined
  return {
    callId: detached(headers.get('Call-ID') ?? ''),
    localTag,
    remoteTag: detached(tagOf(headers.read(From)) ?? ''),
    localParty: detached(`${headers.get('To') ?? ''};tag=${localTag}`),
    remoteParty: detached(headers.get('From') ?? ''),
    remoteTarget: detached(remoteTarget),
    routeSet: routeSetOf(headers),
    localSequence: 0,
    remoteSequence: headers.read(CSeq)?.sequence,
  }
}

/** The dialog that the first NOTIFY creates for a subscriber whose 2xx is not here yet (RFC 6665 §4.4.1). */
export function dialogOfNotify(origin: DialogOrigin, notify: SipRequest): Dialog {
  const { headers } = notify
  return {
    callId: origin.callId,
    localTag: origin.localTag,
    remoteTag: detached(tagOf(headers.read(From)) ?? ''),
    localParty: origin.localParty,
    remoteParty: detached(headers.get('From') ?? ''),
    remoteTarget: detached(headers.read(Contact)?.uri ?? origin.requestUri),
    routeSet: routeSetOf(headers),
    localSequence: origin.sequence,
    remoteSequence: undefined,
  }
}

/** The 2xx that confirms an early dialog sets target and route set anew (RFC 3261 §13.2.2.4). */
export function confirmed(early: Dialog, response: SipResponse): Dialog {
  const { headers } = response
  return { ...refreshed(early, headers), routeSet: routeSetOf(headers).toReversed() }
}

/** A target refresh: the peer's Contact changes, the route set does not (RFC 3261 §12.2). */
export function refreshed(dialog: Dialog, headers: Headers): Dialog {
  const remoteTarget = headers.read(Contact)?.uri
  return remoteTarget === undefined || remoteTarget === dialog.remoteTarget ? dialog : { ...dialog, remoteTarget: detached(remoteTarget) }
}

/** The dialog after a request of the peer; `undefined` when the request is out of order and gets a 500 (RFC 3261 §12.2.2). */
export function advanced(dialog: Dialog, request: SipRequest): Dialog | undefined {
  const sequence = request.headers.read(CSeq)?.sequence ?? 0
  if (dialog.remoteSequence !== undefined && sequence <= dialog.remoteSequence) return undefined
  return { ...dialog, remoteSequence: sequence }
}

/** The recorded route in the order of the message; a dialog outlives the message by far. */
function routeSetOf(headers: Headers): readonly string[] {
  return headers.has('Record-Route') ? headers.list('Record-Route').map(detached) : NO_ROUTE
}

const NO_ROUTE: readonly string[] = []
