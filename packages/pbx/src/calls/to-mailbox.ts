import type { Call, CallParty, Exchange, Outcome } from '@klinke/calls'
import type { CallContext, PbxParts } from './context.ts'
import { namedByCompany } from './name-callers.ts'

/** Leads a call from outside to the mailbox of the extension that its number leads to. Undefined: there is none, or it takes no messages. */
export function toMailbox(
  call: Call,
  tenantId: string,
  e164: string,
  from: CallParty,
  exchange: Exchange,
  pbx: PbxParts,
): Promise<Outcome> | undefined {
  const tenant = pbx.directory.tenant(tenantId)
  const destination = tenant?.numberDestinations.get(e164)
  if (tenant === undefined || destination?.kind !== 'extension') return undefined
  const box = tenant.voicemail.ofExtension.get(destination.targetId)
  if (box === undefined || !box.settings.enabled) return undefined
  const named = namedByCompany(from, tenant, pbx.names)
  const context: CallContext = { tenant, ...named, internal: false, forwards: [], numbers: [e164], exchange, pbx }
  return pbx.routeTo(call, { kind: 'voicemail', targetId: box.id }, context)
}
