import type { Clock } from '@klinke/foundation'
import type { Flow, IncomingRequest, OutgoingRequest, RequestOutcome, SipRequest, UserAgent } from '@klinke/sip'
import type { Subscriber } from '../admission/subscriber.ts'
import { dialledIn } from '../control/dialled.ts'
import { headersForMessage, hopsLeft } from '../header-policy.ts'
import type { Binding, Registrar } from '../registrar/registrar.ts'
import type { MessagePlan, MessageWay } from './message-plan.ts'

/** Text, a picture of a few pixels, or the news that somebody is typing; files go another way. */
export const MAX_MESSAGE_BYTES = 8_192

/** RFC 3428 §8 allows 1,300 bytes over UDP, head included: a larger one would come in fragments, or not at all. */
const MAX_UDP_MESSAGE_BYTES = 900

/** Messages on their way; more are refused with 503. */
const MAX_UNDER_WAY = 1_000

/** Well below the 32 s after which the sender gives up by itself (RFC 3261 §17.1.2.2). */
const ANSWER_WITHIN_MS = 20_000

export interface MessageRelayParts {
  readonly userAgent: Pick<UserAgent, 'request'>
  readonly registrar: Pick<Registrar, 'lookup'>
  readonly flow: (flowId: string) => Flow | undefined
  readonly plan: MessagePlan
  readonly clock: Clock
}

/** Pager messages between extensions (RFC 3428): each registered device of the other gets a copy. Nothing is kept. */
export class MessageRelay {
  readonly #parts: MessageRelayParts
  #underWay = 0

  constructor(parts: MessageRelayParts) {
    this.#parts = parts
  }

  /** Passes on what an admitted extension has sent, and answers it: as the first device does that takes it, else with the best refusal. */
  async relay(incoming: IncomingRequest, sender: Subscriber): Promise<void> {
    const { request } = incoming
    const refusal = this.#refusal(request)
    const way = refusal === undefined ? this.#parts.plan(sender, dialledIn(request)) : undefined
    if (way === undefined) incoming.respond(refusal ?? 404)
    else {
      this.#underWay++
      try {
        incoming.respond(await this.#carry(request, way))
      } finally {
        this.#underWay--
      }
    }
  }

  #refusal(request: SipRequest): number | undefined {
    if (request.body.length > MAX_MESSAGE_BYTES) return 413
    if (hopsLeft(request) < 1) return 483
    return this.#underWay >= MAX_UNDER_WAY ? 503 : undefined
  }

  async #carry(request: SipRequest, way: MessageWay): Promise<number> {
    const bindings = this.#parts.registrar.lookup(way.addressOfRecord)
    if (bindings.length === 0) return 480
    const copies = bindings.map((binding) => this.#copyFor(binding, request, way)).filter((copy) => copy !== undefined)
    return copies.length === 0 ? 413 : this.#sendAll(copies)
  }

  /** `undefined`: too large for the way to this device. */
  #copyFor(binding: Binding, request: SipRequest, { from, to }: MessageWay): OutgoingRequest | undefined {
    const flow = this.#parts.flow(binding.flowId)
    if (flow?.protocol === 'UDP' && request.body.length > MAX_UDP_MESSAGE_BYTES) return undefined
    return {
      method: 'MESSAGE',
      uri: binding.contactUri,
      from,
      to,
      destination: flow === undefined ? 'resolve' : { flow },
      route: binding.path,
      maxForwards: hopsLeft(request) - 1,
      headers: headersForMessage(request),
      body: request.body,
      contentType: request.headers.get('Content-Type') ?? 'text/plain',
    }
  }

  /** The first 2xx, else the best refusal, in time for the sender. */
  async #sendAll(copies: readonly OutgoingRequest[]): Promise<number> {
    const { promise: late, resolve } = Promise.withResolvers<number>()
    const timer = this.#parts.clock.after(ANSWER_WITHIN_MS, () => resolve(480))
    const sent = copies.map(async (copy) => statusOf(await this.#parts.userAgent.request(copy)))
    const taken = sent.map(async (status) => ((await status) < 300 ? status : Promise.reject(new Refused())))
    // When none has taken it, the best of the refusals counts.
    const status = await Promise.race([late, Promise.any(taken).catch(() => best(sent))])
    timer.cancel()
    return status
  }
}

class Refused extends Error {}

/** A refusal that speaks of the person or the message comes before one that speaks of the way. */
async function best(sent: readonly Promise<number>[]): Promise<number> {
  const statuses = await Promise.all(sent)
  return statuses.find((status) => status >= 600) ?? statuses.find((status) => status >= 400 && status < 500 && status !== 480) ?? 480
}

/** What the sender is told. A device that asks for a password, or says nothing, cannot be reached. */
function statusOf(outcome: RequestOutcome): number {
  const status = outcome.kind === 'response' ? outcome.response.status : 480
  if (status < 300) return status === 202 ? 202 : 200
  return status === 401 || status === 407 || status === 408 || status === 481 || status < 400 ? 480 : status
}
