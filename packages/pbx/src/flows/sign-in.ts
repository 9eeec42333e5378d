import type { Call } from '@klinke/calls'
import type { CallContext } from '../calls/context.ts'
import type { ExtensionPins } from '../pins/extension-pins.ts'
import type { ChangeMembership } from '../teams/codes.ts'
import type { FlowInput, SignInEffect } from './interpreter/machine.ts'

/** Lets an agent prove himself, and signs him in or out. The call can hear us. */
export type SignIn = (call: Call, wanted: SignInEffect, context: CallContext) => Promise<FlowInput>

/** By the calling extension, else by extension and PIN; the lock after five wrong ones is that of hot-desking. */
export function signInAgents(pins: ExtensionPins, change: ChangeMembership): SignIn {
  return async (call, { queueId, on, recognise }, context) => {
    const { tenant, from, internal, pbx } = context
    const calling = internal && recognise ? tenant.extensions.get(from.number) : undefined
    const at = { call, tenant, prompts: pbx.prompts, callerNumber: from.number }
    const agent = calling ?? (await pins.askWho(at))
    if (agent === undefined) return { kind: 'sign-in-failed', why: 'not-known' }
    const team = queueId === undefined ? {} : { team: { id: queueId } }
    const queues = await change(tenant.id, { kind: 'queue', extensionId: agent.id, ...team }, { signedIn: on })
    if (queues === 0) {
      await call.play(pbx.prompts.source('not-possible', { tenant }))
      return { kind: 'sign-in-failed', why: `${agent.number} is no agent there` }
    }
    await call.play(pbx.prompts.source(on ? 'agent-logged-in' : 'agent-logged-out', { tenant }))
    return { kind: 'signed-in', number: agent.number, queues }
  }
}
