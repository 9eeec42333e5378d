import type { SipResponse } from '../message/message.ts'
import { type ParkedMessage, unpark } from '../message/parked-message.ts'
import type { Flow, Transport } from '../transport/transport.ts'

/**
 * What stands for an INVITE of ours that has its final response while more may come, the final states of its machine. Requests
 * other than INVITE leave nothing: a response that comes twice finds no transaction and is dropped, which is all timer K is for.
 */
export interface FinishedInvite {
  /** One more final response. */
  received(response: SipResponse): void
}

/** A refused INVITE: whoever repeats the refusal has not got the ACK (timer D, RFC 3261 §17.1.1.2). */
export class RefusedInvite implements FinishedInvite {
  readonly #transport: Transport
  readonly #flow: Flow
  readonly #ack: ParkedMessage

  constructor(transport: Transport, flow: Flow, ack: ParkedMessage) {
    this.#transport = transport
    this.#flow = flow
    this.#ack = ack
  }

  received(response: SipResponse): void {
    if (response.status >= 300) this.#transport.send(this.#flow, unpark(this.#ack))
  }
}
