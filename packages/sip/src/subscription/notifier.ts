import type { Timer } from '@klinke/foundation'
import { advanced } from '../dialog/dialog.ts'
import type { DialogUsage } from '../dialog/dialog-table.ts'
import { failureEffect } from '../dialog/failure-effect.ts'
import { EventPackage, eventId } from '../header/event.ts'
import { SubscriptionState } from '../header/subscription-state.ts'
import { buildResponse } from '../message/build-response.ts'
import type { SipRequest } from '../message/message.ts'
import type { ServerTransaction } from '../transaction/server-transaction.ts'
import { ALLOW, type Core } from '../user-agent/core.ts'
import type { DialogPeer, DialogRequestParts } from '../user-agent/dialog-peer.ts'
import { outcomeOf } from '../user-agent/request-outcome.ts'
import type { RequestOutcome } from '../user-agent/user-agent.ts'
import { type GrantedExpiry, grantExpiry } from './expiry.ts'
import { type NotifierEffect, type NotifierEvent, type NotifierState, notifierMachine } from './notifier-machine.ts'
import type { NotifierPackage, NotifierSubscription, NotifyContent, SubscriptionEnd } from './subscription.ts'

export interface NotifierOrigin {
  readonly core: Core
  readonly peer: DialogPeer
  readonly package: NotifierPackage
  /** Value of the Event header, with its id. */
  readonly event: string
  readonly expiresSeconds: number
  readonly content: () => NotifyContent | undefined
  /** The dialog is a session's, whose requests reach this through the session (RFC 5057 §3). `left`: the last NOTIFY is answered. */
  readonly shared?: { left(): void }
}

/** Drives the notifier machine of one subscription. */
export class Notifier implements NotifierSubscription, DialogUsage {
  readonly invitation = undefined
  readonly ended: Promise<SubscriptionEnd>
  readonly #origin: NotifierOrigin
  readonly #settleEnd: (end: SubscriptionEnd) => void
  #state: NotifierState = 'initial'
  #expiresAtMs = 0
  #expiry: Timer | undefined
  #reason: { readonly reason: string; readonly retryAfterSeconds: number | undefined } = { reason: 'timeout', retryAfterSeconds: undefined }
  #end: SubscriptionEnd = { by: 'expiry' }
  #notifying = false
  #notifyAgain = false
  #over = false

  constructor(origin: NotifierOrigin) {
    this.#origin = origin
    const ended = Promise.withResolvers<SubscriptionEnd>()
    this.ended = ended.promise
    this.#settleEnd = ended.resolve
    this.#grant(origin.expiresSeconds)
    if (origin.shared === undefined) origin.core.dialogs.add(origin.peer.dialog, this)
    origin.core.subscriptions.began()
  }

