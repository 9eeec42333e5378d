/** `token` of RFC 3261 §25.1, by character code. */
const TOKEN_CHARACTERS: Uint8Array = characterTable("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-.!%*_+`'~")

/** A table with a 1 for each ASCII character of `members`. */
export function characterTable(members: string): Uint8Array {
  const table = new Uint8Array(128)
  for (const character of members) table[character.charCodeAt(0)] = 1
  return table
}

/** True when every character from `start` to `end` is in the table. */
export function allIn(table: Uint8Array, text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    if (table[text.charCodeAt(i)] !== 1) return false
  }
  return true
}

/** True for a non-empty `token`. */
export function isToken(text: string): boolean {
  return text !== '' && allIn(TOKEN_CHARACTERS, text, 0, text.length)
}

/** Where the token that begins at `from` ends; `from` itself when there is none. */
export function tokenEnd(text: string, from: number): number {
  let i = from
  while (i < text.length && TOKEN_CHARACTERS[text.charCodeAt(i)] === 1) i++
  return i
}

/** The position of the next character that is not a space or tab. */
export function skipSpace(text: string, from: number): number {
  let i = from
  while (i < text.length && isSpace(text.charCodeAt(i))) i++
  return i
}

/** `text` without the spaces and tabs around it. Unlike `trim` it leaves other white space of Unicode alone: that is content. */
export function trimSpace(text: string): string {
  let start = 0
  let end = text.length
  while (start < end && isSpace(text.charCodeAt(start))) start++
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--
  return start === 0 && end === text.length ? text : text.slice(start, end)
}

export function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x09
}

/** The number written in `text` by decimal digits only, when it is at most `max`. */
export function parseNumber(text: string, max: number): number | undefined {
  if (text === '') return undefined
  let value = 0
  for (let i = 0; i < text.length; i++) {
    const digit = text.charCodeAt(i) - 0x30
    if (digit < 0 || digit > 9) return undefined
    value = value * 10 + digit
    if (value > max) return undefined
  }
  return value
}
