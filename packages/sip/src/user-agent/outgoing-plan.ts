import { Route } from '../header/route.ts'
import { buildRequest } from '../message/build-request.ts'
import type { Flow } from '../transport/transport.ts'
import { contactOn, userOf } from './contact.ts'
import type { Core } from './core.ts'
import type { RequestPlan } from './request-attempts.ts'
import type { HeaderField, OutgoingRequest } from './user-agent.ts'

/** Requests that are no use without a Contact. */
const WITH_CONTACT: ReadonlySet<string> = new Set(['INVITE', 'REGISTER', 'SUBSCRIBE', 'NOTIFY', 'REFER', 'OPTIONS'])

/** Who a request outside dialogs is, beyond what the application says. */
export interface RequestIdentity {
  readonly callId: string
  readonly localTag: string
  /** CSeq of the first try. */
  readonly sequence: number
}

/** The parts of a request that may change from try to try. */
export interface RequestExtras {
  readonly headers: readonly HeaderField[]
  readonly contact?: string | undefined
}

/** A request outside dialogs as the attempts send it. */
export function outgoingPlan(core: Core, request: OutgoingRequest, identity: RequestIdentity, extras: RequestExtras): RequestPlan {
  const { method, uri, route = [] } = request
  const hasContact = request.headers?.some(([name]) => name.toLowerCase() === 'contact') ?? false
  let next = identity.sequence
  const contactOf = (flow: Flow): string | undefined => {
    if (extras.contact !== undefined) return extras.contact
    return WITH_CONTACT.has(method) && !hasContact ? contactOn(flow, core.transport, userOf(request.from)) : undefined
  }
  return {
    method,
    uri,
    nextHop: (route[0] === undefined ? undefined : Route.parse(route[0])?.uri) ?? uri,
    nextSequence: () => next++,
    build: (flow, sequence, authorization) => {
      const contact = contactOf(flow)
      return buildRequest({
        method,
        uri,
        route,
        from: `${request.from};tag=${identity.localTag}`,
        to: request.to,
        callId: identity.callId,
        cseq: sequence,
        ...(request.maxForwards !== undefined && { maxForwards: request.maxForwards }),
        ...(contact !== undefined && { contact }),
        headers: [...core.userAgentHeader, ...extras.headers, ...authorization, ...(request.headers ?? [])],
        ...(request.body !== undefined && { body: request.body, contentType: request.contentType ?? 'application/sdp' }),
      })
    },
  }
}