  /** Begins, once the 2xx of the SUBSCRIBE has gone out. */
  begin(pending: boolean): void {
    if (this.#origin.expiresSeconds === 0) this.#step('unsubscribe')
    else this.#step(pending ? 'accept pending' : 'accept')
  }

  activate(): void {
    this.#step('activate')
  }

  changed(): void {
    this.#step('state change')
  }

  terminate(reason: string, retryAfterSeconds?: number): void {
    this.#reason = { reason, retryAfterSeconds }
    this.#end = { by: 'notifier', reason, retryAfterSeconds }
    this.#step('terminate')
  }

  received(request: SipRequest, transaction: ServerTransaction): void {
    const { core, peer } = this.#origin
    const next = advanced(peer.dialog, request)
    if (next) peer.dialog = next
    if (next && request.method === 'SUBSCRIBE' && isOfEvent(request, this.#origin.event)) this.subscribedAgain(request, transaction)
    else {
      const status = next === undefined ? 500 : request.method === 'SUBSCRIBE' ? 489 : 405
      transaction.respond(buildResponse(request, status, { headers: [...core.serverHeader, ALLOW] }))
    }
  }

  acknowledged(): void {
    // SUBSCRIBE has no ACK.
  }

  /** A SUBSCRIBE of this subscription, in order: prolongs or ends it. */
  subscribedAgain(request: SipRequest, transaction: ServerTransaction): void {
    const { core, peer } = this.#origin
    if (this.#over) {
      transaction.respond(buildResponse(request, 481, { headers: core.serverHeader }))
      return
    }
    const granted: GrantedExpiry = grantExpiry(request, this.#origin.package)
    if (granted.kind === 'too-brief') {
      transaction.respond(buildResponse(request, 423, { headers: [...core.serverHeader, ['Min-Expires', String(granted.minSeconds)]] }))
      return
    }
    peer.refreshTarget(request.headers)
    this.#grant(granted.seconds)
    const headers = [...core.serverHeader, ['Expires', String(granted.seconds)] as const]
    transaction.respond(buildResponse(request, 200, { contact: peer.contact(), headers }))
    if (granted.seconds === 0) this.#end = { by: 'subscriber' }
    this.#step(granted.seconds === 0 ? 'unsubscribe' : 'refresh')
  }

  #grant(seconds: number): void {
    this.#expiresAtMs = this.#origin.core.clock.nowMs() + seconds * 1000
  }

  #step(event: NotifierEvent): void {
    const [next, effects] = notifierMachine.step(this.#state, event)
    this.#state = next
    for (const effect of effects) this.#run(effect)
  }

  #run(effect: NotifierEffect): void {
    const { clock } = this.#origin.core
    switch (effect) {
      case 'arm expiry':
        this.#expiry?.cancel()
        this.#expiry = clock.after(this.#expiresAtMs - clock.nowMs(), () => this.#step('expiry'))
        break
      case 'stop expiry':
        this.#expiry?.cancel()
        break
      case 'send NOTIFY':
        if (this.#notifying) this.#notifyAgain = true
        else void this.#notify()
        break
      case 'end':
        this.#over = true
        this.#settleEnd(this.#end)
        if (!this.#notifying) this.#leave()
        break
    }
  }

  /** One NOTIFY at a time; what changes meanwhile is told by the next. */
  async #notify(): Promise<void> {
    this.#notifying = true
    do {
      this.#notifyAgain = false
      const { listener, outcome } = outcomeOf()
      this.#origin.peer.send('NOTIFY', this.#parts(), listener)
      this.#judge(await outcome)
    } while (this.#notifyAgain)
    this.#notifying = false
    if (this.#over) this.#leave()
  }

  #parts(): DialogRequestParts {
    const headers = [['Event', this.#origin.event] as const, ['Subscription-State', this.#stateText()] as const]
    const content = this.#state === 'pending' ? undefined : this.#origin.content()
    return content === undefined ? { headers } : { headers, ...content }
  }

  #stateText(): string {
    const ended = this.#state === 'terminated'
    const leftSeconds = Math.max(0, Math.ceil((this.#expiresAtMs - this.#origin.core.clock.nowMs()) / 1000))
    return SubscriptionState.print({
      state: this.#state,
      reason: ended ? this.#reason.reason : undefined,
      expiresSeconds: ended ? undefined : leftSeconds,
      retryAfterSeconds: ended ? this.#reason.retryAfterSeconds : undefined,
      params: [],
    })
  }

  #judge(outcome: RequestOutcome): void {
    const response = outcome.kind === 'response' ? outcome.response : undefined
    const status = response?.status ?? 408
    if (status < 300 || failureEffect(status, 'NOTIFY', ['NOTIFY', 'SUBSCRIBE']) === 'transaction') return
    this.#end = { by: 'failure', response }
    this.#notifyAgain = false
    this.#step('NOTIFY failed')
  }

  #leave(): void {
    const { core, peer } = this.#origin
    core.subscriptions.ended()
    if (this.#origin.shared === undefined) core.dialogs.delete(peer.dialog, this)
    else this.#origin.shared.left()
  }
}

/** RFC 6665 §4.5.2: a dialog holds the subscription that made it, and no second one. */
function isOfEvent({ headers }: SipRequest, event: string): boolean {
  const asked = headers.read(EventPackage)
  const own = EventPackage.parse(event)
  return asked !== undefined && own !== undefined && asked.name === own.name && eventId(asked) === eventId(own)
}
