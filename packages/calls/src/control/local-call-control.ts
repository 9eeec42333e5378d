import type { Flow, IncomingInvite, IncomingRequest, ReplacedDialog, ResponseOptions, SipRequest } from '@klinke/sip'
import type { Verdict } from '../admission/admission.ts'
import type { TrunkAccount } from '../admission/customer-trunks.ts'
import { RefusalLog } from '../admission/refusal-log.ts'
import type { Subscriber } from '../admission/subscriber.ts'
import type { Call } from '../call/call.ts'
import { leadCall } from '../call/lead-call.ts'
import { mediaRefusal } from '../call/media-failure.ts'
import type { CallFlow, CallPlan, Origin } from '../dial-plan.ts'
import { LocalExchange } from '../exchange/local-exchange.ts'
import { hopsLeft } from '../header-policy.ts'
import type { LiveCall } from '../live-call.ts'
import { MessageRelay } from '../messages/message-relay.ts'
import { type Outcome, type Refusal, refusalOptions, refused } from '../outcome.ts'
import type { RegisterAnswer } from '../registrar/registrar.ts'
import { unattended } from '../unattended.ts'
import { beginCall } from './begin-call.ts'
import { type CallControl, type CallControlParts, MAX_CALLS } from './call-control.ts'
import { CallsInProgress } from './calls-in-progress.ts'
import { dialledIn } from './dialled.ts'
import { Drain, type DrainLimits } from './drain.ts'
import { liveViews } from './live-calls.ts'
import { type OriginatedCall, type OriginatePlan, openOriginated, originatedFlow } from './originate.ts'
import { answerOther } from './other-requests.ts'
import { planReplacing } from './replacing-invite.ts'
import { SignsOfLife } from './signs-of-life.ts'

/** RFC 3261 §21.5.4; seconds after which the caller may try again. */
const NO_NEW_CALLS: Refusal = { ...refused('congestion', 503), headers: [['Retry-After', '30']] }

type Admitted = Extract<Verdict, { kind: 'extension' | 'carrier' | 'trunk' }>

export class LocalCallControl implements CallControl {
  readonly #parts: CallControlParts
  readonly exchange: LocalExchange
  readonly calls = new CallsInProgress()
  readonly #alive: SignsOfLife
  readonly #refusals: RefusalLog
  readonly #messages: MessageRelay | undefined
  #drain: Drain | undefined

