import type { Text, Tx } from '@klinke/platform'
import type { RetentionProfile } from './retention-profile.ts'

/** A kind of personal data, with the rule by which it goes. Whoever has the tables brings it; apps/server puts all of them together. */
export interface DataKind {
  /** In the log of deletions, such as `call-records`. */
  readonly name: string
  readonly words: Text
  /** Tables that it answers for. Each table of the database is in one kind, or is said to hold nothing personal. */
  readonly tables: readonly PersonalTable[]
  /** What for, who else gets it, and where it comes from (Art. 15 (1) GDPR). */
  readonly about: { readonly purpose: Text; readonly recipients: Text; readonly source: Text }
  /** The rule in words, for this customer's product, with its source. */
  readonly rule: (profile: RetentionProfile) => Text
  /**
   * By night: `remove` below. With the customer: the database deletes it with the row of the tenant. By itself: whoever has it deletes it, as its README says.
   */
  readonly goes: 'by-night' | 'with-customer' | 'by-itself'
  /**
   * Deletes of one customer what is due, in one transaction of the operator, at most some thousand at a time: called again until it gives nothing.
   * Undefined: nothing was due.
   */
  readonly remove?: (tx: Tx, due: Due) => Promise<Removed | undefined>
  /** How many rows the database would set apart if it deleted this customer now, because the law keeps them; absent: none. */
  readonly setApart?: (tx: Tx, tenantId: string) => Promise<number>
}

/** A table with personal data, and the columns (or expressions of SQL over them) that say whose. */
export interface PersonalTable {
  readonly name: string
  /** The customer's id; absent: `tenant_id`; null: rows belong to no customer, and are found by login and extension only. */
  readonly tenant?: string | null
  /** Ids of the extension of somebody. */
  readonly extension?: readonly string[]
  /** The same, of several at a time. */
  readonly extensions?: readonly string[]
  /** Internal numbers of extensions, or their ids as text. */
  readonly extensionNumber?: readonly string[]
  readonly login?: readonly string[]
  readonly email?: readonly string[]
  /** Telephone numbers outside. */
  readonly number?: readonly string[]
  /** False: no report on personal data has it, because it is others', or worth nothing but to whoever steals it. */
  readonly isReported?: false
}

/** What is due of a customer. */
export interface Due {
  /** `HOUSE`: what belongs to no customer. */
  readonly tenantId: string
  /** The customer is gone; what is left of it waits for its own dates. */
  readonly isDeleted: boolean
  readonly nowMs: number
  readonly profile: RetentionProfile
  /** Days whose charged calls are in dispute. */
  readonly holds: readonly HeldDays[]
  /** Charged calls before this day are in invoices that were dispatched long enough ago. */
  readonly chargedBefore: Temporal.PlainDate
}

/** In the place of a customer's id: what belongs to none, such as what operators have done. Last of all ids (RFC 9562, 5.10): files of the bank go after their entries. */
export const HOUSE = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

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
