import { buildResponse } from '../message/build-response.ts'
import type { SipRequest } from '../message/message.ts'
import { ACCEPT } from '../mime/session-body.ts'
import type { EventPackages } from '../subscription/event-packages.ts'
import type { ServerTransaction } from '../transaction/server-transaction.ts'
import type { Flow } from '../transport/transport.ts'
import { ALLOW, type Core, newTag } from './core.ts'
import { SUPPORTED_IN_DIALOG } from './incoming-offers.ts'
import { responseParts } from './response-parts.ts'
import type { IncomingRequest, ResponseOptions } from './user-agent.ts'

/** A request outside dialogs, other than INVITE, waiting for its answer. */
export class ServerRequest implements IncomingRequest {
  readonly request: SipRequest
  readonly #core: Core
  readonly #transaction: ServerTransaction
  readonly #packages: EventPackages

  constructor(core: Core, request: SipRequest, transaction: ServerTransaction, packages: EventPackages) {
    this.#core = core
    this.#packages = packages
    this.request = request
    this.#transaction = transaction
  }

  get flow(): Flow {
    return this.#transaction.flow
  }

  respond(status: number, options?: ResponseOptions): void {
    if (!this.#transaction.halfOpen) return
    const parts = responseParts(this.#core, options)
    if (options?.stateless === true) {
      this.#transaction.respondStateless(buildResponse(this.request, status, { ...parts, toTag: this.#core.statelessTag }))
    } else this.#transaction.respond(buildResponse(this.request, status, { ...parts, toTag: newTag(this.#core) }))
  }

  respondByDefault(): void {
    const { allowEvents } = this.#packages
    if (this.request.method === 'OPTIONS') this.respond(200, { headers: [ALLOW, SUPPORTED_IN_DIALOG, ACCEPT, ...allowEvents] })
    else if (this.request.method === 'SUBSCRIBE' || this.request.method === 'PUBLISH') this.respond(489, { headers: allowEvents })
    else this.respond(405, { headers: [ALLOW] })
  }

  drop(): void {
    this.#transaction.drop()
  }
}
