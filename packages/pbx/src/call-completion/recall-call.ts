import type { Extension } from '@klinke/accounts'
import { type Call, type CallFlow, type Exchange, type OriginatedCall, type Outcome, type Refusal, refused } from '@klinke/calls'
import { callProfile } from '../calls/call-profile.ts'
import type { CallContext } from '../calls/context.ts'
import { extensionById, extensionTargets } from '../calls/extension-targets.ts'
import { extensionParty, numberParty } from '../calls/parties.ts'
import { languageOf } from '../prompts/prompts.ts'
import type { Work } from '../slices/slice.ts'
import type { PbxSnapshot } from '../snapshot.ts'
import type { Completion } from './completion.ts'
import type { CallMade } from './completions.ts'
import type { RecallEnd } from './readiness.ts'

/** How long the one who asked for it is rung (ETSI EN 300 359-1, CCBS recall timer: 10 to 20 s). */
export const RECALL_SECONDS = 20

/** What the phone of the one who asked shows. */
const SHOWN = { de: 'Rückruf', en: 'Callback' } as const

/** RFC 3325 §9.3. */
const HIDDEN = ['Privacy', 'id'] as const

export interface RecallParts extends Work {
  readonly tenant: PbxSnapshot
  readonly caller: Extension
}

export interface Recall extends CallMade {
  readonly end: Promise<RecallEnd>
}

/** Rings the one who wanted the call, then makes it, as if it were dialled now: what is forbidden by now is not done. */
export function recall(completion: Completion, parts: RecallParts): Recall {
  let answered = false
  const flow: CallFlow = (call, exchange) => {
    answered = true
    return callTarget(call, completion, exchange, parts)
  }
  const originated = originate(completion, flow, parts)
  if ('kind' in originated) return { end: Promise.resolve('caller-busy'), isTalking: () => false, giveUp: () => undefined }
  return {
    end: originated.outcome.then((outcome) => (answered ? endOfCall(outcome) : endOfRinging(outcome))),
    isTalking: () => parts.exchange.calls.find(originated.id)?.bridge !== undefined,
    giveUp: () => originated.cancel(),
  }
}

function originate(completion: Completion, flow: CallFlow, { tenant, caller, exchange, pbx }: RecallParts): OriginatedCall | Refusal {
  const callee = completion.calleeId === null ? undefined : extensionById(tenant, completion.calleeId)
  const called = callee === undefined ? numberParty(completion.number) : extensionParty(tenant, callee)
  const shown = { ...called, displayName: `${SHOWN[languageOf({ tenant })]}: ${called.number}` }
  const context: CallContext = { tenant, from: shown, internal: true, forwards: [], ringsAs: { kind: 'return' }, exchange, pbx }
  return exchange.originate({
    ...{ tenantId: tenant.id, caller: extensionParty(tenant, caller), called, profile: callProfile(tenant, pbx), flow },
    direction: callee === undefined && called.number.startsWith('+') ? 'outbound' : 'internal',
    first: extensionTargets(caller, context),
    ring: { withinSeconds: RECALL_SECONDS },
    ...(completion.isHidden && { headers: [HIDDEN] }),
  })
}

async function callTarget(call: Call, completion: Completion, exchange: Exchange, { tenant, pbx }: RecallParts): Promise<Outcome> {
  call.note('call-completion', `${completion.kind}: ${completion.number}`)
  const plan = exchange.planFor(call.principal, completion.dialled)
  if (plan.kind !== 'call') return plan
  // No machine calls for help: it would flood the control centre.
  if (plan.emergency) return refused('forbidden', 403)
  const outcome = await plan.flow(call, exchange)
  if (outcome.kind === 'refused') {
    const isAgain = endOfCall(outcome) === 'callee-busy'
    await call.play(pbx.prompts.source(isAgain ? 'callback-still-busy' : 'not-available', { tenant }))
  }
  return outcome
}

/** The one who wanted it has answered. */
function endOfCall(outcome: Outcome): RecallEnd {
  if (outcome.kind === 'talked') return 'done'
  switch (outcome.cause) {
    case 'busy':
    case 'congestion':
    case 'unreachable':
      return 'callee-busy'
    default:
      return 'done'
  }
}

function endOfRinging({ cause }: Outcome): RecallEnd {
  switch (cause) {
    case 'declined':
    case 'cancelled':
      return 'done'
    case 'no-answer':
      return 'caller-absent'
    default:
      return 'caller-busy'
  }
}
