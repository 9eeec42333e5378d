import { type Dialog, type DialogOrigin, dialogOfNotify, dialogOfResponse } from '../dialog/dialog.ts'
import type { DialogUsage } from '../dialog/dialog-table.ts'
import type { SipRequest, SipResponse } from '../message/message.ts'
import type { Flow } from '../transport/transport.ts'
import { Authenticator } from '../user-agent/authenticator.ts'
import { userOf } from '../user-agent/contact.ts'
import { type Core, newTag } from '../user-agent/core.ts'
import { DialogPeer } from '../user-agent/dialog-peer.ts'
import { outgoingPlan } from '../user-agent/outgoing-plan.ts'
import { RequestAttempts, type RequestListener } from '../user-agent/request-attempts.ts'
import type { HeaderField } from '../user-agent/user-agent.ts'
import type { OutgoingSubscription } from './subscription.ts'

/** The dialog of a SUBSCRIBE of ours: it begins with the 2xx or the first NOTIFY, whichever is here first (RFC 6665 §4.1.2.4). */
export class SubscriberDialog {
  readonly #core: Core
  readonly #wanted: OutgoingSubscription
  readonly #usage: DialogUsage
  readonly #listener: RequestListener
  readonly #callId: string
  readonly #localTag: string
  readonly #authenticator: Authenticator
  #sequence = 1
  #peer: DialogPeer | undefined

  constructor(core: Core, wanted: OutgoingSubscription, owner: DialogUsage & RequestListener) {
    this.#core = core
    this.#wanted = wanted
    this.#usage = owner
    this.#listener = owner
    this.#callId = newTag(core)
    this.#localTag = newTag(core)
    this.#authenticator = new Authenticator(wanted.credentials, core.random)
    core.dialogs.expect(this.#callId, this.#localTag, owner)
  }

  /** Sends a SUBSCRIBE; 0 seconds leaves. */
  subscribe(expiresSeconds: number): void {
    const { event, accept, headers = [] } = this.#wanted
    const fields: readonly HeaderField[] = [['Event', event], ['Accept', accept], ['Expires', String(expiresSeconds)], ...headers]
    if (this.#peer) {
      this.#peer.send('SUBSCRIBE', { headers: fields }, this.#listener)
      return
    }
    const { uri, from, to, destination } = this.#wanted
    const identity = { callId: this.#callId, localTag: this.#localTag, sequence: this.#sequence }
    const plan = outgoingPlan(this.#core, { method: 'SUBSCRIBE', uri, from, to, destination, headers: fields }, identity, { headers: [] })
    new RequestAttempts(this.#core, plan, this.#authenticator, this.#listener).start(destination)
  }

  /** A 2xx to a SUBSCRIBE. */
  succeeded(response: SipResponse, attempts: RequestAttempts): void {
    if (this.#peer) this.#peer.refreshTarget(response.headers)
    else if (attempts.flow) this.#begin(dialogOfResponse(this.#origin(attempts.sequence), response), attempts.flow)
  }

  /** The peer that sends this NOTIFY; a second notifier of a forked SUBSCRIBE is none of ours. */
  notifierOf(request: SipRequest, flow: Flow): DialogPeer | undefined {
    if (!this.#peer) this.#begin(dialogOfNotify(this.#origin(this.#sequence), request), flow)
    return this.#peer
  }

  close(): void {
    this.#core.dialogs.unexpect(this.#callId, this.#localTag)
    if (this.#peer) this.#core.dialogs.delete(this.#peer.dialog, this.#usage)
  }

  #origin(sequence: number): DialogOrigin {
    this.#sequence = sequence
    const localParty = `${this.#wanted.from};tag=${this.#localTag}`
    return { callId: this.#callId, localTag: this.#localTag, localParty, sequence, requestUri: this.#wanted.uri }
  }

  #begin(dialog: Dialog, flow: Flow): void {
    const { destination, from } = this.#wanted
    const pinned = destination !== 'resolve' && 'flow' in destination
    this.#peer = new DialogPeer(this.#core, dialog, { flow, pinned }, this.#authenticator, userOf(from))
    this.#core.dialogs.unexpect(this.#callId, this.#localTag)
    this.#core.dialogs.add(dialog, this.#usage)
  }
}
