import { skipSpace, tokenEnd } from './characters.ts'
import { type Params, parseParams } from './params.ts'

/** A token and what follows it, the shape of Event, Subscription-State, Reason, Content-Disposition. */
export interface TokenWithParams {
  readonly token: string
  readonly params: Params
}

export function parseTokenWithParams(text: string): TokenWithParams | undefined {
  const end = tokenEnd(text, 0)
  if (end === 0) return undefined
  const params = parseParams(text, skipSpace(text, end))
  return params === undefined ? undefined : { token: text.slice(0, end), params }
}
