import { type Flow, networkPrefix, type TransportTarget } from '@klinke/sip'
import type { TransportCore } from '../transport-core.ts'
import { type Connection, targetKey } from './connection.ts'

/** Behind the address of a known peer there may be many: so many times the connections of a stranger. */
const KNOWN_SOURCE_FACTOR = 4

/** All open connections, with the limits on their number. */
export class ConnectionTable {
  readonly #core: TransportCore
  readonly #byFlow = new Map<string, Connection>()
  readonly #byTarget = new Map<string, Connection>()
  /** Connections per source; holds no more entries than there are connections. */
  readonly #perSource = new Map<string, number>()
  /** The same of connections that we have opened. */
  readonly #ownPerSource = new Map<string, number>()
  #places = 0
  /** Of those, opened by us. */
  #ownPlaces = 0
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
   * Takes a place for a connection from `address` before anything is spent on it, also for its TLS handshake.
   * `undefined` when a limit is reached; else a function that gives the place back, harmless to call twice.
   */
  takePlace(address: string): (() => void) | undefined {
    const source = networkPrefix(address)
    if (!this.#hasPlace(address, this.#perSource.get(source) ?? 0)) return this.#refuse()
    this.#places++
    count(this.#perSource, source, 1)
    return once(() => {
      this.#places--
      count(this.#perSource, source, -1)
    })
  }

  /** The same for a connection that we open to `address`: whoever fills the others' places does not take ours. */
  takeOwnPlace(address: string): (() => void) | undefined {
    const { maxConnections, reservedOwnConnections, maxConnectionsPerSource } = this.#core.limits
    const source = networkPrefix(address)
    const isFull = this.#ownPlaces >= reservedOwnConnections && this.#places >= maxConnections
    if (isFull || (this.#ownPerSource.get(source) ?? 0) >= maxConnectionsPerSource) return this.#refuse()
    this.#places++
    this.#ownPlaces++
    count(this.#ownPerSource, source, 1)
    return once(() => {
      this.#places--
      this.#ownPlaces--
      count(this.#ownPerSource, source, -1)
    })
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

  /** Behind the address of a known peer somebody may call for help, or call back; but no such address takes all of the reserve. */
  #hasPlace(address: string, ofSource: number): boolean {
    const { maxConnections, reservedConnections, maxConnectionsPerSource } = this.#core.limits
    const isModest = ofSource < maxConnectionsPerSource
    if (this.#places < maxConnections && isModest) return true
    const most = isModest ? maxConnections + reservedConnections : maxConnections
    const isWithin = this.#places < most && ofSource < KNOWN_SOURCE_FACTOR * maxConnectionsPerSource
    return isWithin && this.#core.exempt(address)
  }

  #refuse(): undefined {
    this.#core.counters.connectionsRefused++
  }
}

function count(perSource: Map<string, number>, source: string, change: 1 | -1): void {
  const left = (perSource.get(source) ?? 0) + change
  if (left > 0) perSource.set(source, left)
  else perSource.delete(source)
}

function once(giveBack: () => void): () => void {
  let held = true
  return () => {
    if (held) giveBack()
    held = false
  }
}
