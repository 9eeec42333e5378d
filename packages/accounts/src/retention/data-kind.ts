import type { Text, Tx } from '@klinke/platform'
import type { RetentionProfile } from './retention-profile.ts'

/** A kind of personal data, with the rule by which it goes. Whoever has the tables brings it; apps/server puts all of them together. */
export interface DataKind {
  /** In the log of deletions, such as `call-records`. */
  readonly name: string
  readonly words: Text
  /** The rule in words, for this customer's product, with its source. */
  readonly rule: (profile: RetentionProfile) => Text
  /**
   * Deletes of one customer what is due, in one transaction of the operator, at most some thousand at a time: called again until it gives nothing.
   * Undefined: nothing was due.
   */
  readonly remove: (tx: Tx, due: Due) => Promise<Removed | undefined>
}

/** What is due of a customer. */
export interface Due {
  readonly tenantId: string
  readonly nowMs: number
  readonly profile: RetentionProfile
  /** Days whose charged calls are in dispute. */
  readonly holds: readonly HeldDays[]
  /** Charged calls before this day are in invoices that were dispatched long enough ago. */
  readonly chargedBefore: Temporal.PlainDate
}

/** From one day to another, both included. */
export interface HeldDays {
  readonly from: string
  readonly until: string
}

export interface Removed {
  readonly count: number
  /** All of that kind that are older may be gone. */
  readonly olderThan: Date
}
