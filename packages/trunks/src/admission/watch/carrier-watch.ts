import type { ChannelsInUse } from '../channel-ledger.ts'
import type { ChannelPlace } from '../channel-place.ts'
import type { UsageWarning } from './usage-watch.ts'

/** The operator is told from here on, and again only after it was so far below. */
const WARN_AT_PERCENT = 80
const BACK_PERCENT = 5

export type ChannelWarning = Extract<UsageWarning, { kind: 'channels' }>

/** Watches how near the operator's carriers come to their channels: no customer's limit, so nobody but the operator is told. */
export class CarrierWatch {
  readonly #warn: (warning: ChannelWarning) => void
  readonly #near = new Set<string>()

  constructor(warn: (warning: ChannelWarning) => void) {
    this.#warn = warn
  }

  /** Channels of a carrier are taken or given back. */
  channelsChanged({ scope, id, name, limits }: ChannelPlace, { in: coming, out }: ChannelsInUse): void {
    const { both: channels } = limits
    const inUse = coming + out
    const percent = channels === undefined ? 0 : (inUse * 100) / channels
    if (percent < WARN_AT_PERCENT - BACK_PERCENT) this.#near.delete(id)
    if (channels === undefined || percent < WARN_AT_PERCENT || this.#near.has(id)) return
    this.#near.add(id)
    this.#warn({ kind: 'channels', place: { scope, id, name }, inUse, channels })
  }
}
