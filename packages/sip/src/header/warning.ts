import { parseNumber } from './characters.ts'
import type { HeaderType } from './header-type.ts'
import { quote, quotedEnd, unquote } from './quoted-string.ts'

/** Warning, RFC 3261 §20.43. */
export interface Warning {
  /** 300–399 for SIP; three digits. */
  readonly code: number
  /** Host or pseudonym of who warns. */
  readonly agent: string
  readonly text: string
}

export const Warning: HeaderType<Warning> = {
  name: 'Warning',
  parse(text) {
    const match = /^(\d{3})[ \t]+([^\s"]+)[ \t]+(?=")/.exec(text)
    if (match === null) return undefined
    const quoted = text.slice(match[0].length)
    const code = parseNumber(match[1] ?? '', 999)
    if (code === undefined || quotedEnd(quoted, 0) !== quoted.length) return undefined
    return { code, agent: match[2] ?? '', text: unquote(quoted) }
  },
  print: ({ code, agent, text }) => `${code} ${agent} ${quote(text)}`,
}
