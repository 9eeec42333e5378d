import { type Clock, type Logger, type Random, token } from '@klinke/foundation'
import type { DialogTable } from '../dialog/dialog-table.ts'
import type { ClientTransactions } from '../transaction/client-transactions.ts'
import type { TimerValues } from '../transaction/timers.ts'
import type { LargeRequests } from '../transport/large-requests.ts'
import type { Resolver } from '../transport/resolver.ts'
import type { Transport } from '../transport/transport.ts'
import type { UsageCount } from './usage-count.ts'
import type { HeaderField } from './user-agent.ts'

/** What the parts of a user agent share. */
export interface Core {
  readonly clock: Clock
  readonly random: Random
  readonly logger: Logger
  readonly transport: Transport
  readonly resolver: Resolver
  readonly timers: TimerValues
  readonly largeRequests: LargeRequests
  readonly clients: ClientTransactions
  readonly dialogs: DialogTable
  /** User-Agent of our requests; empty when the product is not named. */
  readonly userAgentHeader: readonly HeaderField[]
  /** Server of our responses. */
  readonly serverHeader: readonly HeaderField[]
  readonly retryAfterSeconds: number
  /** To tag of stateless responses: the same each time the same request comes (RFC 3261 §8.2.7). */
  readonly statelessTag: string
  /** The shortest session interval we take (RFC 4028 §5). */
  readonly minSessionSeconds: number
  readonly calls: UsageCount
  readonly subscriptions: UsageCount
}

/** Methods this user agent takes, as its Allow says. */
export const ALLOWED_METHODS = [
  ...['INVITE', 'ACK', 'CANCEL', 'BYE', 'OPTIONS', 'PRACK', 'UPDATE', 'INFO'],
  ...['MESSAGE', 'REFER', 'SUBSCRIBE', 'NOTIFY', 'PUBLISH', 'REGISTER'],
] as const

export const ALLOW: HeaderField = ['Allow', ALLOWED_METHODS.join(', ')]

/** Extensions a request may require of us: PRACK (RFC 3262), session timers (RFC 4028), Replaces (RFC 3891), Path (RFC 3327), outbound (RFC 5626), RFC 4488, several numbers at one contact (RFC 6140). */
export const EXTENSIONS = ['100rel', 'timer', 'replaces', 'path', 'outbound', 'norefersub', 'gin'] as const

export const SDP = 'application/sdp'

/** Random characters of a tag or Call-ID: 72 bits, RFC 3261 §19.3 asks for 32. */
export const TAG_CHARACTERS = 12

/** A tag or the random part of a Call-ID. */
export function newTag(core: Core): string {
  return token(core.random, TAG_CHARACTERS)
}
