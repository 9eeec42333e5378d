/** Patterns of names that devices give themselves, `*` for any characters. Bounds what a customer can put on the path of a call. */
export const MAX_PATTERNS = 50

/** The User-Agent check of TRK-11: with no patterns everything goes; with patterns what names itself otherwise, or not at all, does not. */
export function isAllowedAgent(userAgent: string | undefined, patterns: readonly string[]): boolean {
  if (patterns.length === 0) return true
  const text = (userAgent ?? '').toLowerCase()
  return patterns.some((pattern) => matches(text, pattern.toLowerCase()))
}

/** Linear in the text: each piece between two `*` is looked for once, from left to right. */
function matches(text: string, pattern: string): boolean {
  const [first = '', ...others] = pattern.split('*')
  if (others.length === 0) return text === first
  if (!text.startsWith(first)) return false
  const last = others.pop() ?? ''
  let at = first.length
  for (const piece of others) {
    const found = text.indexOf(piece, at)
    if (found < 0) return false
    at = found + piece.length
  }
  return text.length - last.length >= at && text.endsWith(last)
}
