import { parseNumber } from './characters.ts'
import type { HeaderType } from './header-type.ts'
import { type Params, paramText, printParams, quotedParam } from './params.ts'
import { parseTokenWithParams } from './token-with-params.ts'

/** Reason, RFC 3326: why a request was sent. */
export interface Reason {
  /** `SIP` (cause is a status code), `Q.850` (an ISUP cause) or another protocol. */
  readonly protocol: string
  readonly cause: number | undefined
  readonly text: string | undefined
  /** Parameters other than those above. */
  readonly params: Params
}

const MAX_CAUSE = 0xffff_ffff

export const Reason: HeaderType<Reason> = {
  name: 'Reason',
  parse(text) {
    const value = parseTokenWithParams(text)
    if (value === undefined) return undefined
    const cause = paramText(value.params, 'cause')
    return {
      protocol: value.token,
      cause: cause === undefined ? undefined : parseNumber(cause, MAX_CAUSE),
      text: paramText(value.params, 'text'),
      params: value.params.filter(({ name }) => name !== 'cause' && name !== 'text'),
    }
  },
  print({ protocol, cause, text, params }) {
    const own = [
      ...(cause === undefined ? [] : [{ name: 'cause', value: String(cause) }]),
      ...(text === undefined ? [] : [quotedParam('text', text)]),
    ]
    return protocol + printParams([...own, ...params])
  },
}
