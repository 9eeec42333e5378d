import { DEFAULT_TIME_ZONE } from '@klinke/accounts'
import type { Call, Outcome } from '@klinke/calls'
import type { CallContext } from '../calls/context.ts'
import { type TargetFlow, targetGone } from '../calls/route-to.ts'
import { unlessFax } from '../fax/unless-fax.ts'
import { explain } from './explain.ts'
import { FlowHand } from './flow-hand.ts'
import type { FlowPrompts } from './flow-prompts.ts'
import { drive } from './interpreter/drive.ts'
import type { CallFacts, FlowWorld, Visit } from './interpreter/machine.ts'
import type { Lookup } from './lookup/lookup.ts'
import type { SignIn } from './sign-in.ts'

/** Steps of one way through flows that a call's record takes: it has to have room for what destinations do, and for the end. */
const MAX_NOTED_STEPS = 40

export interface FlowCallParts {
  readonly prompts: FlowPrompts
  readonly lookup: Lookup
  readonly signIn: SignIn
}

/** A call to a flow: it is led from block to block by the interpreter that the simulator uses too. */
export function flowCalls(parts: FlowCallParts): TargetFlow {
  // Flows lead to groups and queues that lead to flows: the steps of a call are counted across all of them.
  const steps = new WeakMap<Call, number>()
  return (call, flowId, context) => {
    const flow = context.tenant.flows.get(flowId)
    if (flow === undefined) return targetGone(call, 'flow', flowId)
    const world = worldOf(context)
    const stepsBefore = steps.get(call) ?? 0
    const hand = new FlowHand({ ...parts, call, context, flow, led: (count) => void steps.set(call, count) })
    let at = flow
    const driven = (): Promise<Outcome> =>
      drive<Outcome>({
        ...{ flowId, world, stepsBefore, facts: factsOf(call, context) },
        nowMs: () => context.exchange.clock.epochMs(),
        perform: (effect, turn) => {
          at = world.flows.get(turn.state.flowId) ?? at
          return hand.perform(effect, turn)
        },
        visited: noting(call, world),
      })
    const faxes = [...world.flows.values()].some(({ graph }) => graph.fax !== undefined)
    return faxes ? unlessFax(call, () => at.graph.fax ?? flow.graph.fax, context, driven) : driven()
  }
}

/** Writes the way into the record; of a long one the beginning and where it ends. */
function noting(call: Call, { flows }: FlowWorld): (visit: Visit) => void {
  let noted = 0
  return ({ flowId, block, what }) => {
    const ends = what.kind === 'ended' || what.kind === 'gave-up'
    if (!ends && noted++ >= MAX_NOTED_STEPS) return
    const name = flows.get(flowId)?.name ?? flowId
    const { de, en } = explain(what)
    call.note(`flow-${what.kind}`, `${name} / ${block}: ${en}`, { de: `Anrufablauf „${name}“: ${de}`, en: `Call flow “${name}”: ${en}` })
  }
}

function worldOf({ tenant }: CallContext): FlowWorld {
  return {
    flows: tenant.flows,
    schedules: tenant.schedules,
    people: [...tenant.extensions.values()],
    timeZone: tenant.profile.timeZone ?? DEFAULT_TIME_ZONE,
  }
}

function factsOf(call: Call, { from, internal }: CallContext): CallFacts {
  const called = call.journal.records.at(-1)?.head.called.number ?? ''
  return { callerNumber: from.number, internal, called }
}
