import { type Clock, type Random, silentLogger, sleep } from '@klinke/foundation'
import {
  createSipStack,
  From,
  type HeaderField,
  type IncomingInvite,
  type OutgoingRequest,
  type PendingInvite,
  parseSip,
  Replaces,
  type SipResponse,
  type SipStack,
  To,
  type TransportTarget,
  tagOf,
  userText,
} from '@klinke/sip'
import { TableResolver } from '../network/table-resolver.ts'
import type { PhoneHost } from './phone-host.ts'
import { ScriptedCall } from './scripted-call.ts'
import { answerDirection } from './session-description.ts'

/** What a phone does with a call that comes in. */
export type PhoneScript =
  | { readonly kind: 'answer'; readonly afterMs: number; readonly hangUpAfterMs?: number }
  | { readonly kind: 'reject'; readonly afterMs: number; readonly status: number }
  /** Nobody is there. */
  | { readonly kind: 'ring' }

export interface PhoneAccount {
  readonly username: string
  readonly password: string
  readonly domain: string
  /** Its registrar and outbound proxy. */
  readonly server: TransportTarget
}

const NO_ANSWER = 408
const TERMINATED = 487
const BUSY_HERE = 486

/** A real SIP user agent, mostly on a simulated host, with a script instead of a person. */
export class ScriptedPhone {
  readonly account: PhoneAccount
  /** All calls so far, both directions, oldest first. */
  readonly calls: ScriptedCall[] = []
  readonly #host: PhoneHost
  readonly #clock: Clock
  readonly #stack: SipStack
  #script: PhoneScript
  #registerCseq = 0

  constructor(host: PhoneHost, clock: Clock, random: Random, account: PhoneAccount, script: PhoneScript = { kind: 'ring' }) {
    this.account = account
    this.#host = host
    this.#clock = clock
    this.#script = script
    this.#stack = createSipStack({ transport: host, resolver: new TableResolver(), clock, random, logger: silentLogger })
    host.attach(this.#stack.receiver)
    this.#stack.serve({ invite: (invite) => void this.#ring(invite), request: (request) => request.respondByDefault() })
  }

  /** What it does with the next calls. */
  follow(script: PhoneScript): void {
    this.#script = script
  }

  /** Registers, or with 0 unregisters; gives the final status, 408 without an answer. */
  async register(expiresSeconds = 600): Promise<number> {
    const { username, domain } = this.account
    // An answered challenge takes the next number.
    this.#registerCseq += 2
    const outcome = await this.#stack.userAgent.request({
      ...this.#addressed(`sip:${domain}`, username),
      method: 'REGISTER',
      headers: [['Expires', String(expiresSeconds)]],
      callId: `register-${username}@${this.#host.address}`,
      cseq: this.#registerCseq,
    })
    return outcome.kind === 'response' ? outcome.response.status : NO_ANSWER
  }

  /** Calls a number; with `replaces` it asks to take the place of somebody there (RFC 3891). */
  call(number: string, replaces?: Replaces): ScriptedCall {
    const uri = `sip:${number}@${this.account.domain}`
    // The call needs the invitation to cancel it, and the invitation the call to describe its media.
    const call = new ScriptedCall(number, this.#host, { kind: 'calling' }, () => pending.cancel())
    const headers: readonly HeaderField[] = replaces === undefined ? [] : [['Replaces', Replaces.print(replaces)]]
    const pending = this.#stack.userAgent.invite({ ...this.#addressed(uri, number), headers, offer: call.describe() })
    this.calls.push(call)
    void this.#dial(pending, call)
    return call
  }

  /** Transactions, dialogs and calls that it has not finished. */
  get unfinished(): number {
    const { clientTransactions, serverTransactions, dialogs, calls } = this.#stack.statistics()
    return clientTransactions + serverTransactions + dialogs + calls
  }

  /** Pulls the plug: nothing is said to anybody. */
  close(): void {
    this.#stack.close()
  }

  #addressed(uri: string, to: string): Omit<OutgoingRequest, 'method'> {
    const { username, password, domain, server } = this.account
    const credentials = { username, password }
    return { uri, from: `<sip:${username}@${domain}>`, to: `<sip:${to}@${domain}>`, destination: { targets: [server] }, credentials }
  }

  async #dial(pending: PendingInvite, call: ScriptedCall): Promise<void> {
    for await (const event of pending.events) {
      switch (event.kind) {
        case 'provisional':
          call.heard(event.sdp)
          if (event.response.status >= 180) call.rings(earlyDialog(event.response))
          break
        case 'answered':
          call.heard(event.sdp)
          await call.talk(event.session)
          break
        case 'failed':
          call.fail(event.outcome.kind === 'response' ? event.outcome.response.status : NO_ANSWER)
      }
    }
  }

  async #ring(invite: IncomingInvite): Promise<void> {
    const script = this.#script
    const decline = (status: number): void => {
      invite.reject(status)
      call.fail(status)
    }
    const call = new ScriptedCall(
      callerOf(invite),
      this.#host,
      { kind: 'ringing' },
      () => decline(BUSY_HERE),
      invite.request.headers.read(From)?.displayName,
    )
    this.calls.push(call)
    call.heard(invite.offer)
    invite.abandoned.addEventListener('abort', () => call.fail(TERMINATED), { once: true })
    invite.progress(180)
    if (script.kind === 'ring') return
    await sleep(this.#clock, script.afterMs, invite.abandoned).catch(() => undefined)
    if (call.state.kind !== 'ringing') return
    if (script.kind === 'answer') await this.#answer(invite, call, script.hangUpAfterMs)
    else decline(script.status)
  }

  async #answer(invite: IncomingInvite, call: ScriptedCall, hangUpAfterMs: number | undefined): Promise<void> {
    const direction = invite.offer === undefined ? 'sendrecv' : answerDirection(invite.offer)
    const session = invite.accept({ sdp: call.describe(direction) })
    const timer = hangUpAfterMs === undefined ? undefined : this.#clock.after(hangUpAfterMs, () => call.hangUp())
    await call.talk(session)
    timer?.cancel()
  }
}

/** How a Replaces names a call that only rings. */
function earlyDialog({ headers }: SipResponse): Replaces | undefined {
  const [callId, toTag, fromTag] = [headers.get('Call-ID'), tagOf(headers.read(To)), tagOf(headers.read(From))]
  if (callId === undefined || toTag === undefined || fromTag === undefined) return undefined
  return { callId, toTag, fromTag, earlyOnly: false, params: [] }
}

function callerOf(invite: IncomingInvite): string {
  const uri = parseSip(invite.request.headers.read(From)?.uri ?? '')
  return (uri && userText(uri)) ?? ''
}
