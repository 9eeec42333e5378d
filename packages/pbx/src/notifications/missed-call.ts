import type { CallParty, EndCause } from '@klinke/calls'
import type { EndedCall } from '../call-records/ended-calls.ts'
import type { Naming } from '../call-view.ts'
import { viewParty } from '../call-view.ts'

/** A call that an extension would have got, as its user is told of it. */
export interface MissedCall {
  readonly tenantId: string
  readonly extensionId: string
  /** E.164, internal, or `anonymous`. */
  readonly callerNumber: string
  readonly callerName: string | undefined
  readonly atMs: number
  /** The caller has spoken to the mailbox. */
  readonly hasLeftMessage: boolean
}

/** How calls end that somebody would have liked to take. Not: what was declined by hand, and what no telephone can help. */
const MISSED_CAUSES: ReadonlySet<EndCause> = new Set([
  ...(['cancelled', 'hung-up-by-caller', 'hung-up-by-called', 'busy', 'no-answer', 'unreachable'] as const),
])
/** Callers whom the extension does not want to hear of. */
const UNWANTED: ReadonlySet<string> = new Set(['rejected-caller', 'anonymous-caller', 'spam-rejected'])

/** The call as one that an extension has missed: nobody has answered, or nobody but its mailbox. Undefined: it has missed nothing. */
export function missedCall({ started, answered, ended }: EndedCall, naming: Naming): MissedCall | undefined {
  const { caller, called, tenantId } = started
  const { extensionId } = called
  if (extensionId === undefined || called.tenantId !== tenantId || caller.extensionId === extensionId) return undefined
  const steps = new Set<string>(ended.route.map(({ step }) => step))
  if (!MISSED_CAUSES.has(ended.cause) || !steps.isDisjointFrom(UNWANTED)) return undefined
  const isMailbox = steps.has('mailbox') && !steps.has('wants-person')
  if (answered !== undefined && !isMailbox) return undefined
  const { number, displayName } = seenBy(tenantId, extensionId, caller, naming)
  return {
    ...{ tenantId, extensionId, callerNumber: number, callerName: displayName ?? undefined, atMs: started.startedAtMs },
    hasLeftMessage: steps.has('message-left'),
  }
}

function seenBy(tenantId: string, extensionId: string, caller: CallParty, naming: Naming): ReturnType<typeof viewParty> {
  const user = { kind: 'user', tenantId, extensionId } as const
  return viewParty(caller, user, naming(tenantId, user))
}
