import type { Flow, SendFailure, SocketAddress, Transport, TransportTarget } from '@klinke/sip'

/** A transport that calls us by another name than our address towards some peers, in Via and Contact (RFC 3261 §8.1.1.7, §8.1.1.8). */
export class NamedTransport implements Transport {
  readonly #transport: Transport
  readonly #nameFor: (flow: Flow) => SocketAddress | undefined

  constructor(transport: Transport, nameFor: (flow: Flow) => SocketAddress | undefined) {
    this.#transport = transport
    this.#nameFor = nameFor
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
    this.#transport.send(flow, message, failed)
  }

  advertised(flow: Flow): SocketAddress {
    return this.#nameFor(flow) ?? this.#transport.advertised(flow)
  }
}
