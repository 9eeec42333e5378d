/** What an operator's list, or an outside provider, says of callers: from 1 (harmless) to 100. */
export interface CallerScore {
  readonly score: number
  /** Why, such as "Ping-Anrufe"; undefined: nothing is said. */
  readonly note: string | undefined
}

/** Who scores callers (issue 5, part 7). An answer that takes longer than `SCORE_DEADLINE_MS` counts for nothing. */
export interface CallerScores {
  /** `number`: E.164 with `+`. Undefined: nothing is known of it. */
  scoreOf(number: string, atMs: number): CallerScore | undefined | Promise<CallerScore | undefined>
}

/** What is done about a caller, from mild to hard. */
export const SPAM_ACTIONS = ['mark', 'voicemail', 'reject'] as const
export type SpamAction = (typeof SPAM_ACTIONS)[number]

/** The scores from which on a customer wants something done; undefined: never. */
export interface SpamThresholds {
  readonly markFrom: number | undefined
  readonly voicemailFrom: number | undefined
  readonly rejectFrom: number | undefined
}

/** All that is set for one tenant. */
export interface SpamRules {
  readonly thresholds: SpamThresholds
  /** Beginnings of numbers, E.164 with `+`, about which nothing is done. */
  readonly allowed: readonly string[]
}
