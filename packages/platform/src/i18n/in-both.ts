import type { Language, Text } from './language.ts'

/** Record separator: in no message. */
const BETWEEN = '\u001E'

/** A message of a schema's own rule in both languages, where zod takes one text: `.refine(isTimeZone, inBoth({ en: 'must be …', de: 'muss … sein' }))`. */
export function inBoth({ en, de }: Text): string {
  return en + BETWEEN + de
}

/** Both languages of a message; undefined when it was not written by `inBoth`. */
export function bothOf(message: string): Text | undefined {
  const [en = '', de] = message.split(BETWEEN)
  return de === undefined ? undefined : { en, de }
}

/** One language of a message, whoever has written it. */
export function messageIn(message: string, language: Language): string {
  return bothOf(message)?.[language] ?? message
}
