import { characterTable } from '../header/characters.ts'

const ALPHANUMERIC = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'
const UNRESERVED = `${ALPHANUMERIC}-_.!~*'()`

/** Which characters of a part of a URI stand for themselves (RFC 3261 §25.1); all others are escaped. */
export type UriPart = 'user' | 'password' | 'parameter' | 'header'

const PLAIN: Readonly<Record<UriPart, Uint8Array>> = {
  user: characterTable(`${UNRESERVED}&=+$,;?/`),
  password: characterTable(`${UNRESERVED}&=+$,`),
  parameter: characterTable(`${UNRESERVED}[]/:&+$`),
  header: characterTable(`${UNRESERVED}[]/?:+$`),
}
const UNRESERVED_CHARACTERS = characterTable(UNRESERVED)

/** `text` as it may stand in that part of a URI: other characters become `%` and the hex digits of their UTF-8 bytes. */
export function escapeUri(text: string, part: UriPart): string {
  const plain = PLAIN[part]
  let out = ''
  for (const character of text) {
    out +=
      plain[character.codePointAt(0) ?? 0] === 1 ? character : encodeURIComponent(character.toWellFormed()).replace(/^[^%]$/, hexEscape)
  }
  return out
}

/** `text` with all escapes undone. Escapes that are no UTF-8 stay. */
export function unescapeUri(text: string): string {
  if (!text.includes('%')) return text
  return text.replace(/(?:%[\da-f]{2})+/gi, (escapes) => {
    try {
      return decodeURIComponent(escapes)
    } catch {
      return escapes
    }
  })
}

/**
 * The one spelling of all texts that are equal by RFC 3261 §19.1.4: escapes of unreserved characters undone, the others in
 * capitals, what may not stand plain escaped. `undefined` when a `%` is followed by anything but two hex digits.
 */
export function normaliseEscapes(text: string, part: UriPart): string | undefined {
  if (isPlain(text, PLAIN[part])) return text
  if (/%(?![\da-f]{2})/i.test(text)) return undefined
  return text.replace(/%([\da-f]{2})|[^%]/giu, (match, hex?: string) => {
    if (hex === undefined) return escapeUri(match, part)
    const code = Number.parseInt(hex, 16)
    return UNRESERVED_CHARACTERS[code] === 1 ? String.fromCharCode(code) : match.toUpperCase()
  })
}

function isPlain(text: string, plain: Uint8Array): boolean {
  for (let i = 0; i < text.length; i++) {
    if (plain[text.charCodeAt(i)] !== 1) return false
  }
  return true
}

function hexEscape(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`
}
