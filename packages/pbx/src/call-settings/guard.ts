import type { CallPolicy, CallSettings } from './settings.ts'

/** A call is forwarded at most so often, here and on its way here (CALL-07). */
export const MAX_FORWARDS = 5

/** Who has forwarded a call, and why. */
export interface Forward {
  readonly extensionId: string
  /** The extension's digits. */
  readonly number: string
  readonly reason: 'always' | 'busy' | 'no-answer' | 'not-registered'
}

export interface ForwardAttempt {
  /** Who wants to forward. */
  readonly extensionId: string
  /** The extension that it would be forwarded to, by its extension number or its public one. */
  readonly targetId: string | undefined
  /** Who has done so before, the first one first. */
  readonly earlier: readonly Forward[]
  /** Forwardings that the caller's side tells of (Diversion, RFC 5806 §5). */
  readonly before: number
  readonly policy: CallPolicy
  /** Of that extension, if it is one. */
  readonly target: CallSettings | undefined
}

/** Why a call must not be forwarded there; undefined when it may. */
export function whyNotForwarded({ extensionId, targetId, earlier, before, policy, target }: ForwardAttempt): string | undefined {
  if (earlier.length + before >= MAX_FORWARDS) return `forwarded ${MAX_FORWARDS} times already`
  if (targetId === extensionId) return 'to itself'
  if (earlier.some((forward) => forward.extensionId === targetId)) return 'back to an extension that has forwarded it'
  if (policy.forwarding === 'hops') return undefined
  if (earlier.length > 0) return 'a forwarded call is not forwarded on'
  return target === undefined || target.agreesToForwardings ? undefined : 'the target has not agreed'
}
