import { BoundedMap, type Clock, type Logger, Scope } from '@klinke/foundation'
import type { MediaEngine } from '@klinke/rtp'
import {
  type IncomingInvite,
  type IncomingRequest,
  parseSip,
  type SipRequest,
  type UserAgent,
  type UserAgentHandler,
  userText,
} from '@klinke/sip'
import { type CallInProgress, type CallInRequest, callIn } from './call-in.ts'
import { ControlCentre } from './control-centre.ts'
import type { CustomerLine } from './customer-line.ts'
import { behaviourOf, calledNumber } from './numbers.ts'
import { serveCall } from './serve-call.ts'

export interface PublicNetworkOptions {
  readonly userAgent: UserAgent
  readonly media: MediaEngine
  readonly line: CustomerLine
  readonly realm: string
  readonly clock: Clock
  readonly logger: Logger
}

export type CallInAnswer = { readonly kind: 'started'; readonly id: string } | { readonly kind: 'not-registered' }

/** Calls whose outcome is remembered for who asked for them. */
const REMEMBERED_CALLS = 1000

/** The rest of the telephone world, as far as the demo needs it: a carrier and everybody behind it. */
export class PublicNetwork implements UserAgentHandler {
  readonly #options: PublicNetworkOptions
  readonly #scope = new Scope('public network')
  readonly #callsIn = new BoundedMap<string, CallInProgress>(REMEMBERED_CALLS)
  /** Who answers 110 and 112. */
  readonly controlCentre = new ControlCentre()
  #calls = 0
  #live = 0

  constructor(options: PublicNetworkOptions) {
    this.#options = options
  }

  get registered(): boolean {
    return this.#options.line.binding !== undefined
  }

  /** Calls going on now, in both directions. */
  get liveCalls(): number {
    return this.#live
  }

  invite(invite: IncomingInvite): void {
    const headers = this.#options.line.challenge(invite.request, 'proxy')
    if (headers) invite.reject(407, { headers })
    else this.#serve(invite)
  }

  request(incoming: IncomingRequest): void {
    if (incoming.request.method === 'REGISTER') this.#options.line.register(incoming)
    // TRK-07: a trunk knows neither SUBSCRIBE nor NOTIFY nor REFER; OPTIONS only asks whether someone is there.
    else
      incoming.respond(incoming.request.method === 'OPTIONS' ? 200 : 405, {
        headers: [['Allow', 'INVITE, ACK, BYE, CANCEL, OPTIONS, REGISTER']],
      })
  }

  /** Calls a number of the customer. */
  callIn(request: CallInRequest): CallInAnswer {
    const { binding } = this.#options.line
    if (!binding) return { kind: 'not-registered' }
    const id = String(++this.#calls)
    this.#callsIn.set(id, { state: 'calling' })
    this.#run(`call in to ${request.to}`, (scope) =>
      callIn(request, binding, this.#options, scope, (progress) => this.#callsIn.set(id, progress)),
    )
    return { kind: 'started', id }
  }

  /** How far a call that `callIn` started has come. */
  progress(id: string): CallInProgress | undefined {
    return this.#callsIn.get(id)
  }

  /** Hangs up all calls. */
  close(): Promise<void> {
    return this.#scope.close()
  }

  #serve(invite: IncomingInvite): void {
    const number = calledNumber(userOf(invite.request))
    const behaviour = behaviourOf(number)
    if (number === '110' || number === '112') this.controlCentre.note(number, invite)
    this.#run(`call to ${number}: ${behaviour.kind}`, async (scope) => {
      await serveCall(invite, behaviour, this.#options, scope).catch((error: unknown) => {
        if (!invite.abandoned.aborted) throw error
      })
    })
  }

  /** A call in a scope of its own: what goes wrong in it ends it, and nothing else. */
  #run(name: string, call: (scope: Scope) => Promise<void>): void {
    this.#options.logger.info(name)
    this.#live++
    const task = this.#scope.run(name, call).catch((error: unknown) => this.#failed(name, error))
    // The failure is told by `#failed`.
    void this.#scope.spawn(() => task.finally(() => this.#live--)).catch(() => undefined)
  }

  #failed(name: string, error: unknown): void {
    if (!this.#scope.closed) this.#options.logger.error('call failed', { name, error: error instanceof Error ? error : String(error) })
  }
}

function userOf(request: SipRequest): string {
  const uri = parseSip(request.uri)
  return (uri && userText(uri)) ?? ''
}
