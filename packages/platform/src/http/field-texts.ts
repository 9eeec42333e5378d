import { bothOf } from '../i18n/in-both.ts'
import type { Text } from '../i18n/language.ts'
import { germanIssue } from './german-issue.ts'

/** What zod says of a field, as the validator of the routes hands it on. */
export interface FieldIssue {
  /** zod's code of the issue. */
  readonly keyword: string
  readonly message?: string | undefined
  /** What else the issue has. */
  readonly params: Readonly<Record<string, unknown>>
}

/** What is wrong with a field, in both languages: a rule of our own says it in both, the rest is said here. */
export function fieldText({ keyword, message = '', params }: FieldIssue): Text {
  const own = bothOf(message)
  if (own !== undefined) return own
  // "undefined" is no word of JSON.
  if (message.endsWith('received undefined')) return { en: 'is required', de: 'Bitte angeben' }
  return { en: message, de: germanIssue({ keyword, params }) }
}
