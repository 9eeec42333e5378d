import { buildResponse } from '../message/build-response.ts'
import { detached } from '../message/detached.ts'
import type { SipRequest } from '../message/message.ts'
import type { ServerTransaction } from '../transaction/server-transaction.ts'
import type { Flow } from '../transport/transport.ts'
import type { Core } from '../user-agent/core.ts'
import type { DialogPeer } from '../user-agent/dialog-peer.ts'
import { responseParts } from '../user-agent/response-parts.ts'
import type { HeaderField, ResponseOptions } from '../user-agent/user-agent.ts'
import { type GrantedExpiry, grantExpiry } from './expiry.ts'
import { Notifier } from './notifier.ts'
import type { IncomingSubscription, NotifierPackage, NotifierSubscription, NotifyContent } from './subscription.ts'

/** A SUBSCRIBE outside a dialog, waiting for the application's word. */
export class ReceivedSubscription implements IncomingSubscription {
  readonly request: SipRequest
  readonly #core: Core
  readonly #transaction: ServerTransaction
  readonly #peer: DialogPeer
  readonly #package: NotifierPackage
  readonly #granted: GrantedExpiry

  constructor(core: Core, request: SipRequest, transaction: ServerTransaction, peer: DialogPeer, notifierPackage: NotifierPackage) {
    this.#core = core
    this.request = request
    this.#transaction = transaction
    this.#peer = peer
    this.#package = notifierPackage
    this.#granted = grantExpiry(request, notifierPackage)
  }

  get flow(): Flow {
    return this.#transaction.flow
  }

  get expiresSeconds(): number {
    return this.#granted.kind === 'granted' ? this.#granted.seconds : this.#granted.minSeconds
  }

  accept(content: () => NotifyContent | undefined, options: { readonly pending?: boolean } = {}): NotifierSubscription {
    const granted = this.#granted
    if (granted.kind === 'too-brief') {
      this.reject(423, { headers: [['Min-Expires', String(granted.minSeconds)]] })
      return REFUSED
    }
    if (!this.#transaction.halfOpen) return REFUSED
    const notifier = new Notifier({
      core: this.#core,
      peer: this.#peer,
      package: this.#package,
      event: detached(this.request.headers.get('Event') ?? ''),
      expiresSeconds: granted.seconds,
      content,
    })
    const headers: readonly HeaderField[] = [...this.#core.serverHeader, ['Expires', String(granted.seconds)]]
    this.#respond(200, { contact: this.#peer.contact(), headers })
    notifier.begin(options.pending === true)
    return notifier
  }

  reject(status: number, options?: ResponseOptions): void {
    if (this.#transaction.halfOpen) this.#respond(status, responseParts(this.#core, options))
  }

  drop(): void {
    if (this.#transaction.halfOpen) this.#transaction.drop()
  }

  #respond(status: number, parts: Parameters<typeof buildResponse>[2]): void {
    this.#transaction.respond(buildResponse(this.request, status, { toTag: this.#peer.dialog.localTag, ...parts }))
  }
}

/** What a subscription is that never began. */
const REFUSED: NotifierSubscription = {
  activate: () => undefined,
  changed: () => undefined,
  terminate: () => undefined,
  ended: Promise.resolve({ by: 'failure', response: undefined }),
}
