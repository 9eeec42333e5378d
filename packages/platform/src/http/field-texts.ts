import { z } from 'zod'
import { bothOf } from '../i18n/in-both.ts'
import type { Text } from '../i18n/language.ts'

/** What zod says of a field, as the validator of the routes hands it on. */
export interface FieldIssue {
  /** zod's code of the issue. */
  readonly keyword: string
  readonly message?: string | undefined
  /** What else the issue has. */
  readonly params: Readonly<Record<string, unknown>>
}

const german = z.locales.de().localeError
/** Kinds of JSON values, in words. zod's own would say which kind was sent, which is not known here any more. */
const KINDS: Readonly<Record<string, string>> = {
  ...{
    string: 'ein Text',
    number: 'eine Zahl',
    int: 'eine ganze Zahl',
    boolean: 'true oder false',
    array: 'eine Liste',
    object: 'ein Objekt',
  },
  ...{ record: 'ein Objekt', null: 'null', date: 'ein Datum', bigint: 'eine ganze Zahl' },
}

/** What is wrong with a field, in both languages: a rule of our own says it in both, for the rest zod has a locale. */
export function fieldText({ keyword, message = '', params }: FieldIssue): Text {
  const own = bothOf(message)
  if (own !== undefined) return own
  // "undefined" is no word of JSON.
  if (message.endsWith('received undefined')) return { en: 'is required', de: 'wird benötigt' }
  if (keyword === 'invalid_type') return { en: message, de: `muss ${KINDS[String(params.expected)] ?? String(params.expected)} sein` }
  const said = german({ ...params, code: keyword, input: undefined } as Parameters<typeof german>[0])
  return { en: message, de: (typeof said === 'string' ? said : said?.message) ?? 'Ungültige Eingabe' }
}
