import { Channel, ChannelFull, type Timer } from '@klinke/foundation'
import { advanced } from '../dialog/dialog.ts'
import type { DialogUsage } from '../dialog/dialog-table.ts'
import { failureEffect } from '../dialog/failure-effect.ts'
import { Expires } from '../header/expires.ts'
import { SubscriptionState } from '../header/subscription-state.ts'
import { buildResponse } from '../message/build-response.ts'
import type { SipRequest, SipResponse } from '../message/message.ts'
import type { ServerTransaction } from '../transaction/server-transaction.ts'
import { transactionTimeoutMs } from '../transaction/timers.ts'
import { bodyText } from '../user-agent/body.ts'
import type { Core } from '../user-agent/core.ts'
import type { RequestAttempts, RequestListener } from '../user-agent/request-attempts.ts'
import { SubscriberDialog } from './subscriber-dialog.ts'
import { type SubscriberEffect, type SubscriberEvent, type SubscriberState, subscriberMachine } from './subscriber-machine.ts'
import type { Notification, OutgoingSubscription, SubscriberSubscription, SubscriptionEnd } from './subscription.ts'

/** Notifications nobody has read; more are left out. */
const MAX_UNREAD_NOTIFICATIONS = 64

/** A refresh goes out this long before the end; of a short subscription, at nine tenths. */
const REFRESH_MARGIN_MS = 32_000

/** Drives the subscriber machine of one subscription. */
export class Subscriber implements SubscriberSubscription, DialogUsage, RequestListener {
  readonly invitation = undefined
  readonly notifications = new Channel<Notification>(MAX_UNREAD_NOTIFICATIONS)
  readonly ended: Promise<SubscriptionEnd>
  readonly #core: Core
  readonly #dialog: SubscriberDialog
  readonly #settleEnd: (end: SubscriptionEnd) => void
  #state: SubscriberState = 'initial'
  #expiresSeconds: number
  #timerN: Timer | undefined
  #refresh: Timer | undefined
  #expiry: Timer | undefined
  #notification: Notification | undefined
  #end: SubscriptionEnd = { by: 'failure', response: undefined }

  constructor(core: Core, wanted: OutgoingSubscription) {
    this.#core = core
    this.#expiresSeconds = wanted.expiresSeconds
    const ended = Promise.withResolvers<SubscriptionEnd>()
    this.ended = ended.promise
    this.#settleEnd = ended.resolve
    core.subscriptions.began()
    this.#dialog = new SubscriberDialog(core, wanted, this)
    this.#step('subscribe')
  }

  unsubscribe(): void {
    if (this.#state !== 'terminated') this.#end = { by: 'subscriber' }
    this.#step('unsubscribe')
  }

  provisional(): void {
    // Nothing is known before the final response.
  }

  final(response: SipResponse, attempts: RequestAttempts): void {
    const { status } = response
    if (status < 300) {
      this.#dialog.succeeded(response, attempts)
      const granted = response.headers.read(Expires)
      if (granted !== undefined && granted > 0) this.#expiresSeconds = granted
      this.#step('2xx')
      return
    }
    // The first SUBSCRIBE stands or falls with its answer; a refresh may fail without harm (RFC 5057 §5.1).
    const isRefresh = this.#state === 'active' || this.#state === 'pending'
    if (isRefresh && failureEffect(status, 'SUBSCRIBE', ['SUBSCRIBE', 'NOTIFY']) === 'transaction') return
    this.#refused(response)
  }

  failed(): void {
    this.#refused(undefined)
  }

  received(request: SipRequest, transaction: ServerTransaction): void {
    const state = request.headers.read(SubscriptionState)
    const peer = this.#dialog.notifierOf(request, transaction.flow)
    const next = peer && advanced(peer.dialog, request)
    const readable = request.method === 'NOTIFY' && state !== undefined
    const status = this.#verdict(request, next !== undefined, readable)
    transaction.respond(buildResponse(request, status, { headers: this.#core.serverHeader }))
    if (!peer || !next || !state || status !== 200) return
    peer.dialog = next
    peer.refreshTarget(request.headers)
    this.#notified(request, state)
  }

  acknowledged(): void {
    // NOTIFY has no ACK.
  }

  #verdict(request: SipRequest, inOrder: boolean, readable: boolean): number {
    if (!inOrder) return 500
    if (request.method !== 'NOTIFY') return 405
    return readable ? 200 : 400
  }

  #notified(request: SipRequest, state: SubscriptionState): void {
    const known = state.state === 'terminated' || state.state === 'pending' ? state.state : 'active'
    this.#notification = { request, state: known, body: bodyText(request) }
    if (known === 'terminated' && this.#state !== 'leaving') {
      this.#end = { by: 'notifier', reason: state.reason, retryAfterSeconds: state.retryAfterSeconds }
    }
    this.#step(`NOTIFY ${known}`)
    const { expiresSeconds } = state
    if (expiresSeconds === undefined || expiresSeconds >= this.#expiresSeconds || this.#refresh === undefined) return
    // RFC 6665 §4.1.2.4: the notifier may shorten the subscription at any time.
    this.#expiresSeconds = expiresSeconds
    this.#armRefresh()
  }

  #refused(response: SipResponse | undefined): void {
    if (this.#state !== 'leaving') this.#end = { by: 'failure', response }
    this.#step('refused')
  }

  #step(event: SubscriberEvent): void {
    const [next, effects] = subscriberMachine.step(this.#state, event)
    this.#state = next
    for (const effect of effects) this.#run(effect)
  }

  #run(effect: SubscriberEffect): void {
    switch (effect) {
      case 'send SUBSCRIBE':
        this.#dialog.subscribe(this.#expiresSeconds)
        break
      case 'send unsubscribe':
        this.#dialog.subscribe(0)
        break
      case 'pass NOTIFY':
        this.#pass()
        break
      case 'arm N':
        this.#timerN?.cancel()
        this.#timerN = this.#core.clock.after(transactionTimeoutMs(this.#core.timers), () => this.#step('timer N'))
        break
      case 'stop N':
        this.#timerN?.cancel()
        break
      case 'arm refresh':
        this.#armRefresh()
        break
      case 'stop refresh':
        this.#stopRefresh()
        break
      case 'end':
        this.#finish()
        break
    }
  }

  #armRefresh(): void {
    this.#stopRefresh()
    const totalMs = this.#expiresSeconds * 1000
    const refreshMs = Math.max(totalMs - REFRESH_MARGIN_MS, totalMs * 0.9)
    this.#refresh = this.#core.clock.after(refreshMs, () => this.#step('refresh due'))
    this.#expiry = this.#core.clock.after(totalMs, () => {
      this.#end = { by: 'expiry' }
      this.#step('expiry')
    })
  }

  #stopRefresh(): void {
    this.#refresh?.cancel()
    this.#expiry?.cancel()
    this.#refresh = undefined
  }

  #pass(): void {
    if (!this.#notification) return
    try {
      this.notifications.send(this.#notification)
    } catch (error) {
      if (!(error instanceof ChannelFull)) throw error
      // The newest state is what counts, and each NOTIFY tells all of it: a reader that sleeps has lost nothing it could not ask for.
      this.#core.logger.warn('a notification was left out: nobody reads', { call: this.#notification.request.headers.get('Call-ID') })
    }
  }

  #finish(): void {
    this.notifications.close()
    this.#dialog.close()
    this.#core.subscriptions.ended()
    this.#settleEnd(this.#end)
  }
}
