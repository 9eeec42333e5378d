import type { Flow, SendFailure, SocketAddress, Transport, TransportTarget } from '../transport/transport.ts'
import type { MessageTrace } from './message-trace.ts'

/** A transport that shows what it sends to a trace. What is received, whoever hears it shows. */
export class TracedTransport implements Transport {
  readonly #transport: Transport
  readonly #trace: MessageTrace

  constructor(transport: Transport, trace: MessageTrace) {
    this.#transport = transport
    this.#trace = trace
  }

  existing(target: TransportTarget): Flow | undefined {
    return this.#transport.existing(target)
  }

  open(target: TransportTarget, signal?: AbortSignal): Promise<Flow> {
    return this.#transport.open(target, signal)
  }

  flow(id: string): Flow | undefined {
    return this.#transport.flow(id)
  }

  send(flow: Flow, message: Uint8Array, failed?: (failure: SendFailure) => void): void {
    this.#trace.passed(message, 'sent', flow)
    this.#transport.send(flow, message, failed)
  }

  advertised(flow: Flow): SocketAddress {
    return this.#transport.advertised(flow)
  }
}
