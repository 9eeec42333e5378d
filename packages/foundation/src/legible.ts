/**
 * Controls, and characters that nobody sees but that change how others are read: marks of writing direction (Unicode TR9; a name that reads backwards hides
 * what it says), line separators, invisible joints. The joiners U+200C and U+200D stay: Persian and emoji need them.
 */
const TRICKS = /[\p{Cc}\u061C\u200B\u200E\u200F\u2028-\u202E\u2060-\u2064\u2066-\u206F\uFEFF\uFFF9-\uFFFB]+/gu

/**
 * What somebody unknown has written, such as the display name of a caller, so that one reads what is there: one line, without controls, in the order in which
 * it was written, at most `maxCharacters`. It may still hold markup and formulas, which whoever shows it shows as text.
 */
export function legible(text: string, maxCharacters: number): string {
  return [...text.replace(TRICKS, ' ').replace(/\s+/gu, ' ').trim()].slice(0, maxCharacters).join('')
}
