import {
  buildRequest,
  buildResponse,
  type DialogName,
  type Flow,
  type IncomingRequest,
  type LocalDialog,
  type OutgoingInvite,
  type OutgoingRequest,
  type RequestOutcome,
  type ResponseOptions,
  type UserAgent,
  type UserAgentHandler,
} from '@klinke/sip'
import type { PaperDialog } from './paper-dialog.ts'
import { type PaperCall, PaperCaller, PaperPhone } from './paper-invites.ts'

const FLOW: Flow = {
  id: 'paper',
  protocol: 'UDP',
  local: { address: '192.0.2.1', port: 5060 },
  remote: { address: '192.0.2.10', port: 5060 },
}

/** A request that a test sent, with what it was answered. */
export interface PaperRequest {
  status: number | undefined
  headers: readonly (readonly [string, string])[]
}

/** More of a request outside a dialog. */
export interface PaperAsk {
  readonly uri?: string
  readonly body?: string | Uint8Array
  readonly maxForwards?: number
}

/** A user agent without a network: tests play the peers at the level of calls, not of messages. */
export class PaperUserAgent implements UserAgent {
  /** Phones that were called, in order. */
  readonly called: PaperPhone[] = []
  /** Those who called, in order. */
  readonly callers: PaperCaller[] = []
  /** Requests sent outside dialogs, in order. */
  readonly sent: OutgoingRequest[] = []
  /** What a phone does when it is called; the test may as well act on `called` later. */
  whenCalled: (phone: PaperPhone) => void = () => undefined
  whenAsked: (request: OutgoingRequest) => RequestOutcome | Promise<RequestOutcome> = () => ({ kind: 'timeout' })
  #calls = 0

  async request(request: OutgoingRequest, signal?: AbortSignal): Promise<RequestOutcome> {
    this.sent.push(request)
    const outcome = await this.whenAsked(request)
    signal?.throwIfAborted()
    return outcome
  }

  invite(invite: OutgoingInvite): PaperPhone {
    const phone = new PaperPhone(invite, `to-${++this.#calls}`, FLOW)
    this.called.push(phone)
    this.whenCalled(phone)
    return phone
  }

  /** By Call-ID alone: on paper all tags are the same. */
  findDialog({ callId }: DialogName): LocalDialog | undefined {
    const phone = this.called.find((called) => called.callId === callId)
    if (phone !== undefined) return phone.over ? stateOf(phone.session) : { kind: 'calling', invite: phone }
    const caller = this.callers.find(({ session }) => session.callId === callId)
    if (caller === undefined) return undefined
    return caller.final === undefined ? { kind: 'called', invite: caller } : stateOf(caller.session)
  }

  /** Someone calls the exchange. */
  call(handler: UserAgentHandler, call: PaperCall = {}, flow: Flow = FLOW): PaperCaller {
    const caller = new PaperCaller(call, `from-${++this.#calls}`, flow)
    this.callers.push(caller)
    handler.invite(caller)
    return caller
  }

  /** Someone sends the exchange another request outside a dialog. */
  ask(handler: UserAgentHandler, method: string, headers: readonly (readonly [string, string])[] = [], more: PaperAsk = {}): PaperRequest {
    const answer: PaperRequest = { status: undefined, headers: [] }
    const request = buildRequest({
      method,
      uri: more.uri ?? 'sip:customer.example',
      from: '<sip:10@customer.example>;tag=peer',
      to: '<sip:10@customer.example>',
      ...(more.body !== undefined && { body: more.body }),
      maxForwards: more.maxForwards ?? 70,
      callId: `asked-${++this.#calls}`,
      cseq: 1,
      headers,
    })
    const respond = (status: number, options: ResponseOptions = {}): void => {
      answer.status ??= status
      answer.headers = options.headers ?? []
    }
    const incoming: IncomingRequest = {
      request,
      flow: FLOW,
      respond,
      respondByDefault: () => respond(method === 'OPTIONS' ? 200 : 405),
      drop: () => {
        answer.status ??= 0
      },
    }
    handler.request(incoming)
    return answer
  }
}

function stateOf(session: PaperDialog): LocalDialog {
  return session.over ? { kind: 'ended' } : { kind: 'session', session }
}

/** A response as a peer would send it to `request`. */
export function paperResponse(
  request: OutgoingRequest,
  status: number,
  headers: readonly (readonly [string, string])[] = [],
): RequestOutcome {
  const { method, uri, from, to } = request
  const built = buildRequest({ method, uri, from, to, callId: request.callId ?? 'paper', cseq: request.cseq ?? 1, via: VIA })
  return { kind: 'response', response: buildResponse(built, status, { toTag: 'peer', headers }) }
}

const VIA = 'SIP/2.0/UDP exchange.example;branch=z9hG4bKpaper'
