import type { Extension } from '@klinke/accounts'
import type { Call, DialTarget } from '@klinke/calls'
import { outsideCall } from '../calls/call-external.ts'
import type { CallContext } from '../calls/context.ts'
import { extensionById, extensionTargets } from '../calls/extension-targets.ts'
import type { RungParty } from './settings.ts'

/** Everything to ring for parties beside the own devices, on behalf of `extension`; empty for what cannot be rung now. */
export function partyTargets(call: Call, parties: readonly RungParty[], extension: Extension, context: CallContext): readonly DialTarget[] {
  return parties.flatMap((party) => {
    if (party.kind === 'external') return externalTarget(call, party.number, extension, context) ?? []
    const other = extensionById(context.tenant, party.targetId)
    return other === undefined ? [] : extensionTargets(other, context)
  })
}

function externalTarget(call: Call, number: string, extension: Extension, context: CallContext): DialTarget | undefined {
  const target = context.pbx.outside.target(call, { ...outsideCall(call, number, context), extension })
  if (target === undefined) call.note('no-carrier', number)
  return target
}
