import { connect, isIP, type Socket } from 'node:net'
import { rootCertificates, connect as tlsConnect } from 'node:tls'
import type { Flow, TransportTarget } from '@klinke/sip'
import { plainAddress } from '../address/plain-address.ts'
import { FlowNotOpened } from '../errors.ts'
import type { ServerIdentity } from '../tls/server-identity.ts'
import { checkSipIdentity } from '../tls/sip-identity.ts'
import type { TransportCore } from '../transport-core.ts'
import { targetKey } from './connection.ts'
import type { ConnectionTable } from './connection-table.ts'
import { StreamConnection } from './stream-connection.ts'

export interface DiallerOptions {
  /** Our own certificate, shown to peers that ask for one. */
  readonly identity: ServerIdentity | undefined
  /** Certificates (PEM) trusted besides the well-known authorities. */
  readonly trusted: readonly string[]
}

/** Opens TCP and TLS connections; those who ask for the same target at the same time share one. */
export class Dialler {
  readonly #core: TransportCore
  readonly #connections: ConnectionTable
  #options: DiallerOptions
  readonly #opening = new Map<string, Promise<Flow>>()

  constructor(core: TransportCore, connections: ConnectionTable, options: DiallerOptions) {
    this.#core = core
    this.#connections = connections
    this.#options = options
  }

  /** Our certificate for connections opened from now on. */
  useIdentity(identity: ServerIdentity): void {
    this.#options = { ...this.#options, identity }
  }

  open(target: TransportTarget): Promise<Flow> {
    const key = targetKey(target.protocol, target.remote, target.serverName)
    const opening = this.#opening.get(key) ?? this.#dial(target).finally(() => this.#opening.delete(key))
    this.#opening.set(key, opening)
    return opening
  }

  async #dial(target: TransportTarget): Promise<Flow> {
    const release = this.#connections.takeOwnPlace(target.remote.address)
    if (!release) throw new FlowNotOpened(target, 'there are too many connections')
    const socket = target.protocol === 'TLS' ? this.#tlsSocket(target) : connect(basics(target))
    socket.once('close', release)
    await this.#connected(socket, target)
    return this.#take(socket, target)
  }

  #connected(socket: Socket, target: TransportTarget): Promise<void> {
    return new Promise((resolve, reject) => {
      const fail = (detail: string, cause?: unknown): void => {
        timer.cancel()
        socket.destroy()
        reject(new FlowNotOpened(target, detail, cause))
      }
      const timer = this.#core.clock.after(this.#core.limits.connectTimeoutMs, () => fail('nobody answered in time'))
      socket.on('error', (error) => fail(error.message, error))
      socket.once('close', () => fail('the peer closed it'))
      socket.once(target.protocol === 'TLS' ? 'secureConnect' : 'connect', () => {
        timer.cancel()
        resolve()
      })
    })
  }

  #take(socket: Socket, target: TransportTarget): Flow {
    const { remote, protocol, serverName } = target
    const local = { address: plainAddress(socket.localAddress ?? ''), port: socket.localPort ?? 0 }
    const flow: Flow = { id: this.#connections.flowId(protocol), protocol, local, remote }
    this.#connections.add(
      new StreamConnection(this.#core, socket, flow, 'client', (gone) => this.#connections.remove(gone, serverName)),
      serverName,
    )
    return flow
  }

  #tlsSocket(target: TransportTarget): Socket {
    const name = target.serverName ?? target.remote.address
    const { identity, trusted } = this.#options
    return tlsConnect({
      ...basics(target),
      // An address is no server name (RFC 6066 §3).
      servername: isIP(name) === 0 ? name : '',
      minVersion: 'TLSv1.2',
      ...(identity ? { key: identity.key, cert: identity.certificate } : {}),
      ...(trusted.length > 0 ? { ca: [...rootCertificates, ...trusted] } : {}),
      checkServerIdentity: (_host, certificate) => checkSipIdentity(name, certificate),
    })
  }
}

function basics({ remote, localAddress }: TransportTarget): { host: string; port: number; localAddress?: string } {
  return { host: remote.address, port: remote.port, ...(localAddress === undefined ? {} : { localAddress }) }
}
