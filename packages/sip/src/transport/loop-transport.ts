import type { Logger } from '@klinke/foundation'
import type { Flow, SendFailure, SocketAddress, Transport, TransportReceiver, TransportTarget } from './transport.ts'

/** No connection of a real transport is named so. */
const LOOP_ID = 'loop'

/**
 * A transport with one more flow that leads back to its own receiver, without a socket: by it the exchange calls itself, and both
 * ends are ordinary dialogs. Nothing from outside can come in on that flow, so what does needs no proof of who sent it.
 */
export class LoopTransport implements Transport {
  readonly loop: Flow
  readonly #transport: Transport
  readonly #logger: Logger
  #receiver: TransportReceiver | undefined

  /** @param at an address of this machine that sockets of ours are bound to: the media of such calls goes there. */
  constructor(transport: Transport, at: SocketAddress, logger: Logger) {
    this.#transport = transport
    this.#logger = logger
    // Nothing gets lost on the way, so it counts as reliable: no message is repeated.
    this.loop = { id: LOOP_ID, protocol: 'TCP', local: at, remote: at }
  }

  /** Plugs in what hears the messages of the loop; until then they are lost. */
  attach(receiver: TransportReceiver): void {
    this.#receiver = receiver
  }

  existing(target: TransportTarget): Flow | undefined {
    return this.#transport.existing(target)
  }

  open(target: TransportTarget, signal?: AbortSignal): Promise<Flow> {
    return this.#transport.open(target, signal)
  }

  flow(id: string): Flow | undefined {
    return id === LOOP_ID ? this.loop : this.#transport.flow(id)
  }

  send(flow: Flow, message: Uint8Array, failed?: (failure: SendFailure) => void): void {
    // Not at once: who sends is in the middle of something.
    if (flow.id === LOOP_ID) queueMicrotask(() => this.#hand(message))
    else this.#transport.send(flow, message, failed)
  }

  advertised(flow: Flow): SocketAddress {
    return flow.id === LOOP_ID ? this.loop.local : this.#transport.advertised(flow)
  }

  /** A receiver that throws has a bug: it is logged and costs this message only. */
  #hand(message: Uint8Array): void {
    try {
      this.#receiver?.received(message, this.loop)
    } catch (error) {
      this.#logger.error('The receiver of SIP messages threw', {
        flow: LOOP_ID,
        error: error instanceof Error ? error : new Error(String(error)),
      })
    }
  }
}
