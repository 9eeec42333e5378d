import { skipSpace } from './characters.ts'
import { parseDeltaSeconds } from './expires.ts'
import type { HeaderType } from './header-type.ts'
import { type Params, parseParams, printParams } from './params.ts'

/** Retry-After, RFC 3261 §20.33. */
export interface RetryAfter {
  readonly seconds: number
  /** For people; without the outer parentheses. */
  readonly comment: string | undefined
  readonly params: Params
}

export const RetryAfter: HeaderType<RetryAfter> = {
  name: 'Retry-After',
  parse(text) {
    const digits = /^\d+/.exec(text)?.[0] ?? ''
    const seconds = parseDeltaSeconds(digits)
    if (seconds === undefined) return undefined
    const at = skipSpace(text, digits.length)
    const end = text.charCodeAt(at) === 0x28 ? commentEnd(text, at) : at
    const params = end === undefined ? undefined : parseParams(text, end)
    if (end === undefined || params === undefined) return undefined
    return { seconds, comment: end === at ? undefined : text.slice(at + 1, end - 1), params }
  },
  print: ({ seconds, comment, params }) => `${seconds}${comment === undefined ? '' : ` (${comment})`}${printParams(params)}`,
}

/** The position behind the parenthesis that closes the comment at `from`; comments nest. */
function commentEnd(text: string, from: number): number | undefined {
  let depth = 0
  for (let i = from; i < text.length; i++) {
    const character = text[i]
    if (character === '\\') i++
    else if (character === '(') depth++
    else if (character === ')' && --depth === 0) return i + 1
  }
  return undefined
}
