const QUOTE = 0x22
const BACKSLASH = 0x5c

/** The position behind the closing quote of the quoted string that begins at `from` (RFC 3261 §25.1); `undefined` without one. */
export function quotedEnd(text: string, from: number): number | undefined {
  if (text.charCodeAt(from) !== QUOTE) return undefined
  for (let i = from + 1; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === BACKSLASH) i++
    else if (code === QUOTE) return i + 1
  }
  return undefined
}

/** The content of a quoted string, backslashes undone. Text that is not quoted comes back as it is. */
export function unquote(text: string): string {
  if (text.charCodeAt(0) !== QUOTE) return text
  const inner = text.slice(1, text.charCodeAt(text.length - 1) === QUOTE && text.length > 1 ? -1 : undefined)
  return inner.includes('\\') ? inner.replace(/\\([\s\S])/g, '$1') : inner
}

/** `text` as a quoted string. */
export function quote(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`
}
