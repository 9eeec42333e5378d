import type { HeaderType } from './header-type.ts'
import { type Params, paramText, printParams } from './params.ts'
import { parseTokenWithParams } from './token-with-params.ts'

/** Content-Disposition, RFC 3261 §20.11. */
export interface ContentDisposition {
  /** `session`, `render`, `early-session` … in small letters. */
  readonly type: string
  readonly params: Params
}

export const ContentDisposition: HeaderType<ContentDisposition> = {
  name: 'Content-Disposition',
  parse(text) {
    const value = parseTokenWithParams(text)
    return value === undefined ? undefined : { type: value.token.toLowerCase(), params: value.params }
  },
  print: ({ type, params }) => type + printParams(params),
}

/** True when a body that is not understood may be passed over; the default is that it may not. */
export function isOptional(disposition: ContentDisposition): boolean {
  return paramText(disposition.params, 'handling')?.toLowerCase() === 'optional'
}
