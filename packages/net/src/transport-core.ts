import type { Clock, Logger } from '@klinke/foundation'
import type { Flow, TransportReceiver } from '@klinke/sip'
import type { LocalAddresses } from './address/local-addresses.ts'
import type { TransportLimits } from './limits.ts'
import type { Exempt, SourceTable } from './source/source-table.ts'
import { newCounters, type TransportCounters } from './statistics.ts'
import type { QueueProbe } from './udp/queue-probe.ts'
import type { UdpFlow } from './udp/udp-flow.ts'

/** What all sockets of one transport share. */
export class TransportCore {
  readonly clock: Clock
  readonly logger: Logger
  readonly limits: TransportLimits
  readonly sources: SourceTable<UdpFlow>
  /** Sources that no limit for strangers holds up. */
  readonly exempt: Exempt
  readonly localAddresses: LocalAddresses
  readonly counters: TransportCounters = newCounters()
  /** Of the first UDP socket, when there is one. */
  queueProbe: QueueProbe | undefined
  #receiver: TransportReceiver | undefined

  constructor(parts: {
    readonly clock: Clock
    readonly logger: Logger
    readonly limits: TransportLimits
    readonly sources: SourceTable<UdpFlow>
    readonly exempt: Exempt
    readonly localAddresses: LocalAddresses
  }) {
    this.clock = parts.clock
    this.logger = parts.logger
    this.limits = parts.limits
    this.sources = parts.sources
    this.exempt = parts.exempt
    this.localAddresses = parts.localAddresses
  }

  attach(receiver: TransportReceiver): void {
    this.#receiver = receiver
  }

  /** Hands a message up. A receiver that throws has a bug: it is logged and costs this message only. */
  received(message: Uint8Array, flow: Flow): void {
    this.counters.messagesReceived++
    this.queueProbe?.messageCame()
    try {
      this.#receiver?.received(message, flow)
    } catch (error) {
      this.#bug(error, flow)
    }
  }

  flowClosed(flow: Flow): void {
    try {
      this.#receiver?.flowClosed(flow)
    } catch (error) {
      this.#bug(error, flow)
    }
  }

  #bug(error: unknown, flow: Flow): void {
    this.logger.error('The receiver of SIP messages threw', {
      flow: flow.id,
      error: error instanceof Error ? error : new Error(String(error)),
    })
  }
}
