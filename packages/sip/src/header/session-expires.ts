import { trimSpace } from './characters.ts'
import { parseDeltaSeconds } from './expires.ts'
import type { HeaderType } from './header-type.ts'
import { type Params, paramText, parseParams, printParams, withoutParam } from './params.ts'

/** Session-Expires, RFC 4028 §4. */
export interface SessionExpires {
  readonly seconds: number
  /** Who refreshes the session; `undefined` when it is left open. */
  readonly refresher: 'uac' | 'uas' | undefined
  readonly params: Params
}

export const SessionExpires: HeaderType<SessionExpires> = {
  name: 'Session-Expires',
  parse(text) {
    const value = parseSecondsWithParams(text)
    if (value === undefined) return undefined
    const refresher = paramText(value.params, 'refresher')?.toLowerCase()
    if (refresher !== undefined && refresher !== 'uac' && refresher !== 'uas') return undefined
    return { seconds: value.seconds, refresher, params: withoutParam(value.params, 'refresher') }
  },
  print: ({ seconds, refresher, params }) => `${seconds}${refresher === undefined ? '' : `;refresher=${refresher}`}${printParams(params)}`,
}

/** Min-SE in seconds, RFC 4028 §5. It has no parameters of its own; foreign ones are passed over. */
export const MinSE: HeaderType<number> = {
  name: 'Min-SE',
  parse: (text) => parseSecondsWithParams(text)?.seconds,
  print: String,
}

function parseSecondsWithParams(text: string): { seconds: number; params: Params } | undefined {
  const semicolon = text.indexOf(';')
  const seconds = parseDeltaSeconds(semicolon < 0 ? text : trimSpace(text.slice(0, semicolon)))
  const params = parseParams(text, semicolon < 0 ? text.length : semicolon)
  return seconds === undefined || params === undefined ? undefined : { seconds, params }
}
