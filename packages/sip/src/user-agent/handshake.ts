import type { SipRequest } from '../message/message.ts'
import type { ServerTransaction } from '../transaction/server-transaction.ts'
import type { Core } from './core.ts'
import type { ReliableProvisionals } from './reliable-provisionals.ts'
import { ResponseRepeater } from './response-repeater.ts'

/** The end of an INVITE's three-way handshake, from the 2xx to its ACK. On the calling side it is done when it begins. */
export class Handshake {
  readonly established: Promise<{ readonly sdp: string | undefined }>
  readonly #core: Core
  readonly #settle: (ack: { readonly sdp: string | undefined }) => void
  #pending: boolean
  #repeater: ResponseRepeater | undefined
  #provisionals: ReliableProvisionals | undefined

  constructor(core: Core, role: 'uac' | 'uas') {
    this.#core = core
    const { promise, resolve } = Promise.withResolvers<{ readonly sdp: string | undefined }>()
    this.established = promise
    this.#settle = resolve
    this.#pending = role === 'uas'
    if (!this.#pending) resolve({ sdp: undefined })
  }

  /** True until the ACK is here or given up. */
  get pending(): boolean {
    return this.#pending
  }

  /** A reliable provisional response may still get its PRACK, even behind the 2xx (RFC 3262 §3). */
  awaitPrack(provisionals: ReliableProvisionals): void {
    this.#provisionals = provisionals
  }

  /** Answers a PRACK; false when none is due. */
  prack(request: SipRequest, transaction: ServerTransaction): boolean {
    this.#provisionals?.prack(request, transaction)
    return this.#provisionals !== undefined
  }

  /** The 2xx has gone out: it is repeated until its ACK (RFC 3261 §13.3.1.4). */
  awaitAck(transaction: ServerTransaction, unacknowledged: () => void): void {
    const { clock, timers } = this.#core
    this.#repeater = new ResponseRepeater(clock, timers, transaction, timers.t2Ms, unacknowledged)
  }

  /** The ACK is here, with `sdp` if it brought some, or nobody waits for it any more. */
  done(sdp: string | undefined): void {
    if (!this.#pending) return
    this.#pending = false
    this.#repeater?.confirmed()
    this.#repeater = undefined
    if (!this.#provisionals?.outstanding) this.#provisionals = undefined
    this.#settle({ sdp })
  }

  /** The dialog is gone: what is still to be sent is not. */
  stop(): void {
    this.#repeater?.stop()
    this.#repeater = undefined
  }
}
