import { type Clock, type Random, silentLogger } from '@klinke/foundation'
import {
  buildResponse,
  Contact,
  CSeq,
  createSipStack,
  DigestServer,
  type DigestVerdict,
  Expires,
  type Flow,
  type HeaderField,
  ha1s,
  type IncomingInvite,
  type IncomingRequest,
  parseMessage,
  printMessage,
  type SipRequest,
  type SipStack,
} from '@klinke/sip'
import { type SeededNetwork, type SimulatedHost, TableResolver } from '@klinke/testbed'

export const USERNAME = 'klinke'
export const PASSWORD = 'correct horse'
const REALM = 'carrier.example'

/** A REGISTER as the carrier got it, with or without credentials. */
export interface Register {
  readonly callId: string
  readonly cseq: number
  readonly expiresSeconds: number
  readonly contact: string | undefined
  readonly verdict: string
  readonly atMs: number
}

/** A carrier's server on the simulated network: a registrar with digest, and OPTIONS; it answers as the test wants. */
export class ScriptedCarrier {
  readonly host: SimulatedHost
  readonly stack: SipStack
  readonly registers: Register[] = []
  /** Times of OPTIONS. */
  readonly options: number[] = []
  /** Calls with the right password, and what is said to them. */
  readonly invites: IncomingInvite[] = []
  inviteAnswer = 200
  /** Challenges every INVITE, also those with the right password. */
  challengesForEver = false
  /** INVITEs that were challenged. */
  challenged = 0
  /** What it says to everything instead of serving. */
  answer: { readonly status: number; readonly headers?: readonly HeaderField[] } | undefined
  grantSeconds: number | undefined
  minExpiresSeconds = 0
  serviceRoute: string | undefined
  readonly #clock: Clock
  readonly #digest: DigestServer

  constructor(network: SeededNetwork, clock: Clock, random: Random, address: string) {
    this.#clock = clock
    this.host = network.host(address)
    this.stack = createSipStack({ transport: this.host, resolver: new TableResolver(), clock, random, logger: silentLogger })
    const { receiver } = this.stack
    this.host.attach({
      received: (message, flow) => {
        if (!this.#optionsAnswered(message, flow)) receiver.received(message, flow)
      },
      flowClosed: (flow) => receiver.flowClosed(flow),
    })
    this.#digest = new DigestServer({ secret: new Uint8Array(16), random })
    this.stack.serve({ invite: (invite) => this.#invite(invite), request: (incoming) => this.#request(incoming) })
  }

  /** The REGISTER that were let in. */
  get accepted(): readonly Register[] {
    return this.registers.filter(({ verdict }) => verdict === 'accepted')
  }

  #request(incoming: IncomingRequest): void {
    if (this.answer !== undefined) incoming.respond(this.answer.status, { headers: this.answer.headers ?? [] })
    else if (incoming.request.method === 'REGISTER') this.#register(incoming)
    else incoming.respond(200)
  }

  /** The stack answers OPTIONS to the server by itself; a carrier may not be so friendly. */
  #optionsAnswered(message: Uint8Array, flow: Flow): boolean {
    const parsed = parseMessage(message)
    if (!parsed.ok || parsed.value.kind !== 'request' || parsed.value.method !== 'OPTIONS') return false
    this.options.push(this.#clock.nowMs())
    if (this.answer === undefined) return false
    this.host.send(flow, printMessage(buildResponse(parsed.value, this.answer.status, { toTag: 'x' })))
    return true
  }

  #invite(invite: IncomingInvite): void {
    if (this.challengesForEver || this.#verdict(invite.request).kind !== 'accepted') {
      this.challenged++
      invite.reject(401, { headers: this.#challenges(false) })
    } else {
      this.invites.push(invite)
      if (this.inviteAnswer === 200) invite.accept({ sdp: 'answer' })
      else invite.reject(this.inviteAnswer)
    }
  }

  #verdict(request: SipRequest): DigestVerdict {
    const secrets = (username: string): ReturnType<typeof ha1s> | undefined =>
      username === USERNAME ? ha1s(USERNAME, REALM, PASSWORD) : undefined
    return this.#digest.verify(request, { realm: REALM, challenger: 'user-agent', nowMs: this.#clock.epochMs(), secrets })
  }

  #challenges(stale: boolean): readonly HeaderField[] {
    return this.#digest.challenges(REALM, this.#clock.epochMs(), stale).map((value): HeaderField => ['WWW-Authenticate', value])
  }

  #register(incoming: IncomingRequest): void {
    const { request } = incoming
    const verdict = this.#verdict(request)
    const expiresSeconds = request.headers.read(Expires) ?? -1
    const contact = request.headers.read(Contact)
    this.registers.push({
      callId: request.headers.get('Call-ID') ?? '',
      cseq: request.headers.read(CSeq)?.sequence ?? 0,
      expiresSeconds,
      contact: contact?.uri,
      verdict: verdict.kind,
      atMs: this.#clock.nowMs(),
    })
    if (verdict.kind !== 'accepted') {
      incoming.respond(401, { headers: this.#challenges(verdict.kind === 'stale') })
    } else if (expiresSeconds > 0 && expiresSeconds < this.minExpiresSeconds) {
      incoming.respond(423, { headers: [['Min-Expires', String(this.minExpiresSeconds)]] })
    } else {
      const granted = Math.min(expiresSeconds, this.grantSeconds ?? expiresSeconds)
      const headers: HeaderField[] = [['Contact', `<${contact?.uri}>;expires=${granted}`]]
      if (this.serviceRoute !== undefined) headers.push(['Service-Route', this.serviceRoute])
      incoming.respond(200, { headers })
    }
  }
}
