import { z } from 'zod'

/** Far above any contract; bounds what counters are compared with. */
const MAX_CHANNELS = 10_000

const channels = z.int().min(1).max(MAX_CHANNELS).optional()

/** Calls at a time; what is absent has no limit of its own. */
export const channelLimits = z.strictObject({
  both: channels.describe('In and out together'),
  in: channels.describe('Calls that come in'),
  out: channels.describe('Calls that go out'),
})

export const CALL_RATE_RULES = ['by-channels', 'per-channel', 'single-account', 'fixed'] as const

/** How fast calls may be set up (TRK-04), and what becomes of those that come faster. */
const callRate = z.strictObject({
  rule: z
    .enum(CALL_RATE_RULES)
    .describe(
      '"by-channels": the table of TRK-04; "per-channel": 0.007 a second and channel where 5,760 minutes a month and channel are used, else the table; ' +
        '"single-account": one call every five seconds; "fixed": callsPerSecond',
    ),
  callsPerSecond: z.number().min(0.01).max(1_000).optional().describe('For "fixed"; absent: 1'),
  maxWaiting: z
    .int()
    .min(0)
    .max(1_000)
    .optional()
    .describe('Calls that wait for their turn; one more gets 503 with Retry-After; absent: 10'),
  maxWaitSeconds: z.number().min(0).max(30).optional().describe('Longest wait; who would wait longer gets 503 with Retry-After; absent: 5'),
})

const share = z.int().min(1).max(100).optional()

/** What calls look like together that need an agreement, or are not allowed (TRK-05, TRK-15, FRD-05), in the last hour. */
const usagePatterns = z.strictObject({
  fewestCalls: z.int().min(1).max(100_000).optional().describe('Of fewer calls nothing is said; absent: 20'),
  fewestForDialler: z.int().min(1).max(100_000).optional().describe('The same of a predictive dialler; absent: 50'),
  abandonedPercent: share.describe('Answered calls that the caller ended at once: from here on it is a dialler; absent: 5'),
  rungOnlyPercent: share.describe(
    'Calls given up before anybody could answer: from here on it is signalling without conversation; absent: 50',
  ),
  soundlessPercent: share.describe('Those and answered calls without sound together; absent: 50'),
})

/** The part of a product profile that says how many calls there may be at a time, and how fast they may come. */
export const admissionProfile = z.strictObject({
  channels: channelLimits.optional().describe('Channels of the contract (TRK-02); absent: no limit. Emergency calls need none'),
  callRate: callRate.optional().describe('Call attempts per second (TRK-04); absent: as fast as they come'),
  warnAtPercent: z.int().min(1).max(100).optional().describe('Share of channels and of the call rate from which a mail warns; absent: 80'),
  patterns: usagePatterns.optional().describe('From where on calls look like a dialler, or like signalling without conversation'),
  minAnsweredPercent: z.int().min(1).max(100).optional().describe('Share of calls out that must be answered (TRK-05); absent: 60'),
})

export type ChannelLimits = Readonly<z.infer<typeof channelLimits>>
export type CallRateProfile = Readonly<z.infer<typeof callRate>>
export type UsagePatterns = Readonly<z.infer<typeof usagePatterns>>
export type AdmissionProfile = Readonly<z.infer<typeof admissionProfile>>
