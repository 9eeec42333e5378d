/** Taken for a call as long as the queue has had none. */
export const DEFAULT_HANDLING_SECONDS = 180
/** Calls over which the handling time is averaged: enough to be steady, few enough to follow the day. */
export const AVERAGED_CALLS = 20

/**
 * How long the one at `position` (from 1 on) will wait: those before and itself, one handling time after the other, spread over the
 * agents on duty. Undefined without agents.
 */
export function estimatedWaitSeconds(position: number, agents: number, handledSeconds: readonly number[]): number | undefined {
  if (agents <= 0) return undefined
  return Math.round((position * averageSeconds(handledSeconds)) / agents)
}

function averageSeconds(handledSeconds: readonly number[]): number {
  const latest = handledSeconds.slice(-AVERAGED_CALLS)
  if (latest.length === 0) return DEFAULT_HANDLING_SECONDS
  return latest.reduce((sum, seconds) => sum + seconds, 0) / latest.length
}