  constructor(parts: CallControlParts) {
    this.#parts = parts
    this.exchange = new LocalExchange({ ...parts, calls: this.calls, originate: (plan) => this.originate(plan) })
    this.#refusals = new RefusalLog(parts.logger, parts.clock)
    const { messagePlan: plan } = parts
    this.#messages = plan && new MessageRelay({ ...parts, plan })
    this.#alive = new SignsOfLife(parts.records, parts.clock, () =>
      [...this.calls.values()]
        .flatMap((call) => call.parties.journals)
        .filter(({ over }) => !over)
        .flatMap(({ keys }) => keys),
    )
  }

  get size(): number {
    return this.calls.size
  }

  get accepting(): boolean {
    return this.#drain === undefined && this.calls.size < MAX_CALLS
  }

  liveCalls(tenantId?: string): LiveCall[] {
    const running = [...this.calls.values()].filter((call) => call.state !== 'ending').flatMap(liveViews)
    return tenantId === undefined ? running : running.filter((call) => call.tenantId === tenantId)
  }

  busySeconds(request: SipRequest, flow: Flow): number | undefined {
    return this.#parts.loadShedding?.busySeconds(request, flow)
  }

  invite(invite: IncomingInvite): void {
    const verdict = this.#parts.admission.decide(invite.request, invite.flow)
    if (!carriedOut(verdict, invite)) return
    const plan = this.#planFor(invite, verdict)
    // An emergency call is not asked to try again for the sake of a timer (EMG-01).
    if (plan.kind === 'call' && (plan.emergency || invite.admit())) this.#begin(invite, plan, originOf(verdict))
    else if (plan.kind !== 'call') {
      invite.reject(plan.status, refusalOptions(plan))
      this.#noCall(invite, verdict, plan)
    }
  }

  /** Of what became no call there is no record; who looks for it finds it all the same. */
  #noCall({ request, flow }: IncomingInvite, verdict: Admitted, { status, cause }: Refusal): void {
    if (verdict.kind !== 'extension') return
    const { extensionNumber: account, domain } = verdict.subscriber
    const about = { method: request.method, source: flow.remote.address, account, domain, dialled: dialledIn(request) }
    this.#parts.records.refused?.({ ...about, sipCallId: request.headers.get('Call-ID') ?? '', status, reason: cause })
  }

  request(incoming: IncomingRequest): void {
    const { request, flow } = incoming
    const verdict = this.#parts.admission.decide(request, flow)
    if (verdict.kind === 'anonymous') answerOther(incoming)
    else if (carriedOut(verdict, incoming)) this.#answer(incoming, verdict)
  }

  drain(limits: DrainLimits): Promise<void> {
    this.#drain ??= new Drain(this.calls, limits, this.#parts.clock, this.#parts.logger)
    return this.#drain.over
  }

  #planFor(invite: IncomingInvite, verdict: Admitted): CallPlan | Refusal {
    const { request, replaced } = invite
    // RFC 3261 §16.3 step 3: a call that goes round in circles ends here.
    if (hopsLeft(request) < 1) return refused('unreachable', 483)
    if (replaced !== undefined) return this.#planReplacing(replaced, verdict)
    const plan = this.#parts.dialPlan({ origin: originOf(verdict), dialled: dialledIn(request), request })
    // An emergency call is taken even then (EMG-01).
    return !this.accepting && plan.kind === 'call' && !plan.emergency ? NO_NEW_CALLS : plan
  }

  /** Carriers know no dialogs of phones. */
  #planReplacing(replaced: ReplacedDialog, verdict: Admitted): CallPlan | Refusal {
    if (!this.accepting) return NO_NEW_CALLS
    if (verdict.kind !== 'extension') return refused('forbidden', 403)
    return planReplacing(replaced, verdict.subscriber, this.exchange, this.#parts.mayReplace)
  }

  #answer(incoming: IncomingRequest, verdict: Admitted): void {
    const { method } = incoming.request
    if (method === 'MESSAGE' && this.#messages !== undefined && verdict.kind === 'extension') {
      unattended(this.#messages.relay(incoming, verdict.subscriber))
    } else if (method === 'PUBLISH' && this.#parts.published !== undefined && verdict.kind === 'extension') {
      this.#parts.published(incoming, verdict.subscriber)
    } else if (method !== 'REGISTER') answerOther(incoming)
    else if (verdict.kind === 'trunk') this.#registerTrunk(incoming, verdict.account)
    else if (verdict.kind !== 'extension') incoming.respond(403)
    else {
      const answer = this.#parts.registrar.register(incoming.request, incoming.flow, verdict.subscriber)
      this.#tellRefused(incoming, verdict.subscriber, answer)
      incoming.respond(answer.status, { headers: [...answer.headers, ...verdict.headers] })
    }
  }

  /** Only who has proved himself registers: a PBX with a fixed address has nothing to register. */
  #registerTrunk(incoming: IncomingRequest, account: TrunkAccount | undefined): void {
    const { registerTrunk } = this.#parts
    if (account === undefined || registerTrunk === undefined) incoming.respond(403)
    else {
      const { status, headers } = registerTrunk(incoming.request, incoming.flow, account)
      incoming.respond(status, { headers })
    }
  }

  /** 423 is how phones learn the shortest expiry, and no failure (RFC 3261 §10.2.8). */
  #tellRefused({ request, flow }: IncomingRequest, { extensionNumber, domain }: Subscriber, { status, reason }: RegisterAnswer): void {
    if (status < 300 || status === 423) return
    const { method } = request
    const about = { source: flow.remote.address, method, account: extensionNumber, domain }
    this.#refusals.tell({ ...about, reason: reason ?? String(status) })
    const sipCallId = request.headers.get('Call-ID') ?? ''
    this.#parts.records.refused?.({ ...about, dialled: undefined, sipCallId, status, reason: 'registration-refused' })
  }

  originate(plan: OriginatePlan): OriginatedCall | Refusal {
    if (!this.accepting && plan.forHelp !== true) return NO_NEW_CALLS
    try {
      const call = openOriginated(plan, this.#parts, this.calls)
      const outcome = this.#lead(call, originatedFlow(plan))
      return { id: call.id, outcome, cancel: () => call.end(refused('cancelled', 487)) }
    } catch (error) {
      return mediaRefusal(error) ?? refused('error', 500)
    }
  }

  #begin(invite: IncomingInvite, plan: CallPlan, origin: Origin): void {
    const call = beginCall(invite, plan, origin, this.#parts, this.calls)
    if (call !== undefined) void this.#lead(call, plan.flow)
  }

  /** Never rejects, as `leadCall` does not. */
  async #lead(call: Call, flow: CallFlow): Promise<Outcome> {
    this.calls.add(call)
    this.#alive.arm()
    const outcome = await leadCall(call, flow, this.exchange, this.#parts.logger)
    this.calls.delete(call)
    this.#drain?.callEnded()
    if (this.calls.size === 0) this.#alive.stop()
    return outcome
  }
}

/** Carries out a verdict that refuses. True when the request may go on. */
function carriedOut(verdict: Verdict, incoming: IncomingInvite | IncomingRequest): verdict is Admitted {
  switch (verdict.kind) {
    case 'extension':
    case 'carrier':
    case 'trunk':
      return true
    case 'anonymous':
      refuse(incoming, 403)
      return false
    case 'challenge':
      refuse(incoming, verdict.status, { headers: verdict.headers, stateless: true })
      return false
    case 'reject':
      refuse(incoming, verdict.status, { headers: verdict.headers })
      return false
    case 'drop':
      incoming.drop()
      return false
  }
}

function refuse(incoming: IncomingInvite | IncomingRequest, status: number, options: ResponseOptions = {}): void {
  if ('reject' in incoming) incoming.reject(status, options)
  else incoming.respond(status, options)
}

function originOf(verdict: Admitted): Origin {
  switch (verdict.kind) {
    case 'extension':
      return { kind: 'extension', subscriber: verdict.subscriber }
    case 'carrier':
      return { kind: 'carrier', carrier: verdict.carrier }
    case 'trunk':
      return { kind: 'trunk', trunk: verdict.trunk }
  }
}
