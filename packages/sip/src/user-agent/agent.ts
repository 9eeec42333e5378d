import { dialogOfRequest } from '../dialog/dialog.ts'
import { To, tagOf } from '../header/from-to.ts'
import { buildResponse } from '../message/build-response.ts'
import type { SipRequest } from '../message/message.ts'
import { reasonPhrase } from '../message/reason-phrases.ts'
import type { RequestFault } from '../message/request-fault.ts'
import { outsideReferral } from '../refer/outside-referral.ts'
import type { OutsideReferral } from '../refer/referral.ts'
import { EventPackages } from '../subscription/event-packages.ts'
import type { ServerTransaction } from '../transaction/server-transaction.ts'
import type { CancelTarget, TransactionUser } from '../transaction/server-transactions.ts'
import type { Flow } from '../transport/transport.ts'
import { Authenticator } from './authenticator.ts'
import { ClientInvite } from './client-invite.ts'
import { type Core, newTag } from './core.ts'
import { type DialogName, findDialog, type LocalDialog } from './local-dialog.ts'
import { outgoingPlan } from './outgoing-plan.ts'
import { RequestAttempts } from './request-attempts.ts'
import { asksForServer, refusal, refusalOutsideDialogs } from './request-gate.ts'
import { outcomeOf } from './request-outcome.ts'
import { ServerInvite } from './server-invite.ts'
import { ServerRequest } from './server-request.ts'
import type {
  HeaderField,
  OutgoingInvite,
  OutgoingRequest,
  PendingInvite,
  RequestOutcome,
  UserAgent,
  UserAgentHandler,
} from './user-agent.ts'

/** The user agent core (RFC 3261 §8): gives requests to the dialogs they belong to, or to the application. */
export class Agent implements UserAgent, TransactionUser {
  readonly packages = new EventPackages()
  #core: Core | undefined
  #handler: UserAgentHandler | undefined
  #draining = false

  /** Ties the agent to the layers below, which are made with it. */
  attach(core: Core): void {
    this.#core = core
  }

  serve(handler: UserAgentHandler): void {
    this.#handler = handler
  }

  drain(): void {
    this.#draining = true
  }

  async request(request: OutgoingRequest, signal?: AbortSignal): Promise<RequestOutcome> {
    const core = this.#need()
    const identity = { callId: request.callId ?? newTag(core), localTag: newTag(core), sequence: request.cseq ?? 1 }
    const plan = outgoingPlan(core, request, identity, { headers: [] })
    const { listener, outcome } = outcomeOf()
    const attempts = new RequestAttempts(core, plan, new Authenticator(request.credentials, core.random), listener)
    if (signal?.aborted) return { kind: 'timeout' }
    const giveUp = (): void => attempts.giveUp()
    signal?.addEventListener('abort', giveUp, { once: true })
    attempts.start(request.destination)
    try {
      return await outcome
    } finally {
      signal?.removeEventListener('abort', giveUp)
    }
  }

  invite(invite: OutgoingInvite): PendingInvite {
    return new ClientInvite(this.#need(), invite)
  }

  findDialog(name: DialogName): LocalDialog | undefined {
    return findDialog(this.#need().dialogs, name)
  }

  busySeconds(request: SipRequest, flow: Flow): number | undefined {
    return this.#handler?.busySeconds?.(request, flow)
  }

  incoming(request: SipRequest, transaction: ServerTransaction): void {
    const core = this.#need()
    const fault = refusal(request)
    if (fault) {
      this.#refuse(core, request, transaction, fault)
      return
    }
    const usage = core.dialogs.of(request) ?? (request.method === 'NOTIFY' ? core.dialogs.expectedBy(request) : undefined)
    if (usage) usage.received(request, transaction)
    else this.#outsideDialogs(core, request, transaction)
  }

  ack(request: SipRequest): void {
    this.#need().dialogs.of(request)?.acknowledged(request)
  }

  cancel(request: SipRequest, transaction: ServerTransaction, invite: CancelTarget | undefined): void {
    const core = this.#need()
    const status = invite === undefined ? 481 : 200
    const toTag = invite?.owner?.localTag ?? newTag(core)
    transaction.respond(buildResponse(request, status, { toTag, headers: core.serverHeader }))
    if (invite?.halfOpen) invite.owner?.cancelled?.(request)
  }

  #outsideDialogs(core: Core, request: SipRequest, transaction: ServerTransaction): void {
    const handler = this.#handler
    const claimsDialog = tagOf(request.headers.read(To)) !== undefined && request.method !== 'REGISTER'
    const fault = claimsDialog ? NO_DIALOG : refusalOutsideDialogs(request)
    if (fault) this.#refuse(core, request, transaction, fault)
    else if (asksForServer(request) && !this.#draining) new ServerRequest(core, request, transaction, this.packages).respondByDefault()
    else if (handler === undefined || this.#draining) {
      const headers: readonly HeaderField[] = [['Retry-After', String(core.retryAfterSeconds)]]
      this.#refuse(core, request, transaction, { status: 503, detail: 'Service Unavailable', headers })
    } else this.#hand(core, handler, request, transaction)
  }

  #hand(core: Core, handler: UserAgentHandler, request: SipRequest, transaction: ServerTransaction): void {
    try {
      if (request.method === 'INVITE') this.#invite(core, handler, request, transaction)
      else if (request.method === 'REFER' && handler.refer) this.#refer(core, handler.refer.bind(handler), request, transaction)
      else if (request.method === 'SUBSCRIBE' && this.packages.subscribed(core, request, transaction)) return
      else handler.request(new ServerRequest(core, request, transaction, this.packages))
    } catch (error) {
      core.logger.error('a request failed because of a fault', {
        method: request.method,
        call: request.headers.get('Call-ID'),
        error: error instanceof Error ? error : undefined,
      })
      if (transaction.halfOpen) transaction.respond(buildResponse(request, 500, { toTag: newTag(core), headers: core.serverHeader }))
    }
  }

  #refer(core: Core, refer: (referral: OutsideReferral) => void, request: SipRequest, transaction: ServerTransaction): void {
    const referral = outsideReferral(core, request, transaction)
    if (typeof referral !== 'number') refer(referral)
    else this.#refuse(core, request, transaction, { status: referral, detail: reasonPhrase(referral), headers: [] })
  }

  #invite(core: Core, handler: UserAgentHandler, request: SipRequest, transaction: ServerTransaction): void {
    const dialog = dialogOfRequest(request, newTag(core))
    if (dialog === undefined) {
      this.#refuse(core, request, transaction, { status: 400, detail: 'Malformed Contact Header Field', headers: [] })
    } else handler.invite(new ServerInvite(core, request, transaction, dialog))
  }

  #refuse(core: Core, request: SipRequest, transaction: ServerTransaction, fault: RequestFault): void {
    const { status, detail, headers } = fault
    transaction.respond(
      buildResponse(request, status, { reason: detail, toTag: newTag(core), headers: [...core.serverHeader, ...headers] }),
    )
  }

  #need(): Core {
    if (!this.#core) throw new Error('The user agent has no transport yet.')
    return this.#core
  }
}

const NO_DIALOG: RequestFault = { status: 481, detail: 'Call/Transaction Does Not Exist', headers: [] }
