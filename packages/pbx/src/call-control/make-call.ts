import type { Extension } from '@klinke/accounts'
import type { Call, CallFlow, CallPlan, Exchange, OriginatedCall, Outcome } from '@klinke/calls'
import { callProfile } from '../calls/call-profile.ts'
import type { CallContext } from '../calls/context.ts'
import { extensionParty } from '../calls/parties.ts'
import type { CallWork } from '../slices/slice.ts'
import type { PbxSnapshot } from '../snapshot.ts'
import { OWN_PHONE_SECONDS, ownPhones, type PhoneChoice } from './own-phone.ts'
import { NoCallsNow, NotCallable } from './rules.ts'

/** RFC 3325 §9.3. */
const HIDDEN = ['Privacy', 'id'] as const

export interface CallWish extends PhoneChoice {
  readonly extension: Extension
  /** As it would be dialled at the phone. */
  readonly number: string
  readonly hideNumber?: boolean | undefined
}

/**
 * A program makes a call for an extension (click-to-dial): its phone is called, and when it has answered the number, as if it were dialled there: with the
 * same rights, number shown, and record. Throws `NotCallable`, `NoPhoneThere` and `NoCallsNow`.
 */
export function makeCall(wish: CallWish, tenant: PbxSnapshot, { exchange, pbx }: CallWork): OriginatedCall {
  const { extension, number, hideNumber } = wish
  const plan = planOf(wish, tenant, exchange)
  const context: CallContext = { tenant, from: plan.called, internal: true, forwards: [], exchange, pbx }
  const made = exchange.originate({
    ...{ tenantId: tenant.id, direction: plan.direction, caller: extensionParty(tenant, extension), called: plan.called },
    profile: callProfile(tenant, pbx),
    first: ownPhones(extension, wish, context),
    ring: { withinSeconds: OWN_PHONE_SECONDS },
    ...(hideNumber === true && { headers: [HIDDEN] }),
    flow: dialling(number, context),
    forHelp: plan.emergency,
  })
  if ('kind' in made) throw new NoCallsNow()
  return made
}

function planOf({ extension, number }: CallWish, { id, sipDomain }: PbxSnapshot, exchange: Exchange): CallPlan {
  const domain = sipDomain.toLowerCase()
  const plan = exchange.planAt({ tenantId: id, extensionId: extension.id, extensionNumber: extension.number, domain }, number)
  if (plan.kind !== 'call') throw new NotCallable(number)
  return plan
}

/** The phone has answered: from now on it is as if its user had dialled. Who called for help so is helped like everybody (EMG-01). */
function dialling(number: string, context: CallContext): CallFlow {
  return async (call, exchange) => {
    call.note('call-control', `${call.principal.party.number} calls ${number} by a program`)
    const plan = exchange.planFor(call.principal, number)
    if (plan.kind !== 'call') return plan
    const outcome = plan.emergency ? await exchange.dialOn(call, number, true) : await plan.flow(call, exchange)
    await tell(call, outcome, context)
    return outcome
  }
}

/** The phone is answered already, so that it is told by a voice what else it would show. */
async function tell(call: Call, outcome: Outcome, { tenant, pbx }: CallContext): Promise<void> {
  if (outcome.kind !== 'refused' || outcome.isTold === true) return
  await call.play(pbx.prompts.source('not-available', { tenant }))
}
