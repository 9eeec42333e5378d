import type { DialogPeer } from './dialog-peer.ts'

/** The ACK of a 2xx: sent once, then again for each repetition of the 2xx (RFC 3261 §13.2.2.4). */
export class SuccessAck {
  readonly #peer: DialogPeer
  readonly #sequence: number
  #sent = false
  #again: (() => void) | undefined

  /** @param sequence CSeq of the INVITE. */
  constructor(peer: DialogPeer, sequence: number) {
    this.#peer = peer
    this.#sequence = sequence
  }

  get sent(): boolean {
    return this.#sent
  }

  /** Sends it; `sdp` answers an offer that came in the 2xx. Later calls do nothing. */
  send(sdp?: string): void {
    if (this.#sent) return
    this.#sent = true
    this.#peer.acknowledge(this.#sequence, sdp, (again) => {
      this.#again = again
    })
  }

  /** The 2xx came again: the ACK was lost. */
  repeat(): void {
    this.#again?.()
  }
}
