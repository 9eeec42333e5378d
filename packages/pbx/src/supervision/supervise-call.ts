import type { Extension } from '@klinke/accounts'
import { type Call, type OriginatedCall, type Outcome, type Refusal, refused } from '@klinke/calls'
import { refuseSaying } from '../calls/announce.ts'
import { callProfile } from '../calls/call-profile.ts'
import type { CallContext } from '../calls/context.ts'
import { extensionTargets } from '../calls/extension-targets.ts'
import { extensionParty } from '../calls/parties.ts'
import type { FeatureContext } from '../feature-codes/feature.ts'
import type { SupervisionMode } from './rules.ts'
import type { Obstacle, Supervisable, SupervisionContext, Supervisions } from './supervisions.ts'

/** A supervisor's phone rings for so long. */
const RING_SECONDS = 20

/** An extension dials the code and an extension whose conversation it wants to hear. */
export async function superviseByCode(call: Call, number: string, context: FeatureContext, supervisions: Supervisions): Promise<Outcome> {
  const { tenant, extension } = context
  const agent = tenant.extensions.get(number)
  const wanted = agent && { supervisorId: extension.id, agentId: agent.id }
  const found = wanted === undefined ? 'not-allowed' : supervisions.find(wanted, context)
  if (agent === undefined || wanted === undefined || typeof found === 'string') return refuse(call, found, context)
  await call.answer(extensionParty(tenant, agent))
  // Much may have happened until the phone was answered.
  const still = supervisions.find(wanted, context)
  return typeof still === 'string' ? refuse(call, still, context) : supervisions.enter(call, still, 'listen', context)
}

/** The phone of the supervisor rings, and hears the conversation when it is answered. */
export function callSupervisor(
  supervisor: Extension,
  { call: supervised, agent }: Supervisable,
  mode: SupervisionMode,
  { tenant, exchange, pbx }: SupervisionContext,
  supervisions: Supervisions,
): OriginatedCall | Refusal {
  const called = agent.party
  const context: CallContext = { tenant, from: called, internal: true, forwards: [], exchange, pbx }
  return exchange.originate({
    ...{ tenantId: tenant.id, direction: 'internal', caller: extensionParty(tenant, supervisor), called },
    profile: callProfile(tenant, pbx),
    first: extensionTargets(supervisor, context),
    ring: { withinSeconds: RING_SECONDS },
    flow: async (call) => {
      await call.answer(called)
      const wanted = { supervisorId: supervisor.id, agentId: called.extensionId ?? '', in: supervised }
      const found = supervisions.find(wanted, context)
      return typeof found === 'string' ? refuse(call, found, context) : supervisions.enter(call, found, mode, context)
    },
  })
}

function refuse(call: Call, why: Obstacle | Supervisable, context: SupervisionContext): Promise<Outcome> {
  call.note('supervision-refused', typeof why === 'string' ? why : '')
  const refusal = why === 'not-allowed' ? refused('forbidden', 403) : refused('unreachable', 480)
  return refuseSaying(call, 'supervision-refused', refusal, context)
}
