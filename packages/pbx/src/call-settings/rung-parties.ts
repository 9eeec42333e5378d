import type { Extension } from '@klinke/accounts'
import type { Call, Confirmation, DialTarget } from '@klinke/calls'
import { besideOutside } from '../calls/call-external.ts'
import type { CallContext } from '../calls/context.ts'
import { extensionById, extensionTargets } from '../calls/extension-targets.ts'
import { extensionAt } from './extension-at.ts'
import type { RungParty } from './settings.ts'

type External = Extract<RungParty, { kind: 'external' }>

/** How long whoever answers outside may think about it. */
const ACCEPT_WITHIN_SECONDS = 8

/** How they ring: with the own devices, or after them. */
export type How = 'also-ring' | 'follow-me'

/** Everything to ring for parties beside the own devices, on behalf of `extension`; empty for what cannot be rung now. */
export function partyTargets(
  call: Call,
  parties: readonly RungParty[],
  how: How,
  extension: Extension,
  context: CallContext,
): readonly DialTarget[] {
  return parties.flatMap((party) => {
    const other = party.kind === 'external' ? extensionAt(party.number, context.tenant) : extensionById(context.tenant, party.targetId)
    if (other !== undefined) return extensionTargets(other, context)
    return party.kind === 'external' ? (externalTarget(call, party, how, extension, context) ?? []) : []
  })
}

function externalTarget(
  call: Call,
  { number, confirm }: External,
  how: How,
  extension: Extension,
  context: CallContext,
): DialTarget | undefined {
  const target = besideOutside(call, number, context, { ledBy: `${extension.number} (${how})`, extension, wantsPerson: confirm })
  return target && confirm ? { ...target, confirm: pressOne(context) } : target
}

/** A mailbox presses no key, so it never gets the call; the others ring on meanwhile (CALL-03). */
export function pressOne({ tenant, pbx }: CallContext): Confirmation {
  return { prompt: pbx.prompts.source('press-1-to-accept', { tenant }), key: '1', withinSeconds: ACCEPT_WITHIN_SECONDS }
}
