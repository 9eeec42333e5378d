import { type Flow, networkPrefix, type TransportTarget } from '@klinke/sip'
import type { TransportCore } from '../transport-core.ts'
import { type Connection, targetKey } from './connection.ts'

/** All open connections, with the limits on their number. */
export class ConnectionTable {
  readonly #core: TransportCore
  readonly #byFlow = new Map<string, Connection>()
  readonly #byTarget = new Map<string, Connection>()
  /** Connections per source; holds no more entries than there are connections. */
  readonly #perSource = new Map<string, number>()
  #places = 0
  #nextFlow = 1

  constructor(core: TransportCore) {
    this.#core = core
  }

  get size(): number {
    return this.#byFlow.size
  }

  /** A new connection's flow id. */
  flowId(protocol: string): string {
    return `${protocol.toLowerCase()}/${this.#nextFlow++}`
  }

  /**
   * Takes a place for a connection from or to `address` before anything is spent on it, also for its TLS handshake.
   * `undefined` when a limit is reached; else a function that gives the place back, harmless to call twice.
   */
  takePlace(address: string): (() => void) | undefined {
    const { maxConnections, reservedConnections, maxConnectionsPerSource } = this.#core.limits
    const source = networkPrefix(address)
    const ofSource = this.#perSource.get(source) ?? 0
    const isFull = this.#places >= maxConnections || ofSource >= maxConnectionsPerSource
    // Behind the address of a known peer somebody may call for help, or call back.
    if (isFull && (this.#places >= maxConnections + reservedConnections || !this.#core.exempt(address))) {
      this.#core.counters.connectionsRefused++
      return undefined
    }
    this.#places++
    this.#perSource.set(source, ofSource + 1)
    let held = true
    return () => {
      if (held) this.#release(source)
      held = false
    }
  }

  add(connection: Connection, serverName?: string): void {
    const { flow } = connection
    this.#byFlow.set(flow.id, connection)
    this.#byTarget.set(targetKey(flow.protocol, flow.remote, serverName), connection)
  }

  /** Takes a closed connection out and tells the receiver. */
  remove(connection: Connection, serverName?: string): void {
    const { flow } = connection
    if (!this.#byFlow.delete(flow.id)) return
    const key = targetKey(flow.protocol, flow.remote, serverName)
    if (this.#byTarget.get(key) === connection) this.#byTarget.delete(key)
    this.#core.flowClosed(flow)
  }

  get(flowId: string): Connection | undefined {
    return this.#byFlow.get(flowId)
  }

  /** The connection that requests to `target` may use (RFC 3261 §18.1.1). */
  to(target: TransportTarget): Flow | undefined {
    return this.#byTarget.get(targetKey(target.protocol, target.remote, target.serverName))?.flow
  }

  destroyAll(): void {
    for (const connection of [...this.#byFlow.values()]) connection.destroy()
  }

  #release(source: string): void {
    this.#places--
    const left = (this.#perSource.get(source) ?? 1) - 1
    if (left > 0) this.#perSource.set(source, left)
    else this.#perSource.delete(source)
  }
}
