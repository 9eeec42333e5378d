import { InvalidRequest } from '../http/errors.ts'
import type { Text } from '../i18n/language.ts'

/** BSI and NIST SP 800-63B: length counts, not kinds of characters. */
export const MIN_PASSWORD = 12
export const MAX_PASSWORD = 200
/** Fewer different characters are a pattern. */
const MIN_DIFFERENT = 6
/** What guessers try first: a password may contain one of them, but not be little more than it. */
const COMMON = [
  'password',
  'passwort',
  'kennwort',
  'qwertz',
  'qwerty',
  'asdfgh',
  'hallo',
  'willkommen',
  'welcome',
  'klinke',
  'telefon',
  'admin',
  'letmein',
]
const SEQUENCES = [
  '0123456789012345678901234567890',
  '9876543210987654321098765432',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertzuiopasdfghjkl',
  'qwertyuiopasdfghjkl',
]
/** Characters that a password must have beside what can be guessed. */
const MIN_OWN = 6

const GUESSABLE: Text = {
  en: 'The password is too easy to guess: use words that have nothing to do with you or the keyboard.',
  de: 'Das Kennwort ist zu leicht zu erraten: Nehmen Sie Wörter, die mit Ihnen und der Tastatur nichts zu tun haben.',
}

/** Holds a new password to the policy. Throws `InvalidRequest`, which says what to do. `about`: name and mail address of its owner. */
export function assertGoodPassword(password: string, about: readonly string[]): void {
  const weakness = weaknessOf(password, about)
  if (weakness !== undefined) throw new InvalidRequest(weakness, [{ pointer: '/password', detail: weakness }])
}

/** Why the password can be guessed; undefined when it is good. */
export function weaknessOf(password: string, about: readonly string[]): Text | undefined {
  if ([...password].length < MIN_PASSWORD)
    return {
      en: `The password must have at least ${MIN_PASSWORD} characters; several words do well.`,
      de: `Das Kennwort muss mindestens ${MIN_PASSWORD} Zeichen haben; mehrere Wörter sind gut.`,
    }
  if (password.length > MAX_PASSWORD)
    return {
      en: `The password must have at most ${MAX_PASSWORD} characters.`,
      de: `Das Kennwort darf höchstens ${MAX_PASSWORD} Zeichen haben.`,
    }
  const small = password.toLowerCase()
  if (new Set(small).size < MIN_DIFFERENT)
    return {
      en: `The password must have at least ${MIN_DIFFERENT} different characters.`,
      de: `Das Kennwort muss mindestens ${MIN_DIFFERENT} verschiedene Zeichen haben.`,
    }
  const guessable = [...SEQUENCES.flatMap((sequence) => longestShared(small, sequence)), ...COMMON, ...about.flatMap(wordsOf)]
  const own = guessable.reduce((left, word) => left.replaceAll(word, ''), small)
  return own.length < MIN_OWN ? GUESSABLE : undefined
}

/** The parts of a name or mail address that a guesser would try. */
function wordsOf(text: string): readonly string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length >= 3)
}

/** The longest piece of the sequence in the text, from four characters on. */
function longestShared(text: string, sequence: string): readonly string[] {
  for (let length = Math.min(text.length, sequence.length); length >= 4; length--) {
    for (let start = 0; start + length <= sequence.length; start++) {
      const piece = sequence.slice(start, start + length)
      if (text.includes(piece)) return [piece]
    }
  }
  return []
}
