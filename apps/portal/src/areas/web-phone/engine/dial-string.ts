/** What is dialled of what was typed or copied: digits, `+`, `*`, `#`; a name of SIP stays as it is. */
export function dialString(typed: string): string {
  const text = typed.trim().replace(/^tel:/i, '')
  return /^[\d+*#\s()/.-]+$/.test(text) ? text.replaceAll(/[^\d+*#]/g, '') : text
}
