import type { CallRateProfile, ChannelLimits } from '@klinke/accounts'
import {
  CALLS_PER_SECOND_AND_CHANNEL,
  callRateOfChannels,
  MINUTES_FOR_RATE_PER_CHANNEL,
  SINGLE_ACCOUNT_GAP_SECONDS,
} from './call-rate-table.ts'

/** Absent in the profile: so many calls wait, and so long. */
const MAX_WAITING = 10
const MAX_WAIT_SECONDS = 5

/** How fast calls may be set up somewhere, and what becomes of those that come faster. */
export interface CallRate {
  readonly callsPerSecond: number
  /** Smallest time between two calls. */
  readonly gapMs: number
  readonly maxWaiting: number
  readonly maxWaitMs: number
}

/**
 * The rate that a contract allows; undefined: as fast as calls come. Rules by channels need some: without they allow any rate.
 *
 * @param minutesPerChannel that were used in a month; undefined: not known, so not proven
 */
export function callRate(
  profile: CallRateProfile | undefined,
  limits: ChannelLimits | undefined,
  minutesPerChannel: number | undefined,
): CallRate | undefined {
  if (profile === undefined) return undefined
  const callsPerSecond = perSecond(profile, limits?.both ?? limits?.out, minutesPerChannel)
  if (callsPerSecond === undefined) return undefined
  const { maxWaiting = MAX_WAITING, maxWaitSeconds = MAX_WAIT_SECONDS } = profile
  return { callsPerSecond, gapMs: 1000 / callsPerSecond, maxWaiting, maxWaitMs: maxWaitSeconds * 1000 }
}

function perSecond({ rule, callsPerSecond = 1 }: CallRateProfile, channels: number | undefined, minutesPerChannel = 0): number | undefined {
  switch (rule) {
    case 'fixed':
      return callsPerSecond
    case 'single-account':
      return 1 / SINGLE_ACCOUNT_GAP_SECONDS
    case 'by-channels':
      return channels === undefined ? undefined : callRateOfChannels(channels)
    case 'per-channel':
      if (channels === undefined) return undefined
      return minutesPerChannel >= MINUTES_FOR_RATE_PER_CHANNEL ? channels * CALLS_PER_SECOND_AND_CHANNEL : callRateOfChannels(channels)
  }
}
