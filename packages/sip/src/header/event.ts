import type { HeaderType } from './header-type.ts'
import { type Params, paramText, printParams } from './params.ts'
import { parseTokenWithParams } from './token-with-params.ts'

/** Event, RFC 6665 §8.2.1. */
export interface EventPackage {
  /** Package and templates, such as `message-summary` or `presence.winfo`; compared with case. */
  readonly name: string
  readonly params: Params
}

export const EventPackage: HeaderType<EventPackage> = {
  name: 'Event',
  parse(text) {
    const value = parseTokenWithParams(text)
    return value === undefined ? undefined : { name: value.token, params: value.params }
  },
  print: ({ name, params }) => name + printParams(params),
}

/** The `id` that tells apart subscriptions of one dialog (RFC 6665 §8.2.1). */
export function eventId(event: EventPackage): string | undefined {
  return paramText(event.params, 'id')
}
