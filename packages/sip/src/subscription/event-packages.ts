import { dialogOfRequest } from '../dialog/dialog.ts'
import { EventPackage } from '../header/event.ts'
import { buildResponse } from '../message/build-response.ts'
import { detached } from '../message/detached.ts'
import type { SipRequest } from '../message/message.ts'
import type { ServerTransaction } from '../transaction/server-transaction.ts'
import { Authenticator } from '../user-agent/authenticator.ts'
import { userOf } from '../user-agent/contact.ts'
import { type Core, newTag } from '../user-agent/core.ts'
import { DialogPeer, isBehindNat } from '../user-agent/dialog-peer.ts'
import type { HeaderField } from '../user-agent/user-agent.ts'
import { ReceivedSubscription } from './received-subscription.ts'
import type { NotifierPackage } from './subscription.ts'

/** Subscriptions that may run at the same time; more are refused with 503. */
export const MAX_SUBSCRIPTIONS = 100_000

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
    const refuse = (status: number, headers: readonly HeaderField[] = []): void =>
      transaction.respond(buildResponse(request, status, { toTag: newTag(core), headers: [...core.serverHeader, ...headers] }))
    if (dialog === undefined) refuse(400)
    else if (core.subscriptions.running >= MAX_SUBSCRIPTIONS) refuse(503, [['Retry-After', String(core.retryAfterSeconds)]])
    else {
      const way = { flow: transaction.flow, pinned: isBehindNat(request, transaction.flow) }
      const user = userOf(request.uri)
      // A subscription lasts for hours; what it keeps of the request must not keep the request.
      const peer = new DialogPeer(core, dialog, way, new Authenticator(undefined, core.random), user === undefined ? user : detached(user))
      found.subscribed(new ReceivedSubscription(core, request, transaction, peer, found))
    }
    return true
  }

  /** Allow-Events; empty while nothing is registered. */
  get allowEvents(): readonly HeaderField[] {
    return this.#packages.size === 0 ? [] : [['Allow-Events', [...this.#packages.keys()].join(', ')]]
  }
}
