import { type Dialog, refreshed } from '../dialog/dialog.ts'
import { routeOf } from '../dialog/dialog-route.ts'
import { Via } from '../header/via.ts'
import { buildRequest } from '../message/build-request.ts'
import type { Headers, SipRequest } from '../message/message.ts'
import { type ParkedMessage, park, unpark } from '../message/parked-message.ts'
import { isReliable } from '../transaction/timers.ts'
import type { Flow, Transport } from '../transport/transport.ts'
import { parseSip } from '../uri/parse-uri.ts'
import type { Authenticator } from './authenticator.ts'
import { contactOn } from './contact.ts'
import type { Core } from './core.ts'
import { RequestAttempts, type RequestListener } from './request-attempts.ts'
import type { Destination, HeaderField } from './user-agent.ts'

/** What a request in a dialog carries besides what the dialog gives it. */
export interface DialogRequestParts {
  readonly headers?: readonly HeaderField[]
  /** Text goes out as UTF-8. */
  readonly body?: string | Uint8Array
  readonly contentType?: string
}

/** Requests that refresh the target and so carry our Contact (RFC 3261 §12.2.1.1, RFC 6665, RFC 3515). */
const WITH_CONTACT: ReadonlySet<string> = new Set(['INVITE', 'UPDATE', 'SUBSCRIBE', 'NOTIFY', 'REFER'])

const DEFAULT_PORT = 5060

/** An ACK that has gone out, as small as it can be kept. */
export class SentAck {
  readonly #transport: Transport
  readonly #flow: Flow
  readonly #message: ParkedMessage

  constructor(transport: Transport, flow: Flow, message: ParkedMessage) {
    this.#transport = transport
    this.#flow = flow
    this.#message = message
  }

  repeat(): void {
    this.#transport.send(this.#flow, unpark(this.#message))
  }
}

/** The other side of a dialog: sends requests to it on the way the dialog knows. */
export class DialogPeer {
  readonly #core: Core
  readonly #authenticator: Authenticator
  readonly #contactUser: string | undefined
  #dialog: Dialog
  #flow: Flow
  /** The peer is reached over the flow whatever its Contact says: it stands behind NAT, or the caller chose the flow. */
  readonly #pinned: boolean
  /** The next hop that the flow is known to lead to. */
  #flowHop: string | undefined

  constructor(
    core: Core,
    dialog: Dialog,
    way: { readonly flow: Flow; readonly pinned: boolean },
    authenticator: Authenticator,
    contactUser?: string,
  ) {
    this.#core = core
    this.#dialog = dialog
    this.#flow = way.flow
    this.#pinned = way.pinned
    this.#authenticator = authenticator
    this.#contactUser = contactUser
  }

  get dialog(): Dialog {
    return this.#dialog
  }

  set dialog(dialog: Dialog) {
    this.#dialog = dialog
  }

  get flow(): Flow {
    return this.#flow
  }

  /** Takes over the Contact of a target refresh. */
  refreshTarget(headers: Headers): void {
    this.#dialog = refreshed(this.#dialog, headers)
  }

  /** Our Contact towards the peer. */
  contact(flow: Flow = this.#flow): string {
    return contactOn(flow, this.#core.transport, this.#contactUser)
  }

  /** Sends a request in the dialog. `parts` may depend on the try, such as a session interval that was raised. */
  send(method: string, parts: DialogRequestParts, listener: RequestListener): RequestAttempts {
    const route = routeOf(this.#dialog)
    const plan = {
      method,
      uri: route.uri,
      nextHop: route.nextHop,
      nextSequence: () => this.#nextSequence(),
      build: (flow: Flow, sequence: number, authorization: readonly HeaderField[]) => {
        this.#took(flow, route.nextHop)
        return this.#build(method, sequence, parts, flow, authorization)
      },
    }
    const attempts = new RequestAttempts(this.#core, plan, this.#authenticator, listener)
    attempts.start(this.#destination(route.nextHop))
    return attempts
  }

  /**
   * Sends the ACK of a 2xx (RFC 3261 §13.2.2.4). `sent` gets it for sending it again with each repetition of the 2xx, at once
   * or when the way is found.
   */
  acknowledge(sequence: number, sdp: string | undefined, sent: (ack: SentAck) => void): void {
    const { nextHop } = routeOf(this.#dialog)
    const sendOver = (flow: Flow): void => {
      this.#took(flow, nextHop)
      const parts = sdp === undefined ? {} : { body: sdp, contentType: 'application/sdp' }
      const bytes = this.#core.clients.sendAck(this.#build('ACK', sequence, parts, flow, []), flow)
      sent(new SentAck(this.#core.transport, flow, park(bytes)))
    }
    const destination = this.#destination(nextHop)
    if (destination !== 'resolve' && 'flow' in destination) sendOver(destination.flow)
    else void this.#find(nextHop).then((flow) => flow && sendOver(flow))
  }

  async #find(nextHop: string): Promise<Flow | undefined> {
    const [target] = await this.#core.resolver.resolve(nextHop)
    if (target === undefined) return undefined
    // Without a way to the peer there is nothing to do: it ends the call itself when no ACK comes.
    return this.#core.transport.existing(target) ?? this.#core.transport.open(target).catch(() => undefined)
  }

  #build(method: string, sequence: number, parts: DialogRequestParts, flow: Flow, authorization: readonly HeaderField[]): SipRequest {
    const { uri, route } = routeOf(this.#dialog)
    return buildRequest({
      method,
      uri,
      route,
      from: this.#dialog.localParty,
      to: this.#dialog.remoteParty,
      callId: this.#dialog.callId,
      cseq: sequence,
      ...(WITH_CONTACT.has(method) && { contact: this.contact(flow) }),
      headers: [...this.#core.userAgentHeader, ...authorization, ...(parts.headers ?? [])],
      ...(parts.body !== undefined && { body: parts.body, contentType: parts.contentType ?? 'application/sdp' }),
    })
  }

  #nextSequence(): number {
    this.#dialog = { ...this.#dialog, localSequence: this.#dialog.localSequence + 1 }
    return this.#dialog.localSequence
  }

  #took(flow: Flow, nextHop: string): void {
    this.#flow = flow
    this.#flowHop = nextHop
  }

  #destination(nextHop: string): Destination {
    return this.#flowServes(nextHop) ? { flow: this.#flow } : 'resolve'
  }

  /** A connection serves as long as it is open (RFC 5923); UDP does when it leads to the next hop. */
  #flowServes(nextHop: string): boolean {
    const { protocol, id, remote } = this.#flow
    if (isReliable(protocol)) return this.#core.transport.flow(id) !== undefined
    if (this.#pinned || this.#flowHop === nextHop) return true
    const uri = parseSip(nextHop)
    const leadsThere = uri?.scheme === 'sip' && uri.host === remote.address && (uri.port ?? DEFAULT_PORT) === remote.port
    return leadsThere && !uri.params.some(({ name, value }) => name === 'transport' && value?.toLowerCase() !== 'udp')
  }
}

/** True when the sender of a request stands behind NAT and its Contact leads nowhere: the flow is the way back (RFC 5626 §1). */
export function isBehindNat(request: SipRequest, flow: Flow): boolean {
  const { headers } = request
  if (headers.has('Record-Route') || headers.list('Via').length > 1) return false
  return headers.read(Via)?.host !== flow.remote.address
}
