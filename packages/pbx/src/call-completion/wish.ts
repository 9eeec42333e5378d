import type { Extension } from '@klinke/accounts'
import { addressOfRecord, type Exchange } from '@klinke/calls'
import { extensionById } from '../calls/extension-targets.ts'
import { isInCall } from '../in-call/is-in-call.ts'
import type { PbxSnapshot } from '../snapshot.ts'
import type { LastAttempt } from './attempts.ts'
import type { CompletionKind } from './completion.ts'
import type { Wish } from './completions.ts'
import { completionTarget } from './target.ts'

/** What is asked for: to be called when somebody can be reached, or to have the number tried again and again. */
export type Wanted = 'callback' | 'redial'

export type WishFor = { readonly kind: 'wish'; readonly wish: Wish } | { readonly kind: 'not-possible' }

export const NOT_POSSIBLE: WishFor = { kind: 'not-possible' }

export interface WishParts {
  readonly tenant: PbxSnapshot
  /** Who wants it. */
  readonly extension: Extension
  /** Absent: how the called phones stand now is not known. */
  readonly exchange?: Exchange
}

/** What to wait for, so that the call comes about. Somebody outside cannot be watched: there it is tried at intervals. */
export function wishFor(attempt: LastAttempt, wanted: Wanted, parts: WishParts): WishFor {
  const { tenant, extension } = parts
  const { dialled, number, isHidden } = attempt
  const target = completionTarget(number, tenant, extension)
  if (target === undefined || target.calleeId === extension.id) return NOT_POSSIBLE
  const { calleeId } = target
  const kind = wanted === 'redial' || calleeId === undefined ? 'redial' : kindOf(attempt, calleeId, parts)
  const wish: Wish = { tenantId: tenant.id, extensionId: extension.id, kind, dialled, number, calleeId: calleeId ?? null, isHidden }
  return { kind: 'wish', wish }
}

/** RFC 6910 §3: busy subscriber, no response, not logged in. Who talks beside a ringing second call is busy, too. */
function kindOf({ wasBusy }: LastAttempt, calleeId: string, { tenant, exchange }: WishParts): CompletionKind {
  const callee = extensionById(tenant, calleeId)
  if (wasBusy || callee === undefined || exchange === undefined) return 'busy'
  const record = addressOfRecord({ extensionNumber: callee.number, domain: tenant.sipDomain.toLowerCase() })
  if (exchange.devicesOf(record).length === 0) return 'not-registered'
  return isInCall(exchange.calls, tenant.id, calleeId) ? 'busy' : 'no-answer'
}
