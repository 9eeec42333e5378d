import type { Clock } from '@klinke/foundation'
import type { Flow } from '@klinke/sip'

/** What a stream end hands its host. */
export interface StreamOwner {
  received(message: Uint8Array, flow: Flow): void
  streamClosed(flow: Flow): void
}

export interface StreamEnd {
  readonly flow: Flow
  readonly owner: StreamOwner
}

/** One direction: what is on its way arrives in order. */
interface Direction {
  readonly to: StreamEnd
  lastArrivalMs: number
  /** Messages written while the path is cut; sent again when it heals, as TCP does. */
  held: Uint8Array[]
}

/** A connection between two simulated hosts: reliable, in order, whole messages. */
export class SimulatedStream {
  readonly #clock: Clock
  readonly #directions: readonly [Direction, Direction]
  #open = true

  constructor(clock: Clock, client: StreamEnd, server: StreamEnd) {
    this.#clock = clock
    this.#directions = [
      { to: server, lastArrivalMs: 0, held: [] },
      { to: client, lastArrivalMs: 0, held: [] },
    ]
  }

  /** Writes one message from the end with `flow`; it arrives after `delayMs`, but not before what was written earlier. */
  write(flow: Flow, message: Uint8Array, delayMs: number): void {
    const direction = this.#from(flow)
    const arrivalMs = Math.max(this.#clock.nowMs() + delayMs, direction.lastArrivalMs)
    direction.lastArrivalMs = arrivalMs
    this.#clock.after(arrivalMs - this.#clock.nowMs(), () => {
      if (this.#open) direction.to.owner.received(message, direction.to.flow)
    })
  }

  hold(flow: Flow, message: Uint8Array): void {
    this.#from(flow).held.push(message)
  }

  /** Sends what was held while the path was cut. */
  heal(delayMs: number): void {
    for (const direction of this.#directions) {
      const { held } = direction
      direction.held = []
      for (const message of held) this.write(this.#opposite(direction).to.flow, message, delayMs)
    }
  }

  /** Ends the connection: both ends hear of it at once, as after a reset. */
  reset(): void {
    if (!this.#open) return
    this.#open = false
    for (const { to } of this.#directions) to.owner.streamClosed(to.flow)
  }

  #from(flow: Flow): Direction {
    const [toServer, toClient] = this.#directions
    return toClient.to.flow === flow ? toServer : toClient
  }

  #opposite(direction: Direction): Direction {
    const [toServer, toClient] = this.#directions
    return direction === toServer ? toClient : toServer
  }
}
