import { parseDeltaSeconds } from './expires.ts'
import type { HeaderType } from './header-type.ts'
import { type Params, paramText, paramToken, printParams } from './params.ts'
import { parseTokenWithParams } from './token-with-params.ts'

/** Subscription-State, RFC 6665 §8.2.3. */
export interface SubscriptionState {
  /** `active`, `pending`, `terminated` or an extension, in small letters. */
  readonly state: string
  /** Why it ended: `deactivated`, `probation`, `rejected`, `timeout`, `giveup`, `noresource`, `invariant` … */
  readonly reason: string | undefined
  readonly expiresSeconds: number | undefined
  readonly retryAfterSeconds: number | undefined
  /** Parameters other than those above. */
  readonly params: Params
}

const OWN: ReadonlySet<string> = new Set(['reason', 'expires', 'retry-after'])

export const SubscriptionState: HeaderType<SubscriptionState> = {
  name: 'Subscription-State',
  parse(text) {
    const value = parseTokenWithParams(text)
    if (value === undefined) return undefined
    return {
      state: value.token.toLowerCase(),
      reason: paramToken(value.params, 'reason')?.toLowerCase(),
      expiresSeconds: secondsParam(value.params, 'expires'),
      retryAfterSeconds: secondsParam(value.params, 'retry-after'),
      params: value.params.filter(({ name }) => !OWN.has(name)),
    }
  },
  print({ state, reason, expiresSeconds, retryAfterSeconds, params }) {
    let out = state
    if (reason !== undefined) out += `;reason=${reason}`
    if (expiresSeconds !== undefined) out += `;expires=${expiresSeconds}`
    if (retryAfterSeconds !== undefined) out += `;retry-after=${retryAfterSeconds}`
    return out + printParams(params)
  },
}

function secondsParam(params: Params, name: string): number | undefined {
  const text = paramText(params, name)
  return text === undefined ? undefined : parseDeltaSeconds(text)
}
