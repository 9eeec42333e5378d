/** What is waited for: a busy line to be free, a phone to be used, a phone to be registered; or nothing, because calls are tried at intervals. */
export type CompletionKind = 'busy' | 'no-answer' | 'not-registered' | 'redial'

/**
 * A call that could not be made, and is wanted still: a callback (CCBS, CCNR and CCNL as RFC 6910 §3 names them) or an automatic
 * redial. The exchange calls `extensionId`, and when that answers, the target.
 */
export interface Completion {
  readonly id: string
  readonly tenantId: string
  /** Who wants it. */
  readonly extensionId: string
  readonly kind: CompletionKind
  /** What is dialled, with the codes before the number. */
  readonly dialled: string
  /** The number alone. */
  readonly number: string
  /** Whose phones are watched; null: somebody outside. */
  readonly calleeId: string | null
  /** The caller is not shown outside. */
  readonly isHidden: boolean
  readonly requestedAtMs: number
  readonly expiresAtMs: number
  /** Nothing is tried before. */
  readonly notBeforeMs: number
  /** The callee has used its phone since: it is there again (`no-answer`). */
  readonly seenActive: boolean
  /** Calls to the target so far. */
  readonly attempts: number
  /** Calls that the one who wants it did not answer. */
  readonly unanswered: number
}

/** Where completions outlive a restart. */
export interface CompletionStore {
  /** Of all tenants, the oldest first. */
  load(): Promise<readonly Completion[]>
  save(completion: Completion): Promise<void>
  remove(completion: Completion): Promise<void>
}
