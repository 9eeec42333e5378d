import type { Flow, SocketAddress } from '@klinke/sip'
import type { UdpSocket } from './udp-socket.ts'

const ID = /^udp\/(\d+)\/(\d+)\/(.+)$/

/**
 * The flow of a UDP socket to one remote address (RFC 5626 §2). Its id says all about it, so a flow that fell out of
 * the table is made anew from the id that a registration kept.
 */
export class UdpFlow implements Flow {
  readonly protocol = 'UDP'
  readonly local: SocketAddress
  readonly remote: SocketAddress
  readonly socket: UdpSocket
  #id: string | undefined

  constructor(socket: UdpSocket, local: SocketAddress, remote: SocketAddress) {
    this.socket = socket
    this.local = local
    this.remote = remote
  }

  get id(): string {
    this.#id ??= `udp/${this.socket.index}/${this.remote.port}/${this.remote.address}`
    return this.#id
  }
}

/** The socket's index and the remote address of a UDP flow's id; `undefined` for any other text. */
export function parseUdpFlowId(id: string): { readonly index: number; readonly remote: SocketAddress } | undefined {
  const [, index, port, address] = ID.exec(id) ?? []
  return address === undefined ? undefined : { index: Number(index), remote: { address, port: Number(port) } }
}
