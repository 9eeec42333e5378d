/** `fine`: as it should be; `notice`: as somebody wanted it, though the caller did not; `problem`: something is to be mended. */
export type Severity = 'fine' | 'notice' | 'problem'

/** What happened, and what to do about it. `{name}` stands for a fact. */
export interface CauseText {
  readonly cause: string
  /** Empty: nothing is to be done. */
  readonly remedy: string
}

export interface Cause {
  readonly severity: Severity
  readonly de: CauseText
  readonly en: CauseText
}
