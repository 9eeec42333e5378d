import type { Text } from '@klinke/platform'

/** A decision in words: `{name}` stands for a group of the pattern that its detail fits. */
export interface StepWords extends Text {
  /** What is said instead when the detail tells more; the first pattern that fits. */
  readonly when: readonly Reading[]
}

export interface Reading extends Text {
  readonly fits: RegExp
}

/** Words for a decision: in general, and by what its detail says. */
export function said(de: string, en: string, ...when: readonly Reading[]): StepWords {
  return { de, en, when }
}

/** The same with what the detail names. */
export function told(fits: RegExp, de: string, en: string): Reading {
  return { fits, de, en }
}

/** The whole detail is one thing, such as a number. */
export function naming(de: string, en: string): Reading {
  return told(/^(?<it>.+)$/, de, en)
}
