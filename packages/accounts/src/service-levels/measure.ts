import type { Component } from './component.ts'
import type { Span } from './span.ts'

/** What is known of a component. */
export interface ComponentState {
  readonly component: Component
  readonly measuredFromMs: number
  readonly probedMs: number
  /** Last probe that went well. */
  readonly goodMs: number
  /** Undefined: it works. */
  readonly downSinceMs: number | undefined
  /** Since then nobody means to measure it; undefined: it is measured. */
  readonly restsSinceMs: number | undefined
}

export interface Probe {
  readonly atMs: number
  readonly good: boolean
  /** What went wrong, for the operator. */
  readonly detail: string
}

/** What a probe makes of an outage. */
export type OutageChange =
  | { readonly kind: 'begun'; readonly fromMs: number; readonly cause: 'failed'; readonly detail: string }
  | { readonly kind: 'ended'; readonly atMs: number }
  | ({ readonly kind: 'missed' } & Span)

/** Without a probe for so long nobody was there to probe: two of two minutes may be late. */
export const MAX_GAP_MS = 5 * 60_000

/**
 * What is known after a probe. A component is down from the first probe that fails until the first that goes well. Where nobody has probed for too long the
 * exchange itself was down: that is an outage from the last probe on, too, unless measuring rested on purpose. A clock that was set back changes nothing until it has caught up.
 */
export function measured(
  state: ComponentState | undefined,
  component: Component,
  { atMs, good, detail }: Probe,
): { readonly state: ComponentState; readonly changes: readonly OutageChange[] } {
  const before = state ?? { component, measuredFromMs: atMs, probedMs: atMs, goodMs: atMs, downSinceMs: undefined, restsSinceMs: undefined }
  if (atMs < before.probedMs) return { state: before, changes: [] }
  const changes: OutageChange[] = []
  if (isMissed(before, atMs)) changes.push({ kind: 'missed', fromMs: before.goodMs, untilMs: atMs })
  if (!good && before.downSinceMs === undefined) changes.push({ kind: 'begun', fromMs: atMs, cause: 'failed', detail })
  if (good && before.downSinceMs !== undefined) changes.push({ kind: 'ended', atMs })
  const downSinceMs = good ? undefined : (before.downSinceMs ?? atMs)
  return { state: { ...before, probedMs: atMs, goodMs: good ? atMs : before.goodMs, downSinceMs, restsSinceMs: undefined }, changes }
}

/**
 * What is known once nobody means to measure a component any more, because there is none, or probes are switched off. An outage that lasts ends here: nobody could
 * see its end. Time until the next probe is no outage. Undefined: nothing changes.
 */
export function rested(
  state: ComponentState | undefined,
  atMs: number,
): { readonly state: ComponentState; readonly changes: readonly OutageChange[] } | undefined {
  if (state === undefined || state.restsSinceMs !== undefined || atMs < state.probedMs) return undefined
  const changes: OutageChange[] = []
  if (isMissed(state, atMs)) changes.push({ kind: 'missed', fromMs: state.goodMs, untilMs: atMs })
  if (state.downSinceMs !== undefined) changes.push({ kind: 'ended', atMs })
  return { state: { ...state, downSinceMs: undefined, restsSinceMs: atMs }, changes }
}

function isMissed({ probedMs, downSinceMs, restsSinceMs }: ComponentState, atMs: number): boolean {
  return atMs - probedMs > MAX_GAP_MS && downSinceMs === undefined && restsSinceMs === undefined
}
