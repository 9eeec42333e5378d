import type { SipMessage } from '../message/message.ts'
import { reasonPhrase } from '../message/reason-phrases.ts'
import type { NotifyContent } from '../subscription/subscription.ts'
import { bodyText } from '../user-agent/body.ts'

/** How far the request that a REFER asked for has come: its newest response. */
export interface ReferProgress {
  readonly status: number
  readonly reason: string
}

const STATUS_LINE = /^SIP\/2\.0 ([1-6]\d\d)(?: ([^\r\n]*))?(?:\r?\n|$)/i

/** The body of a NOTIFY about a REFER (RFC 3515 §2.4.5): the status line alone, since the rest concerns only who called. */
export function sipfragOf(status: number, reason: string = reasonPhrase(status)): NotifyContent {
  return { body: `SIP/2.0 ${status} ${reason}\r\n`, contentType: 'message/sipfrag;version=2.0' }
}

/** The response that the body of a NOTIFY tells of; `undefined` when it tells of none. */
export function progressOf(notify: SipMessage): ReferProgress | undefined {
  const line = STATUS_LINE.exec(bodyText(notify))
  return line === null ? undefined : { status: Number(line[1]), reason: line[2] ?? '' }
}
