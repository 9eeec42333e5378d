import type { BridgeEnd } from '../bridge/bridge.ts'
import type { Call } from '../call/call.ts'
import type { CallParty } from '../call-records.ts'
import { dialledInUri } from '../control/dialled.ts'
import type { CallPlan } from '../dial-plan.ts'
import type { Exchange } from '../exchange/exchange.ts'
import type { Leg } from '../leg/leg.ts'
import { RINGBACK } from '../moves/replace-leg.ts'
import { type Refusal, refused } from '../outcome.ts'
import { unattended } from '../unattended.ts'
import { patienceFor } from './come-back.ts'
import type { ConverseOptions, Next } from './converse.ts'
import { planFor, undertake } from './on-behalf.ts'
import { TransferProgress } from './progress.ts'
import { ringBack } from './ring-back.ts'

/**
 * A phone sends the other party to a number (RFC 5589 §6). The other party is led there by the dial plan, as if the phone had called.
 * If nobody is reached, it is given back to the phone, which is rung again when it has hung up.
 */
export async function blind(
  call: Call,
  end: Extract<BridgeEnd, { kind: 'transfer' }>,
  exchange: Exchange,
  options: ConverseOptions,
): Promise<Next> {
  const { by, remaining, referral } = end
  const { target, request, referredBy } = referral
  const dialled = dialledInUri(target.uri)
  const plan = planTransfer(call, end, exchange)
  if (plan.kind !== 'call') {
    referral.reject(plan.status)
    return backTo(call, end)
  }
  call.note('transfer', `${by.party.number} sends ${remaining.party.number} to ${dialled}`)
  const takenOnMs = call.clock.nowMs()
  const progress = new TransferProgress(referral.accept())
  // A phone that stays to hear how it goes hears that it goes on.
  unattended(call.media.play(by.endpoint, RINGBACK))
  const connected = (): void => {
    progress.connected()
    unattended(progress.dismiss(call, by))
  }
  const patience = patienceFor(call, plan.called, options.comeBack)
  patience?.begin()
  const wish = { by, plan, led: remaining, patience, request, referredBy, ringing: () => progress.ringing(), answered: connected }
  // When the call ends meanwhile, the phone waits for a last word all the same.
  const done = await undertake(call, wish, exchange).finally(() => call.scope.closed && progress.failed(refused('cancelled', 487)))
  if (done.connected || done.outcome.kind !== 'refused') return done.outcome
  progress.failed(done.outcome)
  call.note('transfer-failed', `${dialled}: ${done.outcome.cause}`)
  await progress.leavesOrStays(call, by, takenOnMs)
  if (call.parties.isThere(by)) {
    if (!goesElsewhere(done.outcome, options)) return backTo(call, end)
    unattended(progress.dismiss(call, by))
  } else call.parties.release(by)
  return handBack(call, { by, target: plan.called, refusal: done.outcome }, exchange, options)
}

/** A phone whose transfer was in vain at once has its party again; after a time of ringing its user has gone on to others. */
function goesElsewhere({ cause }: Refusal, { comeBack }: ConverseOptions): boolean {
  return comeBack !== undefined && cause === 'no-answer'
}

function planTransfer(call: Call, { by, referral }: Extract<BridgeEnd, { kind: 'transfer' }>, exchange: Exchange): CallPlan | Refusal {
  const { target, request } = referral
  if (target.method !== 'INVITE') return refused('error', 501)
  if (!call.parties.mayUndertake) return refused('forbidden', 603)
  return planFor(by, dialledInUri(target.uri), request, exchange.dialPlan)
}

/** The two talk on, as if nothing had been asked. */
export function backTo(call: Call, { by, remaining }: { readonly by: Call['principal']; readonly remaining: Call['principal'] }): Next {
  if (call.principal !== by && call.principal !== remaining) call.parties.lead(remaining)
  else call.parties.attachPrincipal()
  return { kind: 'talk-on', to: call.principal === by ? remaining : by }
}

/** The one who transferred is rung again, unless the flow's owner knows where else the call comes back; failing that, it may know where it ends. */
export async function handBack(
  call: Call,
  { by, target, refusal }: { readonly by: Leg; readonly target: CallParty; readonly refusal: Refusal },
  exchange: Exchange,
  { comeBack, nobodyThere }: ConverseOptions,
): Promise<Next> {
  if (comeBack !== undefined) return comeBack.lead(call, { by: by.party, target, refusal }, exchange)
  const leg = await ringBack(call, by, exchange)
  if (leg !== undefined) return { kind: 'talk-on', to: leg }
  return nobodyThere === undefined ? refusal : nobodyThere(call, refusal, exchange)
}
