import type { DialogPeer, SentAck } from './dialog-peer.ts'

/** The ACK of a 2xx: sent once, then again for each repetition of the 2xx (RFC 3261 §13.2.2.4). */
export class SuccessAck {
  /** Until it is sent; a sent ACK outlives its call by half a minute and must not hold on to it. */
  #peer: DialogPeer | undefined
  readonly #sequence: number
  #ack: SentAck | undefined

  /** @param sequence CSeq of the INVITE. */
  constructor(peer: DialogPeer, sequence: number) {
    this.#peer = peer
    this.#sequence = sequence
  }

  get sent(): boolean {
    return this.#peer === undefined
  }

  /** Sends it; `sdp` answers an offer that came in the 2xx. Later calls do nothing. */
  send(sdp?: string): void {
    const peer = this.#peer
    this.#peer = undefined
    peer?.acknowledge(this.#sequence, sdp, (ack) => {
      this.#ack = ack
    })
  }

  /** The 2xx came again: the ACK was lost. */
  repeat(): void {
    this.#ack?.repeat()
  }
}
