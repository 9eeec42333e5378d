import { Channel } from '@klinke/foundation'
import type { Flow, TransportReceiver } from '@klinke/sip'

export interface Arrival {
  readonly text: string
  readonly flow: Flow
}

/** A receiver that keeps what it is told, for tests to read in order. */
export class Recorder implements TransportReceiver {
  readonly messages = new Channel<Arrival>(10_000)
  readonly closures = new Channel<Flow>(10_000)

  received(message: Uint8Array, flow: Flow): void {
    this.messages.send({ text: Buffer.from(message).toString(), flow })
  }

  flowClosed(flow: Flow): void {
    this.closures.send(flow)
  }

  /** The next message. */
  async message(): Promise<Arrival> {
    const arrival = await this.messages.receive()
    if (!arrival) throw new Error('no message will come any more')
    return arrival
  }
}
