import { dialogOfRequest } from '../dialog/dialog.ts'
import { EventPackage } from '../header/event.ts'
import { buildResponse } from '../message/build-response.ts'
import type { SipRequest } from '../message/message.ts'
import type { ServerTransaction } from '../transaction/server-transaction.ts'
import { Authenticator } from '../user-agent/authenticator.ts'
import { userOf } from '../user-agent/contact.ts'
import { type Core, newTag } from '../user-agent/core.ts'
import { DialogPeer, isBehindNat } from '../user-agent/dialog-peer.ts'
import type { HeaderField } from '../user-agent/user-agent.ts'
import { grantExpiry } from './expiry.ts'
import { Notifier } from './notifier.ts'
import type { IncomingSubscription, NotifierPackage, NotifierSubscription, NotifyContent } from './subscription.ts'

/** Subscriptions that may run at the same time; more are refused with 503. */
const MAX_SUBSCRIPTIONS = 100_000

/** The event packages this server notifies about, by name (RFC 6665 §7.2). */
export class EventPackages {
  readonly #packages = new Map<string, NotifierPackage>()

  register(notifierPackage: NotifierPackage): void {
    this.#packages.set(notifierPackage.event, notifierPackage)
  }

  /** Takes a SUBSCRIBE outside a dialog; false when no package here is meant. */
  subscribed(core: Core, request: SipRequest, transaction: ServerTransaction): boolean {
    const event = request.headers.read(EventPackage)
    const found = event === undefined ? undefined : this.#packages.get(event.name)
    if (found === undefined) return false
    const dialog = dialogOfRequest(request, newTag(core))
    const granted = grantExpiry(request, found)
    const refuse = (status: number, headers: readonly HeaderField[] = []): void =>
      transaction.respond(buildResponse(request, status, { toTag: newTag(core), headers: [...core.serverHeader, ...headers] }))
    if (dialog === undefined) refuse(400)
    else if (granted.kind === 'too-brief') refuse(423, [['Min-Expires', String(granted.minSeconds)]])
    else if (core.subscriptions.running >= MAX_SUBSCRIPTIONS) refuse(503, [['Retry-After', String(core.retryAfterSeconds)]])
    else {
      const way = { flow: transaction.flow, pinned: isBehindNat(request, transaction.flow) }
      const peer = new DialogPeer(core, dialog, way, new Authenticator(undefined, core.random), userOf(request.uri))
      found.subscribed(incomingSubscription({ core, request, transaction, peer, package: found, expiresSeconds: granted.seconds }))
    }
    return true
  }

  /** Allow-Events; empty while nothing is registered. */
  get allowEvents(): readonly HeaderField[] {
    return this.#packages.size === 0 ? [] : [['Allow-Events', [...this.#packages.keys()].join(', ')]]
  }
}

interface Incoming {
  readonly core: Core
  readonly request: SipRequest
  readonly transaction: ServerTransaction
  readonly peer: DialogPeer
  readonly package: NotifierPackage
  readonly expiresSeconds: number
}

function incomingSubscription(incoming: Incoming): IncomingSubscription {
  const { core, request, transaction, peer, expiresSeconds } = incoming
  const { localTag } = peer.dialog
  return {
    request,
    expiresSeconds,
    reject: (status) => transaction.respond(buildResponse(request, status, { toTag: localTag, headers: core.serverHeader })),
    accept: (content: () => NotifyContent | undefined, options = {}): NotifierSubscription => {
      const event = request.headers.get('Event') ?? ''
      const notifier = new Notifier({ core, peer, package: incoming.package, event, expiresSeconds, content })
      const headers = [...core.serverHeader, ['Expires', String(expiresSeconds)] as const]
      transaction.respond(buildResponse(request, 200, { toTag: localTag, contact: peer.contact(), headers }))
      notifier.begin(options.pending === true)
      return notifier
    },
  }
}
